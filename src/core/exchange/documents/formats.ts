import { Failure, fail } from '../../../shared/errors.ts'
import { foreignPicture, pictureType } from '../../../shared/pictures/picture.ts'
import { fileKind, holds, holdsStream } from './file-kinds.ts'
import type { DocumentReader } from './reader.ts'

type About = Omit<DocumentReader, 'read'>
type Read = DocumentReader['read']

/** Listing formats must cost nothing: a reader and its libraries are loaded when the first file is read. */
function reader(about: About, load: () => Promise<Read>): DocumentReader {
  return {
    ...about,
    read: async (bytes, name, options, progress) => {
      const read = await load()
      try {
        return await read(plainBytes(bytes), name, options, progress)
      } catch (error) {
        throw withName(error, name)
      }
    },
  }
}

/** Node's Buffer is a Uint8Array too, but libraries that also run in browsers refuse it. */
function plainBytes(bytes: Uint8Array): Uint8Array {
  return Object.getPrototypeOf(bytes) === Uint8Array.prototype
    ? bytes
    : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** What is decided alike for all formats (finish.ts) does not know the file's name. */
function withName(error: unknown, name: string): unknown {
  const nameless = error instanceof Failure && error.details['name'] === undefined
  return nameless ? fail(error.code, { ...error.details, name }) : error
}

const ends = (name: string, extensions: readonly string[]): boolean => {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  return extension !== undefined && extensions.includes(extension)
}

const WORD = ['docx', 'docm', 'dotx', 'dotm']
const OPEN_DOCUMENT = ['odt', 'ott', 'fodt']
const HTML = ['html', 'htm', 'xhtml', 'xht', 'shtml']
const MARKDOWN = ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'qmd', 'rmd']
const PICTURES = ['png', 'apng', 'jpg', 'jpeg', 'jpe', 'jfif', 'webp', 'gif', 'bmp', 'dib']
const TEXT = ['txt', 'text', 'asc', 'log']

const pdf = reader(
  { id: 'pdf', label: 'PDF', extensions: ['pdf'], sniff: head => fileKind(head) === 'pdf' },
  async () => (await import('./pdf.ts')).pdf.read,
)
const image = reader(
  { id: 'image', label: 'Picture', extensions: PICTURES, sniff: head => pictureType(head) !== null },
  async () => (await import('./image.ts')).readImage,
)
const docx = reader(
  {
    id: 'docx',
    label: 'Word document',
    extensions: WORD,
    sniff: (head, name) => {
      if (fileKind(head) === 'zip')
        return holds(head, 'word/') || (ends(name, WORD) && !holds(head, 'mimetype'))
      return fileKind(head) === 'ole' && (holdsStream(head, 'EncryptedPackage') || ends(name, WORD))
    },
  },
  async () => (await import('./docx.ts')).docx.read,
)
const odt = reader(
  {
    id: 'odt',
    label: 'OpenDocument text',
    extensions: OPEN_DOCUMENT,
    sniff: (head, name) => {
      const said = holds(head, 'application/vnd.oasis.opendocument.text')
      if (fileKind(head) === 'zip') return said || ends(name, OPEN_DOCUMENT)
      return said && holds(head, '<office:document')
    },
  },
  async () => (await import('./odt.ts')).odt.read,
)
const rtf = reader(
  { id: 'rtf', label: 'Rich Text (RTF)', extensions: ['rtf'], sniff: head => fileKind(head) === 'rtf' },
  async () => (await import('./rtf.ts')).readRtf,
)
const vtt = reader(
  { id: 'vtt', label: 'WebVTT subtitles', extensions: ['vtt'], sniff: head => fileKind(head) === 'vtt' },
  async () => (await import('./subtitles.ts')).readVtt,
)
const srt = reader(
  { id: 'srt', label: 'SubRip subtitles', extensions: ['srt'], sniff: head => fileKind(head) === 'srt' },
  async () => (await import('./subtitles.ts')).readSrt,
)
const markdown = reader(
  { id: 'markdown', label: 'Markdown', extensions: MARKDOWN, sniff: (_, name) => ends(name, MARKDOWN) },
  async () => (await import('./markdown.ts')).readMarkdown,
)
const html = reader(
  {
    id: 'html',
    label: 'Web page (HTML)',
    extensions: HTML,
    // a Markdown file may begin with mark-up and is not HTML for that
    sniff: (head, name) => fileKind(head) === 'html' && !ends(name, MARKDOWN),
  },
  async () => (await import('./html.ts')).readHtml,
)
const txt = reader(
  { id: 'txt', label: 'Plain text', extensions: TEXT, sniff: () => true },
  async () => (await import('./txt.ts')).readTxt,
)

/** In the order in which they are asked whether a file is theirs. */
export const documentReaders: readonly DocumentReader[] = [
  pdf,
  image,
  docx,
  odt,
  rtf,
  vtt,
  srt,
  markdown,
  html,
  txt,
]

/** Files of these names are no documents even where they hold text. */
const NOT_DOCUMENTS = [
  ...[
    'xlsx',
    'xls',
    'ods',
    'pptx',
    'ppt',
    'odp',
    'epub',
    'pages',
    'numbers',
    'key',
    'mht',
    'mhtml',
    'eml',
    'msg',
  ],
  ...['zip', 'gz', 'tar', '7z', 'rar', 'exe', 'dll', 'dmg', 'iso', 'db', 'sqlite', 'svg', 'ps', 'eps'],
  ...['tif', 'tiff', 'heic', 'mp3', 'mp4', 'm4a', 'wav', 'mov', 'avi', 'mkv'],
]

/** Which reader takes this file: its content decides, then its name. Throws where none does. */
export function pickReader(head: Uint8Array, name: string): DocumentReader {
  const kind = fileKind(head)
  const byContent = documentReaders.find(one => one !== txt && one.sniff(head, name))
  if (byContent) return byContent
  if (kind === 'ole') {
    const isWord = ends(name, ['doc', 'dot', 'wiz']) || holdsStream(head, 'WordDocument')
    throw fail(isWord ? 'file-legacy-doc' : 'file-unknown', { name })
  }
  const picture = foreignPicture(head)
  if (picture) throw fail('picture-unsupported', { name, kind: picture })
  if (kind === 'foreign' || kind === 'zip' || ends(name, NOT_DOCUMENTS)) throw fail('file-unknown', { name })
  return documentReaders.find(one => ends(name, one.extensions)) ?? txt
}
