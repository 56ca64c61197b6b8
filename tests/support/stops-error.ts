import type { PageLayout, PageRun } from '../../src/shared/model/page-layout.ts'
import type { DrawnGlyph } from './pdf-glyphs.ts'

export interface StopsError {
  /** beginnings of characters that were compared */
  readonly compared: number
  /** characters in runs that were looked at */
  readonly looked: number
  readonly mean: number
  readonly p95: number
  readonly max: number
}

/** How far the kept beginnings of characters are from where the page draws them, in points. */
export function stopsError(
  text: string,
  layouts: readonly PageLayout[],
  drawn: readonly (readonly DrawnGlyph[])[],
): StopsError {
  const errors: number[] = []
  let looked = 0
  for (const { index, runs } of layouts) {
    const lines = linesOf(drawn[index] ?? [])
    if (!drawn[index]) continue
    for (const run of runs) {
      if (run.turn !== 0 || run.vertical) continue
      looked += text.slice(run.start, run.end).replace(/\s/g, '').length
      errors.push(...errorsOf(text, run, lines))
    }
  }
  errors.sort((a, b) => a - b)
  const sum = errors.reduce((all, one) => all + one, 0)
  return {
    compared: errors.length,
    looked,
    mean: errors.length === 0 ? 0 : sum / errors.length,
    p95: errors[Math.floor(errors.length * 0.95)] ?? 0,
    max: errors.at(-1) ?? 0,
  }
}

/** Glyphs that can be seen, by whole points of their baselines, from left to right. */
function linesOf(glyphs: readonly DrawnGlyph[]): Map<number, DrawnGlyph[]> {
  const lines = new Map<number, DrawnGlyph[]>()
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue
    const line = lines.get(Math.round(glyph.y)) ?? []
    lines.set(Math.round(glyph.y), line)
    line.push(glyph)
  }
  for (const line of lines.values()) line.sort((a, b) => a.x - b.x)
  return lines
}

/** The run's characters in the order of the page beside the glyphs drawn there; only as far as both say the same. */
function errorsOf(text: string, run: PageRun, lines: ReadonlyMap<number, readonly DrawnGlyph[]>): number[] {
  const ours = charactersOf(text, run)
  const [first] = ours
  if (!first) return []
  for (let y = Math.round(run.y + run.height); y >= Math.round(run.y); y--) {
    const line = lines.get(y) ?? []
    const begin = line.findIndex(glyph => glyph.text === first.text && Math.abs(glyph.x - first.x) < 3)
    if (begin < 0) continue
    const errors: number[] = []
    for (const [at, { text: character, x }] of ours.entries()) {
      const glyph = line[begin + at]
      if (glyph?.text !== character) break
      errors.push(Math.abs(glyph.x - x))
    }
    return errors
  }
  return []
}

function charactersOf(text: string, run: PageRun): { text: string; x: number }[] {
  const characters: { text: string; x: number }[] = []
  for (let at = run.start; at < run.end; at++) {
    const character = text[at] ?? ''
    const stop = (unit: number) => (run.stops[at - run.start + unit] ?? 0) / 10
    if (character.trim() === '') continue
    const x = run.rtl ? run.x + run.width - stop(1) : run.x + stop(0)
    characters.push({ text: character, x })
  }
  return run.rtl ? characters.reverse() : characters
}
