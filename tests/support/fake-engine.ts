import { chmodSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Pages of lines, and how the engine behaves: answers, complains, or takes its time. */
export interface FakeEngine {
  readonly pages: readonly (readonly string[])[]
  readonly mood?: 'good' | 'bad' | 'slow'
  readonly drawer?: boolean
}

/**
 * Programs that are called and answer like tesseract 5 and pdftoppm in this folder, which is to be on the PATH.
 * What they "see" is written beside them: a drawing is nothing but the number of its page.
 */
export function fakeEngine(folder: string, { pages, mood = 'good', drawer = true }: FakeEngine): string {
  writeFileSync(join(folder, 'pages.json'), JSON.stringify({ pages, mood }))
  program(join(folder, 'tesseract'), TESSERACT)
  if (drawer) program(join(folder, 'pdftoppm'), PDFTOPPM)
  return folder
}

/** The PATH with this folder before all others. */
export const pathWith = (folder: string): string => `${folder}${delimiter}${process.env['PATH'] ?? ''}`

function program(path: string, code: string): void {
  writeFileSync(path, `#!${process.execPath}\n${code}`)
  chmodSync(path, 0o755)
}

const PDFTOPPM = `
const { writeFileSync } = require('node:fs')
const args = process.argv.slice(2)
const number = args[args.indexOf('-f') + 1]
writeFileSync(args.at(-1) + '-' + number.padStart(2, '0') + '.png', number)
`

const TESSERACT = `
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const args = process.argv.slice(2)
const { pages, mood } = JSON.parse(readFileSync(join(__dirname, 'pages.json'), 'utf8'))
if (args[0] === '--version') console.log('tesseract 5.3.0\\n leptonica-1.82.0')
else if (args[0] === '--list-langs') console.log('List of available languages in "/tessdata/" (3):\\ndeu\\neng\\nosd')
else if (mood === 'bad') {
  console.error('Error opening data file /tessdata/xyz.traineddata')
  process.exit(1)
} else if (mood === 'slow') setTimeout(() => undefined, 60_000)
else read()

function read() {
  const picture = readFileSync(args[0], 'latin1')
  const page = pages[/^\\d+$/.test(picture) ? Number(picture) - 1 : 0] ?? []
  const size = JSON.parse(process.env.FAKE_PICTURE_SIZE ?? '[2479,3508]')
  const row = (...cells) => console.log(cells.join('\\t'))
  row('level', 'page_num', 'block_num', 'par_num', 'line_num', 'word_num', 'left', 'top', 'width', 'height', 'conf', 'text')
  row(1, 1, 0, 0, 0, 0, 0, 0, size[0], size[1], -1, '')
  page.forEach((line, at) => {
    const top = 300 + at * 62
    row(2, 1, 1, 0, 0, 0, 300, top, 1600, 46, -1, '')
    row(3, 1, 1, 1, 0, 0, 300, top, 1600, 46, -1, '')
    row(4, 1, 1, 1, at + 1, 0, 300, top, line.length * 22, 46, -1, '')
    let left = 300
    line.split(' ').forEach((word, n) => {
      row(5, 1, 1, 1, at + 1, n + 1, left, top + 4, word.length * 22, 38, 91.5, word)
      left += (word.length + 1) * 22
    })
  })
}
`

/** A program that answers like ocrmypdf: what it makes of any PDF is this one. */
export function fakeOcrMyPdf(folder: string, result: Uint8Array): void {
  writeFileSync(join(folder, 'result.pdf'), result)
  program(join(folder, 'ocrmypdf'), OCRMYPDF)
}

const OCRMYPDF = `
const { copyFileSync } = require('node:fs')
const { join } = require('node:path')
const args = process.argv.slice(2)
if (args[0] === '--version') console.log('16.10.4')
else copyFileSync(join(__dirname, 'result.pdf'), args.at(-1))
`
