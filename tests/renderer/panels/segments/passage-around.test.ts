import { describe, expect, it } from 'vitest'
import { passageAround } from '../../../../src/renderer/panels/segments/passage-around.ts'

const TEXT = 'One.\nTwo.\nThree.\nFour.\nFive.\nSix.'
const BLOCKS = TEXT.split('\n').map(line => {
  const start = TEXT.indexOf(line)
  return { start, end: start + line.length }
})
const around = (words: string, text = TEXT, blocks = BLOCKS) => {
  const start = text.indexOf(words)
  const { start: from, end } = passageAround(text, blocks, { start, end: start + words.length })
  return text.slice(from, end)
}

describe('the passage around a segment', () => {
  it('has two paragraphs before and after', () => {
    expect(around('our')).toBe('Two.\nThree.\nFour.\nFive.\nSix.')
    expect(around('One')).toBe('One.\nTwo.\nThree.')
    expect(around('Four.\nFi')).toBe('Two.\nThree.\nFour.\nFive.\nSix.')
  })

  it('is cut where a paragraph is too long, and whole where a text has none', () => {
    const long = `${'a '.repeat(3000)}here${' b'.repeat(3000)}`
    expect(around('here', long, [{ start: 0, end: long.length }])).toHaveLength(5004)
    expect(around('Four', TEXT, [])).toBe('One.\nTwo.\nThree.\nFour')
  })
})
