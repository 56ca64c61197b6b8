import type { PageInfo } from '../../../shared/model/page-layout.ts'
import type { Structure } from '../../../shared/model/structure.ts'
import type { Warning } from '../../../shared/model/warning.ts'

/** The pages of a file that has pages of a fixed size, and where the text stands on them. */
export interface PrintedPages {
  readonly text: 'printed' | 'recognised' | 'none'
  readonly pages: readonly PageInfo[]
  /** what made it, in words of its version: an upgrade never touches what is kept */
  readonly extraction?: string
  /** one for each page, packed as they are kept (page-layout-codec.ts) */
  readonly layouts: readonly Uint8Array[]
}

/** What a file became: one canonical text and the structure laid over it. */
export interface ReadDocument {
  /** LF line ends, no BOM, no NUL, no lone surrogate; otherwise exactly as the file has it */
  readonly text: string
  readonly structure: Structure
  readonly kind: 'text' | 'pdf' | 'image'
  readonly mediaType: string
  readonly printed?: PrintedPages
  /** the encoding used, where the format has no own say ("windows-1252"); with its rivals for the dialog */
  readonly encoding?: string
  readonly encodings?: readonly string[]
  /** the title the file gives itself, if any */
  readonly title?: string
  readonly language?: string
  readonly warnings: readonly Warning[]
}

/** What the researcher chose for this one file. */
export interface ReadOptions {
  readonly encoding?: string
  readonly password?: string
  /** tracked changes: accept insertions and drop deletions (default), or keep both, marked */
  readonly changes?: 'accept' | 'keep-both'
}

/** Whoever reads a long file says now and then that it is still alive: `done` of `total`. */
export type Progress = (done: number, total: number) => void

/**
 * One format of document. `read` throws a `Failure` (shared/errors.ts) with a sentence
 * for the researcher when the file cannot be taken; whatever else it throws is reported
 * as a damaged file. It never touches the network or the file system.
 */
export interface DocumentReader {
  readonly id: string
  readonly label: string
  readonly extensions: readonly string[]
  /** is this file, by its first 4 KiB and its name, one of mine? */
  sniff(head: Uint8Array, name: string): boolean
  read(bytes: Uint8Array, name: string, options: ReadOptions, progress: Progress): Promise<ReadDocument>
}
