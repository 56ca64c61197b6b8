import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { fail } from '../shared/errors.ts'
import type { Structure } from '../shared/model/structure.ts'
import { indexWords, type WordIndex } from '../shared/text/words.ts'
import { statement } from './db/sql.ts'

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/** A document's text at hand, with what is derived from it, each made when first asked for. */
export interface TextAtHand {
  readonly text: string
  readonly sha256: string
  readonly structure: Structure
  readonly words: WordIndex
}

interface TextRow {
  readonly name: string
  readonly text_sha256: string
  readonly structure_sha256: string
}

const MOST_CHARACTERS = 40_000_000

/**
 * Texts by document. Texts are content-addressed and never change in place, so what is
 * at hand cannot be stale; the least recently used ones go when they grow too many.
 */
export class Texts {
  private readonly db: Database
  private readonly held = new Map<string, TextAtHand>()
  private characters = 0
  constructor(db: Database) {
    this.db = db
  }

  /**
   * For whoever goes through all documents once: what is at hand is given, and what is not
   * is not kept where others would have to go for it. Otherwise the whole project would be
   * read again each time it is a little larger than what is kept.
   */
  inPassing(documentId: string): TextAtHand {
    return this.of(documentId, this.characters < MOST_CHARACTERS)
  }

  of(documentId: string, isKept = true): TextAtHand {
    const row = statement<[string], TextRow>(
      this.db,
      'SELECT name, text_sha256, structure_sha256 FROM document WHERE id = ?',
    ).get(documentId)
    if (!row) throw fail('not-found', { what: 'document' })
    const key = `${row.text_sha256} ${row.structure_sha256}`
    const known = this.held.get(key)
    if (known) {
      this.held.delete(key)
      this.held.set(key, known)
      return known
    }
    const loaded = this.load(row)
    return isKept ? this.hold(key, loaded) : loaded
  }

  private load(row: TextRow): TextAtHand {
    const stored = statement<[string, string], { text: string; structure: string }>(
      this.db,
      'SELECT text, structure FROM document_text WHERE sha256 = ? AND structure_sha256 = ?',
    ).get(row.text_sha256, row.structure_sha256)
    if (
      !stored ||
      sha256(stored.text) !== row.text_sha256 ||
      sha256(stored.structure) !== row.structure_sha256
    ) {
      throw fail('project-damaged', {
        path: `The text of “${row.name}”`,
        reason: 'it does not match its SHA-256',
      })
    }
    let structure: Structure | undefined
    let words: WordIndex | undefined
    return {
      text: stored.text,
      sha256: row.text_sha256,
      get structure() {
        structure ??= JSON.parse(stored.structure) as Structure // written by importDocument, held by its SHA-256
        return structure
      },
      get words() {
        words ??= indexWords(stored.text)
        return words
      },
    }
  }

  private hold(key: string, text: TextAtHand): TextAtHand {
    this.held.set(key, text)
    this.characters += text.text.length
    for (const [oldKey, old] of this.held) {
      if (this.characters <= MOST_CHARACTERS || oldKey === key) break
      this.held.delete(oldKey)
      this.characters -= old.text.length
    }
    return text
  }
}
