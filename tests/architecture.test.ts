import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Which way imports point. A room may import itself and what is listed; packages by name, "node:" for all of Node. */
const ROOMS: Record<string, { rooms: string[]; packages: string[] }> = {
  'shared/model': { rooms: [], packages: ['zod'] },
  'shared/text': { rooms: ['shared/model'], packages: [] },
  'shared/analysis': { rooms: ['shared/model', 'shared/text', 'shared/contract'], packages: [] },
  'shared/contract': { rooms: ['shared/model'], packages: ['zod'] },
  shared: { rooms: ['shared/model', 'shared/contract'], packages: ['zod'] },
  'core/db': { rooms: ['shared', 'shared/model'], packages: ['node:', 'better-sqlite3'] },
  'core/exchange': {
    rooms: ['shared', 'shared/model', 'shared/text', 'shared/analysis', 'shared/contract'],
    packages: [
      'node:',
      'zod',
      'dingbat-to-unicode',
      '@noble/hashes',
      'parse5',
      'saxes',
      'yauzl',
      'yazl',
      'iconv-lite',
      'chardet',
      'csv-parse',
      'write-excel-file',
      'pdfjs-dist',
      'mdast',
      'mdast-util-from-markdown',
      'mdast-util-gfm',
      'mdast-util-frontmatter',
      'micromark-extension-gfm',
      'micromark-extension-frontmatter',
    ],
  },
  core: {
    rooms: [
      'shared',
      'shared/model',
      'shared/text',
      'shared/analysis',
      'shared/contract',
      'core/db',
      'core/exchange',
    ],
    packages: ['node:', 'better-sqlite3', 'zod', 'csv-parse'],
  },
  main: { rooms: ['shared', 'shared/contract', 'core'], packages: ['node:', 'electron'] },
  web: { rooms: ['shared', 'shared/contract', 'core'], packages: ['node:'] },
  cli: { rooms: ['shared', 'shared/contract', 'shared/model', 'core', 'web'], packages: ['node:', 'zod'] },
  preload: { rooms: ['shared', 'shared/contract'], packages: ['electron'] },
  renderer: {
    rooms: ['shared', 'shared/model', 'shared/text', 'shared/analysis', 'shared/contract'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'pdfjs-dist',
      'zustand',
      '@fontsource-variable/inter',
      '@fontsource-variable/source-serif-4',
    ],
  },
}

interface Import {
  readonly file: string
  readonly target: string
  readonly typeOnly: boolean
}

const sourceFiles = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.tsx?$/.test(name))
  .map(name => name.replaceAll('\\', '/'))

function importsOf(file: string): Import[] {
  const code = readFileSync(join(root, 'src', file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const statements = code.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  )
  return [...statements].map(match => ({
    file,
    typeOnly: match[1] !== undefined,
    target: match[2] ?? match[3] ?? match[4] ?? '',
  }))
}

/** The most particular room that holds this path. */
const roomOf = (path: string) =>
  Object.keys(ROOMS)
    .filter(room => path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]

function offence({ file, target, typeOnly }: Import): string | null {
  const room = roomOf(file)
  if (room === undefined) return `${file} is in no room`
  const rule = ROOMS[room]!
  if (!target.startsWith('.')) {
    const allowed = rule.packages.some(
      name => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
    )
    return allowed ? null : `${file}: ${room} may not import the package ${target}`
  }
  const path = relative(join(root, 'src'), join(root, 'src', dirname(file), target)).replaceAll('\\', '/')
  if (path.endsWith('.css') || path === '../package.json') return null
  const other = roomOf(path)
  if (other === room || (other !== undefined && rule.rooms.includes(other))) return null
  if (typeOnly && room === 'core/exchange' && other === 'core') return null
  return `${file}: ${room} may not import ${path} of ${other ?? 'nowhere'}`
}

describe('the house', () => {
  it('has its rooms filled', () => {
    for (const room of Object.keys(ROOMS))
      expect(
        sourceFiles.some(file => roomOf(file) === room),
        room,
      ).toBe(true)
  })

  it('lets imports point one way only', () => {
    const offences = sourceFiles.flatMap(importsOf).map(offence).filter(Boolean)
    expect(offences).toEqual([])
  })

  it('sees imports of every form', () => {
    expect(offence({ file: 'renderer/a.ts', target: 'node:fs', typeOnly: false })).toContain('may not import')
    expect(offence({ file: 'renderer/a.ts', target: '../core/core.ts', typeOnly: false })).toContain(
      'may not import',
    )
    expect(offence({ file: 'shared/model/a.ts', target: 'react', typeOnly: false })).toContain(
      'may not import',
    )
    expect(offence({ file: 'core/a.ts', target: 'electron', typeOnly: false })).toContain('may not import')
    expect(importsOf('core/core.ts').map(({ target }) => target)).toContain('./journal.ts')
  })

  it('keeps files and the one Electron import where they belong', () => {
    const long = sourceFiles.filter(
      file => readFileSync(join(root, 'src', file), 'utf8').split('\n').length > 400,
    )
    expect(long).toEqual([])
  })
})
