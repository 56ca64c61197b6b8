import type { Engine } from '../../shared/contract/recognition.ts'
import { findProgram, run } from './programs.ts'

/** An engine that is installed on this machine, and the programs it works with. */
export interface InstalledEngine extends Engine {
  readonly program: string
  /** draws the pages of a PDF as pictures, for an engine that reads pictures only */
  readonly drawer: string | null
}

const PATIENCE = 10_000

/** Asks the programs themselves: only one that answers is offered. The best one first. */
export async function findEngines(path?: string): Promise<InstalledEngine[]> {
  const found = await Promise.all([findTesseract(path), findOcrMyPdf(path)])
  return found.filter(engine => engine !== null)
}

async function findTesseract(path?: string): Promise<InstalledEngine | null> {
  const program = findProgram('tesseract', path)
  if (program === null) return null
  const version = await versionOf(program)
  if (version === null) return null
  const drawer = findProgram('pdftoppm', path)
  return {
    id: 'tesseract',
    version,
    languages: await languagesOf(program),
    program,
    drawer,
    reads: drawer === null ? ['image'] : ['pdf', 'image'],
  }
}

async function findOcrMyPdf(path?: string): Promise<InstalledEngine | null> {
  const program = findProgram('ocrmypdf', path)
  if (program === null) return null
  const version = await versionOf(program)
  if (version === null) return null
  const tesseract = findProgram('tesseract', path)
  const languages = tesseract === null ? [] : await languagesOf(tesseract)
  return { id: 'ocrmypdf', version, languages, program, drawer: null, reads: ['pdf'] }
}

async function versionOf(program: string): Promise<string | null> {
  const { ok, output, complaint } = await run(program, ['--version'], { timeout: PATIENCE })
  if (!ok) return null
  // older versions of tesseract say it where complaints go
  return /\d+(?:\.\d+)+/.exec(output.trim() || complaint)?.[0] ?? null
}

/** "eng", "deu", …; orientation data is no language. */
async function languagesOf(tesseract: string): Promise<string[]> {
  const { ok, output, complaint } = await run(tesseract, ['--list-langs'], { timeout: PATIENCE })
  if (!ok) return []
  const lines = (output.trim() || complaint).split(/\r?\n/).map(line => line.trim())
  return lines.filter(line => /^[\w/-]{2,40}$/.test(line) && line !== 'osd')
}
