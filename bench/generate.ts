import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Size {
  readonly documents: number
  readonly characters: number
  readonly codes: number
  readonly codings: number
}

const SYLLABLES =
  'ka lo mi ren to va shi del mar po qui san ter ul bre cha don el fi gar hou in jo kel lan mor nes or pra ri'.split(
    ' ',
  )
const COMMON =
  'the of and a to in that it is was for on with as he be at by had not are but from or have they which one you all were there would their we him been has when who will no more if out so what'.split(
    ' ',
  )

/** A small generator of our own (mulberry32), so that every run makes the same project. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function vocabulary(next: () => number): string[] {
  const words = new Set(COMMON)
  while (words.size < 4000) {
    const syllables = 2 + Math.floor(next() * 3)
    words.add(
      Array.from({ length: syllables }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join(''),
    )
  }
  return [...words]
}

/** Paragraphs of a few sentences, divided by blank lines, words by a falling frequency. */
export function makeText(length: number, words: readonly string[], next: () => number): string {
  const parts: string[] = []
  let written = 0
  while (written < length) {
    const sentences = Array.from({ length: 2 + Math.floor(next() * 5) }, () => {
      const chosen = Array.from(
        { length: 6 + Math.floor(next() * 16) },
        () => words[Math.floor(next() ** 3 * words.length)]!,
      )
      return `${chosen.join(' ').replace(/^./, first => first.toUpperCase())}.`
    })
    const paragraph = sentences.join(' ')
    parts.push(paragraph)
    written += paragraph.length + 2
  }
  return parts.join('\n\n')
}

/** A span of whole words, 20 to 400 characters. */
export function makeSpan(text: string, next: () => number): { start: number; end: number } {
  const aim = Math.floor(next() * (text.length - 500))
  const start = aim === 0 ? 0 : text.indexOf(' ', aim) + 1
  const end = text.indexOf(' ', start + 20 + Math.floor(next() * 380))
  return { start, end: end < 0 ? text.length : end }
}

/** Writes the documents as text files and the codings as the table that `segments.importTable` reads. */
export function generate({ documents, characters, codes, codings }: Size): {
  folder: string
  files: string[]
  table: string
  half: string
} {
  const folder = mkdtempSync(join(tmpdir(), 'postil-bench-'))
  const next = random(7)
  const words = vocabulary(next)
  const rows: string[] = []
  const files = Array.from({ length: documents }, (_, index) => {
    const name = `doc_${String(index + 1).padStart(5, '0')}`
    const text = makeText(characters / documents, words, next)
    const path = join(folder, `${name}.txt`)
    writeFileSync(path, text)
    for (let i = 0; i < codings / documents; i++) {
      const { start, end } = makeSpan(text, next)
      const code = Math.floor(next() ** 2 * codes)
      rows.push(`${name},${start},${end},Group ${code % 30}/Code ${code},Coder ${1 + Math.floor(next() * 2)}`)
    }
    return path
  })
  const head = 'document,start,end,code,coder\n'
  const table = join(folder, 'codings.csv')
  const half = join(folder, 'first-half.csv')
  writeFileSync(table, head + rows.slice(100_000).join('\n'))
  writeFileSync(half, head + rows.slice(0, 100_000).join('\n'))
  return { folder, files, table, half }
}
