import { fail } from '../../../shared/errors.ts'
import { entryFor, type Lock, readLock, unlockPart } from './odt-crypto.ts'
import { type Element, type Prefixes, parseXml } from './xml.ts'
import { openZip, type Package } from './zip.ts'

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns'

const PREFIXES: Prefixes = {
  [`${OASIS}:office:1.0`]: 'office',
  [`${OASIS}:text:1.0`]: 'text',
  [`${OASIS}:table:1.0`]: 'table',
  [`${OASIS}:style:1.0`]: 'style',
  [`${OASIS}:drawing:1.0`]: 'draw',
  [`${OASIS}:xsl-fo-compatible:1.0`]: 'fo',
  [`${OASIS}:svg-compatible:1.0`]: 'svg',
  [`${OASIS}:meta:1.0`]: 'meta',
  [`${OASIS}:manifest:1.0`]: 'manifest',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/1999/xlink': 'xlink',
}

export interface OdtPackage {
  readonly content: Element
  readonly styles: Element | null
  readonly meta: Element | null
}

/** A package of parts, or the same in one XML file (.fodt); locked or not. */
export async function openOdtPackage(
  bytes: Uint8Array,
  file: string,
  password?: string,
): Promise<OdtPackage> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return openFlat(bytes, file)
  const zip = await openZip(bytes, file)
  const manifest = await readManifest(zip, file)
  const whole = await zip.read('encrypted-package')
  const wholeLock = readLock(entryFor(manifest, 'encrypted-package'))
  if (whole && wholeLock) return openOdtPackage(unlock(whole, wholeLock, file, password), file)

  const part = async (path: string): Promise<Element | null> => {
    const packed = await zip.read(path)
    const lock = readLock(entryFor(manifest, path))
    if (!packed) return null
    return parseXml(lock ? unlock(packed, lock, file, password) : packed, { file, prefixes: PREFIXES })
  }
  const content = await part('content.xml')
  if (!content) throw fail('file-damaged', { name: file, reason: 'there is no text document in its package' })
  return { content, styles: await part('styles.xml'), meta: await part('meta.xml') }
}

/** Only the manifest may have a DOCTYPE: OpenOffice 2 wrote a harmless one there. */
async function readManifest(zip: Package, file: string): Promise<Element | undefined> {
  const bytes = await zip.read('META-INF/manifest.xml')
  return bytes ? parseXml(bytes, { file, prefixes: PREFIXES, bareDoctype: true }) : undefined
}

function unlock(packed: Uint8Array, lock: Lock, file: string, password: string | undefined): Uint8Array {
  if (password === undefined || password === '') throw fail('file-password', { name: file })
  return unlockPart(packed, lock, password, file)
}

function openFlat(bytes: Uint8Array, file: string): OdtPackage {
  const looksLikeXml = /^\s*(?:ï»¿)?\s*<(\?xml|office:document)/.test(
    new TextDecoder('latin1').decode(bytes.subarray(0, 100)),
  )
  if (!looksLikeXml)
    throw fail('file-damaged', { name: file, reason: 'it is neither an OpenDocument package nor XML' })
  const root = parseXml(bytes, { file, prefixes: PREFIXES })
  return { content: root, styles: root, meta: root }
}
