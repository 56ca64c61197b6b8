import { openZip } from '../../src/core/exchange/documents/zip.ts'

/** The files of a ZIP as text, by name. */
export async function unzipped(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await openZip(bytes, 'x.zip')
  const files = new Map<string, string>()
  for (const name of zip.names) files.set(name, new TextDecoder().decode((await zip.read(name))!))
  return files
}
