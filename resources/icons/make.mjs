// Makes the pictures that the systems want from the drawings beside this file:
//   node resources/icons/make.mjs    (needs Chromium; POSTIL_CHROMIUM names one)
// Run it after a drawing has changed, and keep what it makes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { chromiumArguments } from '../../scripts/chromium.mjs'

const here = name => fileURLToPath(new URL(name, import.meta.url))
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 24, 32, 48, 64, 256]
// the names that macOS has for its sizes
const MAC = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09' }
/** Below this size the drawing with fewer strokes is clearer. */
const SMALL = 32

/** Windows icons: a list of pictures, each a whole PNG. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [at, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * at
    head.writeUInt8(size === 256 ? 0 : size, entry)
    head.writeUInt8(size === 256 ? 0 : size, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(offset, entry + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** macOS icons: named blocks, each a whole PNG. */
function icns(pictures) {
  const blocks = pictures.map(({ size, png }) => {
    const head = Buffer.alloc(8)
    head.write(MAC[size], 0, 'latin1')
    head.writeUInt32BE(png.length + 8, 4)
    return Buffer.concat([head, png])
  })
  const body = Buffer.concat(blocks)
  const head = Buffer.alloc(8)
  head.write('icns', 0, 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

const executablePath = process.env.POSTIL_CHROMIUM ?? '/usr/bin/chromium'
const browser = await chromium.launch({ executablePath, args: chromiumArguments })
const page = await browser.newPage()

async function draw(name, size) {
  const drawing = size <= SMALL && name === 'icon' ? 'icon-small.svg' : `${name}.svg`
  const svg = readFileSync(here(drawing)).toString('base64')
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
  )
  await page.evaluate(() => document.images[0].decode())
  return { size, png: await page.screenshot({ omitBackground: true }) }
}
const drawAll = async (name, sizes) => {
  const pictures = []
  for (const size of sizes) pictures.push(await draw(name, size))
  return pictures
}

mkdirSync(here('linux'), { recursive: true })
for (const { size, png } of await drawAll('icon', LINUX))
  writeFileSync(here(`linux/${size}x${size}.png`), png)
for (const name of ['icon', 'document']) {
  writeFileSync(here(`${name}.ico`), ico(await drawAll(name, WINDOWS)))
  writeFileSync(here(`${name}.icns`), icns(await drawAll(name, Object.keys(MAC).map(Number))))
}
writeFileSync(here('../icon.png'), (await draw('icon', 256)).png)
await browser.close()
