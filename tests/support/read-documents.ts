import { pickReader } from '../../src/core/exchange/documents/formats.ts'
import type { ReadDocument, ReadOptions } from '../../src/core/exchange/documents/reader.ts'
import { toFailureData } from '../../src/shared/errors.ts'

/** Reads a file as an import would: the reader is picked by content and name. */
export async function readAs(
  name: string,
  content: string | Uint8Array,
  options: ReadOptions = {},
): Promise<ReadDocument> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return pickReader(bytes.subarray(0, 4096), name).read(bytes, name, options, () => undefined)
}

/** The code of the failure with which a file is refused. */
export async function refusalOf(name: string, content: string | Uint8Array): Promise<string> {
  try {
    await readAs(name, content)
    return 'read'
  } catch (error) {
    return toFailureData(error).code
  }
}

/** The blocks in a notation one can read: "heading 1 Title", "item 2 «a)» text". */
export function shown({ text, structure }: ReadDocument): string[] {
  return structure.blocks.map(block => {
    const place = block.kind === 'cell' ? `${block.table}:${block.row}:${block.column}` : block.level
    const marker = block.marker === undefined ? undefined : `«${block.marker}»`
    return [
      block.kind,
      block.header ? 'header' : undefined,
      place,
      marker,
      text.slice(block.start, block.end),
    ]
      .filter(part => part !== undefined && part !== '')
      .join(' ')
  })
}

export function marked({ text, structure }: ReadDocument): string[] {
  return structure.marks.map(mark => {
    const to = mark.to ? ` ${mark.to}` : ''
    return `${mark.kind}${to}: ${text.slice(mark.start, mark.end)}`
  })
}

/** "Ann: Hello", with the time in milliseconds where there is one. */
export function spoken({ text, structure }: Pick<ReadDocument, 'text' | 'structure'>): string[] {
  return structure.turns.map(turn => {
    const time = turn.time === undefined ? '' : ` @${turn.time}`
    return `${turn.speaker}${time}: ${text.slice(turn.speech, turn.end)}`
  })
}

export const warned = ({ warnings }: ReadDocument): string[] => warnings.map(warning => warning.code)

/** What holds for every document, whatever it was read from; the first thing that does not, or null. */
export function brokenLaw({ text, structure }: ReadDocument): string | null {
  if (!text.isWellFormed() || /[\0\r]/.test(text)) return 'text holds what it must not'
  let end = 0
  for (const block of structure.blocks) {
    if (block.start < end || block.end < block.start || block.end > text.length)
      return `block at ${block.start}`
    if (text.slice(end, block.start).trim() !== '') return `text outside of blocks at ${end}`
    end = block.end
  }
  if (text.slice(end).trim() !== '') return 'text behind the last block'
  for (const { start, end } of structure.marks) {
    if (start >= end || end > text.length) return `mark at ${start}`
  }
  end = 0
  for (const turn of structure.turns) {
    const fits = turn.start >= end && turn.speech >= turn.start && turn.end >= turn.speech
    if (!fits || turn.end > text.length) return `turn at ${turn.start}`
    if (end > 0 && text.slice(end, turn.start).trim() !== '') return `text between turns at ${end}`
    end = turn.end
  }
  return null
}
