import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spawnCore } from '../../src/core/thread/spawn.ts'
import { createClient } from '../../src/shared/client.ts'
import { makeSpan, makeText, random, vocabulary } from '../generate.ts'

export const LONG = 'long_text'
/** ten of 100,000 characters, for going from one to the other */
export const SHORTER = Array.from({ length: 10 }, (_, index) => `doc_${String(index + 1).padStart(2, '0')}`)

export interface Projects {
  readonly folder: string
  /** the long text */
  readonly text: string
  readonly longText: string
  readonly manyCodes: string
  readonly deepCodes: string
}

interface Made {
  readonly name: string
  readonly characters: number
  readonly segments: number
}

export async function makeProjects(): Promise<Projects> {
  const folder = mkdtempSync(join(tmpdir(), 'postil-bench-'))
  const documents: Made[] = [
    { name: LONG, characters: 1_000_000, segments: 10_000 },
    ...SHORTER.map(name => ({ name, characters: 100_000, segments: 1000 })),
  ]
  const small: Made[] = [{ name: SHORTER[0]!, characters: 20_000, segments: 0 }]
  const longText = await make(folder, 'long-text', documents, codesInGroups(200))
  const manyCodes = await make(folder, 'many-codes', small, codesInGroups(2000))
  const deepCodes = await make(folder, 'deep-codes', small, deepTree(500))
  const text = readFileSync(join(folder, `${LONG}.txt`), 'utf8')
  return { folder, text, longText, manyCodes, deepCodes }
}

/** Paths of codes with names of two or three words, ten of them below each heading. */
function codesInGroups(count: number): string[] {
  const next = random(3)
  const words = vocabulary(next)
  const word = () => words[Math.floor(next() * words.length)]!
  const heads = Array.from({ length: count / 10 }, (_, index) => `${word()} ${index}`)
  return Array.from({ length: count }, (_, index) => {
    const name = `${word()} ${word()}${index % 2 === 0 ? ` ${word()}` : ''} ${index}`
    return `${heads[index % heads.length]}/${name}`
  })
}

/** Five levels: each code has four below it, until there are enough. */
function deepTree(count: number): string[] {
  const next = random(5)
  const words = vocabulary(next)
  const word = () => words[Math.floor(next() * words.length)]!
  const paths = ['a', 'b']
  for (let at = 0; paths.length < count; at++) {
    if (paths[at]!.split('/').length >= 5) continue
    for (let child = 0; child < 4; child++) paths.push(`${paths[at]}/${word()} ${word()} ${paths.length}`)
  }
  return paths.slice(0, count)
}

async function make(
  folder: string,
  name: string,
  documents: readonly Made[],
  codes: readonly string[],
): Promise<string> {
  const next = random(7)
  const words = vocabulary(next)
  const path = join(folder, `${name}.postil`)
  const core = await spawnCore({ path, create: true, coder: 'Coder 1' })
  const client = createClient(core)
  const rows: string[] = []
  for (const { name, characters, segments } of documents) {
    const text = makeText(characters, words, next)
    const file = join(folder, `${name}.txt`)
    writeFileSync(file, text)
    await client.documents.import({ file: core.freight.register(file), batch: 'bench' })
    for (let i = 0; i < segments; i++) {
      const { start, end } = makeSpan(text, next)
      rows.push(`${name},${start},${end},${codes[Math.floor(next() ** 2 * codes.length)]},Coder 1`)
    }
  }
  if (rows.length > 0) {
    const table = join(folder, `${name}.csv`)
    writeFileSync(table, ['document,start,end,code,coder', ...rows].join('\n'))
    await client.segments.importTable({ file: core.freight.register(table) })
  }
  await makeCodes(client, codes)
  await core.close()
  return path
}

/** Those that no row of the table has made. */
async function makeCodes(client: ReturnType<typeof createClient>, paths: readonly string[]): Promise<void> {
  const known = new Map<string, Awaited<ReturnType<typeof client.codes.create>>>()
  for (const { id, path } of await client.codes.list()) known.set(path, id)
  for (const path of paths) {
    const names = path.split('/')
    for (let depth = 1; depth <= names.length; depth++) {
      const here = names.slice(0, depth).join('/')
      if (known.has(here)) continue
      const parentId = known.get(names.slice(0, depth - 1).join('/')) ?? null
      known.set(here, await client.codes.create({ name: names[depth - 1]!, parentId }))
    }
  }
}
