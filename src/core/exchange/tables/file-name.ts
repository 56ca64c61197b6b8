/** What a file name may not hold on Windows, with what hides or turns its letters around. */
const FORBIDDEN = /[\p{Cc}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu
/** Names of devices: Windows takes them for the device whatever follows the first dot. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)/i
/** In bytes: 255 are the most on common file systems, and a browser may append " (1)". */
const LONGEST = 200

/** "Project - Code x document.csv": a name that every system takes, however the project is called. */
export function fileName(project: string, title: string, extension: string): string {
  const ending = `${plain(title.replaceAll('×', 'x')) || 'Table'}.${extension}`
  const begin = shorten(plain(project), LONGEST - Buffer.byteLength(` - ${ending}`))
  const name = begin === '' ? ending : `${begin} - ${ending}`
  return DEVICE.test(name) ? `_${name}` : name
}

/** No forbidden characters, no runs of spaces, no dot or space at either end. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')

/** Whole characters as they are seen, so that no accent or emoji is cut in two. */
function shorten(text: string, most: number): string {
  let kept = ''
  let bytes = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > most) break
    kept += segment
  }
  return kept.replace(/[. ]+$/, '')
}
