import { createStore } from 'zustand/vanilla'
import type { FileHandle } from '../../../shared/contract/common.ts'
import type { In } from '../../../shared/contract/define.ts'
import type { Imported } from '../../../shared/contract/documents.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import type { Failure } from '../../../shared/errors.ts'
import type { BrowserFile } from '../../../shared/host.ts'
import type { GroupId } from '../../../shared/model/ids.ts'

/** What the researcher chose for one file. */
export type ImportChoices = NonNullable<In<Contract['documents']['import']>['options']>

/** One file of an import, from when it was chosen until its result is closed. */
export interface ImportRow {
  readonly id: number
  readonly file: BrowserFile
  readonly groupId: GroupId | undefined
  /** files that were chosen together are one step of the history */
  readonly batch: string
  readonly state: 'waiting' | 'reading' | 'imported' | 'refused' | 'cancelled'
  /** where its bytes wait, once they are put down */
  readonly handle: FileHandle | null
  readonly options: ImportChoices
  readonly imported: Imported | null
  readonly failure: Failure | null
  /** how far it is, of a file that takes a while */
  readonly reading: { readonly done: number; readonly total: number } | null
  /** passwords that did not open it */
  readonly tries: number
}

export interface ImportState {
  readonly rows: readonly ImportRow[]
  readonly running: boolean
  readonly cancelled: boolean
  /** is the report shown? */
  readonly open: boolean
}

export const emptyImport: ImportState = { rows: [], running: false, cancelled: false, open: false }

export const importState = createStore<ImportState>(() => emptyImport)

export function changeRow(id: number, change: Partial<ImportRow>): void {
  importState.setState(({ rows }) => ({
    rows: rows.map(row => (row.id === id ? { ...row, ...change } : row)),
  }))
}

export const rowOf = (id: number): ImportRow | undefined =>
  importState.getState().rows.find(row => row.id === id)

export function closeReport(): void {
  importState.setState({ open: false })
}

export function showReport(): void {
  importState.setState({ open: true })
}

/** Nothing to look at: it came in whole, and nothing had to be guessed that could be wrong. */
export const isClean = ({ imported, state }: ImportRow): boolean =>
  state === 'imported' && imported?.warnings.length === 0

/** Bytes that are no Unicode were guessed at: worth a look even where the guess is good. */
export function guessedEncoding({ imported, options }: ImportRow): string | null {
  const encoding = imported?.encoding
  return encoding === undefined || options.encoding !== undefined || encoding.startsWith('utf-')
    ? null
    : encoding
}
