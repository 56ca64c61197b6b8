import { fail } from '../../../shared/errors.ts'
import type { Warning } from '../../../shared/model/warning.ts'
import { baseDirection, withDirections } from '../../../shared/text/direction.ts'
import { findPages } from '../../../shared/text/page-marks.ts'
import { findTurns } from '../../../shared/text/turns.ts'
import type { TextBuilder } from './builder.ts'
import type { ReadDocument } from './reader.ts'

/**
 * The last step of every reader: what is decided alike for all formats. Adds direction,
 * pages and turns (unless the format told them), warns of characters that could not be kept, and
 * refuses a file without text. A PDF without text is a scan: it can be seen, so it is taken.
 */
export function finishDocument(
  builder: TextBuilder,
  rest: Omit<ReadDocument, 'text' | 'structure'>,
): ReadDocument {
  const { text, structure } = builder.finish()
  if (rest.kind === 'text' && text.trim() === '') throw fail('file-empty')
  const direction = builder.direction ?? baseDirection(text, structure.blocks)
  const blocks = withDirections(text, structure.blocks, direction)
  const pages = structure.pages.length > 0 ? structure.pages : findPages(text)
  const turns = structure.turns.length > 0 ? structure.turns : findTurns(text, structure)
  return {
    ...rest,
    text,
    structure: { ...structure, blocks, pages, turns, direction },
    warnings: [...rest.warnings, ...lostCharacters(builder.replaced), ...controlCharacters(text)],
  }
}

function lostCharacters(replaced: number): Warning[] {
  if (replaced === 0) return []
  const message =
    replaced === 1
      ? 'One character that no text may hold (a NUL or half of a character) was replaced by “\uFFFD”.'
      : `${replaced} characters that no text may hold (NUL or half of a character) were replaced by “\uFFFD”.`
  return [{ code: 'characters-replaced', severity: 'loss', message }]
}

/** They are kept, since offsets and searches count them, but they cannot be seen. */
function controlCharacters(text: string): Warning[] {
  const found = text.match(/[\x01-\x08\x0B\x0E-\x1F\x7F]/g)?.length ?? 0
  if (found === 0) return []
  const message = `The text holds ${found} invisible control ${found === 1 ? 'character' : 'characters'}. Nothing was removed; they may come from a damaged or converted file.`
  return [{ code: 'control-characters', severity: 'notice', message }]
}
