import type { Database } from 'better-sqlite3'
import type {
  Corpus,
  CorpusCode,
  CorpusCoder,
  CorpusDocument,
  CorpusGroup,
} from '../shared/analysis/corpus.ts'
import type { TableName } from '../shared/model/tables.ts'
import { codeTree } from './code-tree.ts'
import { IntColumn, Slots } from './columns.ts'
import type { RowChange } from './journal.ts'

/** More changed rows than this in one step: reading the tables again is the quicker way. */
const REREAD_FROM = 20_000

const GONE = -1

/** Tables of which nothing is in the columns and lists. */
const BESIDE: ReadonlySet<TableName> = new Set(['memo', 'variable', 'variable_value'])

interface SegmentImage {
  readonly document_id: string
  readonly number: number
  readonly start: number
  readonly end: number
  readonly words: number
}

/**
 * The single bridge from keeping to thinking: the coded project as typed arrays beside
 * the database, read when first asked for and kept fresh from the diary afterwards.
 */
export class LiveCorpus {
  readonly segmentIds: string[] = []
  readonly codingIds: string[] = []
  /** the second part of the reference, by segment; it never changes */
  segmentNumbers = new IntColumn()
  private readonly db: Database
  private readonly documentSlots = new Slots()
  private readonly codeSlots = new Slots()
  private readonly coderSlots = new Slots()
  private segmentRow = new Map<string, number>()
  private codingRow = new Map<string, number>()
  private segment = {
    document: new IntColumn(),
    start: new IntColumn(),
    end: new IntColumn(),
    words: new IntColumn(),
    area: new IntColumn(),
  }
  private coding = { segment: new IntColumn(), code: new IntColumn(), coder: new IntColumn() }
  private loaded = false
  private rowChanges = 0
  private columnChanges = 0
  private lists: Pick<Corpus, 'documents' | 'codes' | 'groups' | 'coders'> | null = null

  constructor(db: Database) {
    this.db = db
  }

  /** Are the columns at hand? Until they are, whoever needs little asks the tables. */
  get isReady(): boolean {
    return this.loaded
  }

  /**
   * Two counts by which a result kept from the columns knows that it is out of date: of all
   * changes, and of those that the columns and lists show (writing a comment is none).
   */
  get changes(): { readonly rows: number; readonly columns: number } {
    return { rows: this.rowChanges, columns: this.columnChanges }
  }

  read(): Corpus {
    if (!this.loaded) this.load()
    this.lists ??= this.readLists()
    const { document, start, end, words, area } = this.segment
    const { segment, code, coder } = this.coding
    return {
      ...this.lists,
      segments: {
        length: document.length,
        document: document.values,
        start: start.values,
        end: end.values,
        words: words.values,
        area: area.values,
      },
      codings: { length: segment.length, segment: segment.values, code: code.values, coder: coder.values },
    }
  }

  /** Follows what a step changed; called after every commit. */
  follow(changes: Iterable<RowChange>): void {
    let count = 0
    for (const change of changes) {
      this.rowChanges++
      if (change.table === 'segment') this.followSegment(change)
      else if (change.table === 'segment_area') this.followArea(change)
      else if (change.table === 'coding') this.followCoding(change)
      else this.followList(change.table)
      // however many values are pasted, the columns stay as they are
      if (BESIDE.has(change.table)) continue
      if (++count > REREAD_FROM) {
        this.loaded = false
        this.lists = null
        this.columnChanges++
        return
      }
    }
  }

  private followList(table: TableName): void {
    if (BESIDE.has(table)) return
    this.lists = null
    this.columnChanges++
  }

  private followSegment({ row, after }: RowChange): void {
    if (!this.loaded) {
      this.columnChanges++
      return
    }
    const index = this.segmentRow.get(row) ?? this.segment.document.length
    if (after === null) {
      this.segment.document.set(index, GONE)
      this.segmentRow.delete(row)
      this.columnChanges++
      return
    }
    const image = JSON.parse(after) as SegmentImage
    if (this.isAsBefore(index, image)) return
    this.columnChanges++
    this.putSegment(index, row, image)
  }

  /** Only its comment was written. */
  private isAsBefore(index: number, image: { document_id: string; start: number; end: number }): boolean {
    const { document, start, end } = this.segment
    const isKnown =
      index < document.length && document.values[index] === this.documentSlots.of(image.document_id)
    return isKnown && start.values[index] === image.start && end.values[index] === image.end
  }

  /** A segment is an area from its beginning to its end: it comes after its row, and goes with it. */
  private followArea({ row, after }: RowChange): void {
    this.columnChanges++
    const index = this.segmentRow.get(row)
    if (this.loaded && index !== undefined && after !== null) this.segment.area.set(index, 1)
  }

  private followCoding({ row, after }: RowChange): void {
    this.columnChanges++
    if (!this.loaded) return
    const index = this.codingRow.get(row) ?? this.coding.segment.length
    if (after === null) {
      this.coding.segment.set(index, GONE)
      this.codingRow.delete(row)
      return
    }
    const image = JSON.parse(after) as { segment_id: string; code_id: string; coder_id: string }
    const segment = this.segmentRow.get(image.segment_id)
    if (segment === undefined) {
      // the diary told of the coding before its segment: rare enough to read everything again
      this.loaded = false
      return
    }
    this.putCoding(index, row, segment, image.code_id, image.coder_id)
  }

  private putSegment(
    index: number,
    id: string,
    { document_id, number, start, end, words }: SegmentImage,
  ): void {
    this.segmentIds[index] = id
    this.segmentRow.set(id, index)
    this.segmentNumbers.set(index, number)
    this.segment.document.set(index, this.documentSlots.of(document_id))
    this.segment.start.set(index, start)
    this.segment.end.set(index, end)
    this.segment.words.set(index, words)
    // what it is stays: the columns reach as far as the rows do
    this.segment.area.set(index, this.segment.area.values[index] ?? 0)
  }

  private putCoding(index: number, id: string, segment: number, code: string, coder: string): void {
    this.codingIds[index] = id
    this.codingRow.set(id, index)
    this.coding.segment.set(index, segment)
    this.coding.code.set(index, this.codeSlots.of(code))
    this.coding.coder.set(index, this.coderSlots.of(coder))
  }

  private load(): void {
    this.clear()
    const segments = this.db
      .prepare<[], [string, string, number, number, number, number]>(
        'SELECT id, document_id, number, "start", "end", words FROM segment',
      )
      .raw()
    let index = 0
    for (const [id, document_id, number, start, end, words] of segments.iterate())
      this.putSegment(index++, id, { document_id, number, start, end, words })
    const areas = this.db.prepare<[], string>('SELECT id FROM segment_area').pluck()
    for (const id of areas.iterate()) this.segment.area.set(this.segmentRow.get(id)!, 1)
    const codings = this.db
      .prepare<[], [string, string, string, string]>('SELECT id, segment_id, code_id, coder_id FROM coding')
      .raw()
    index = 0
    for (const [id, segment, code, coder] of codings.iterate()) {
      this.putCoding(index++, id, this.segmentRow.get(segment)!, code, coder)
    }
    this.loaded = true
  }

  private clear(): void {
    this.segmentIds.length = 0
    this.codingIds.length = 0
    this.segmentNumbers = new IntColumn()
    this.segmentRow = new Map()
    this.codingRow = new Map()
    this.segment = {
      document: new IntColumn(),
      start: new IntColumn(),
      end: new IntColumn(),
      words: new IntColumn(),
      area: new IntColumn(),
    }
    this.coding = { segment: new IntColumn(), code: new IntColumn(), coder: new IntColumn() }
  }

  private readLists() {
    const documents = this.readDocuments()
    return {
      documents,
      codes: this.readCodes(),
      groups: this.readGroups(documents),
      coders: this.readCoders(),
    }
  }

  private readDocuments(): CorpusDocument[] {
    return this.db
      .prepare<[], { id: string; number: number; name: string; words: number }>(
        'SELECT id, number, name, words FROM document ORDER BY position, number',
      )
      .all()
      .map(row => ({ slot: this.documentSlots.of(row.id), ...row }))
  }

  private readCodes(): CorpusCode[] {
    const tree = codeTree(this.db)
    const place = new Map(tree.map((code, index) => [code.id, index]))
    return tree.map(({ id, name, path, depth, codable, parent_id }) => {
      const parent = parent_id === null ? -1 : place.get(parent_id)!
      return { slot: this.codeSlots.of(id), id, name, path, depth, codable: codable === 1, parent }
    })
  }

  private readGroups(documents: readonly CorpusDocument[]): CorpusGroup[] {
    const place = new Map(documents.map((document, index) => [document.id, index]))
    const members = new Map<string, number[]>()
    const rows = this.db
      .prepare<[], [string, string]>('SELECT group_id, document_id FROM document_group_member')
      .raw()
    for (const [group, document] of rows.iterate()) {
      const list = members.get(group) ?? []
      list.push(place.get(document)!)
      members.set(group, list)
    }
    return this.db
      .prepare<[], { id: string; name: string }>(
        'SELECT id, name FROM document_group ORDER BY position, name',
      )
      .all()
      .map(group => ({ ...group, members: (members.get(group.id) ?? []).sort((a, b) => a - b) }))
  }

  private readCoders(): CorpusCoder[] {
    return this.db
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM coder ORDER BY created, id')
      .all()
      .map(coder => ({ slot: this.coderSlots.of(coder.id), ...coder }))
  }
}
