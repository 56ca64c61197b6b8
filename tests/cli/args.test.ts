import { describe, expect, it } from 'vitest'
import { oneOf, parseJson, parseJsonObject, parseWords, takeWords, Usage } from '../../src/cli/args.ts'

const known = { options: ['out', 'format'], flags: ['json'] }

describe('words and options', () => {
  it('come in any order; “-” is a word, and after “--” everything is', () => {
    const parsed = parseWords(['a', '--out', 'x', '-', '--json', '--format=csv', '--', '--b', '--'], known)
    expect(parsed).toEqual({
      words: ['a', '-', '--b', '--'],
      options: { out: 'x', format: 'csv' },
      flags: new Set(['json']),
    })
  })

  it('have values that may look like anything', () => {
    expect(parseWords(['--out', '--json', '--format==a=b'], known)).toEqual({
      words: [],
      options: { out: '--json', format: '=a=b' },
      flags: new Set(),
    })
    expect(parseWords(['--out='], known).options).toEqual({ out: '' })
    expect(parseWords(['-x', '', 'ü 🙂'], known).words).toEqual(['-x', '', 'ü 🙂'])
  })

  it('always know who is coding', () => {
    expect(parseWords(['--coder', 'Ada']).options).toEqual({ coder: 'Ada' })
  })

  it.each([['--nope'], ['--json=yes'], ['--__proto__=x'], ['--'.concat('=x')], ['--Out', 'x']])(
    'that are not known are told of: %s',
    (...argv) => {
      expect(() => parseWords(argv, known)).toThrow(Usage)
    },
  )

  it('that lack their value are told of', () => {
    expect(() => parseWords(['a', '--out'], known)).toThrow('--out needs a value.')
  })
})

describe('the words of a command', () => {
  const names = ['STUDY.postil', 'noun.verb', 'JSON?']
  it('are those named, the last of which may be missing', () => {
    expect(takeWords(['a', 'b'], names, 'usage')).toEqual(['a', 'b'])
    expect(takeWords(['a', 'b', 'c'], names, 'usage')).toEqual(['a', 'b', 'c'])
  })
  it('are missed by their name, and too many are told of', () => {
    expect(() => takeWords(['a'], names, 'usage')).toThrow('noun.verb is missing.\nusage')
    expect(() => takeWords(['a', 'b', 'c', 'd'], names, 'usage')).toThrow('“d” is one word too many.\nusage')
  })
})

describe('values', () => {
  it('are one of a few, where there are few', () => {
    expect(oneOf('csv', ['csv', 'xlsx'], 'format')).toBe('csv')
    expect(() => oneOf('pdf', ['csv', 'xlsx'], 'format')).toThrow('--format is not “pdf”: it is csv, xlsx.')
    expect(() => oneOf(undefined, ['csv', 'xlsx'], 'format')).toThrow('--format is missing: it is csv, xlsx.')
  })
  it('are JSON where that is wanted', () => {
    expect(parseJson('[1]', 'X')).toEqual([1])
    expect(() => parseJson('{', 'X')).toThrow(/^X is not JSON: /)
    expect(parseJsonObject('{"a": 1}', 'X')).toEqual({ a: 1 })
    for (const text of ['[]', 'null', '1', '"a"'])
      expect(() => parseJsonObject(text, 'X'), text).toThrow(Usage)
  })
})
