import type { BrowserFile } from '../../../shared/host.ts'
import type { GroupId } from '../../../shared/model/ids.ts'
import { asFailure } from '../../data/answers.ts'
import { client } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { announce, attempt, say } from '../../state/messages.ts'
import { openDocument } from '../../state/workspace.ts'
import { sayUndoable } from '../../ui/undo-message.ts'
import {
  changeRow,
  guessedEncoding,
  type ImportRow,
  importState,
  isClean,
  rowOf,
  showReport,
} from './import-state.ts'
import { summaryOf } from './import-words.ts'
import { watched } from './reading.ts'

const IN_FLIGHT = 2
let nextRow = 1

/**
 * Imports files: two at a time, all of them one step of the history. The first document
 * opens as soon as it is in. Files added while an import runs join it.
 */
export async function startImport(files: readonly BrowserFile[], groupId?: GroupId): Promise<void> {
  if (files.length === 0) return
  const { rows, running } = importState.getState()
  const before = running ? rows : []
  const batch = before[0]?.batch ?? crypto.randomUUID()
  const added = files.map((file): ImportRow => newRow(file, batch, groupId))
  const all = [...before, ...added]
  importState.setState({ rows: all, cancelled: false, ...(all.length > 1 ? { open: true } : {}) })
  if (running) return
  importState.setState({ running: true, open: all.length > 1 })
  await Promise.all(Array.from({ length: IN_FLIGHT }, () => work()))
  importState.setState({ running: false })
  await attempt(conclude)
}

function newRow(file: BrowserFile, batch: string, groupId: GroupId | undefined): ImportRow {
  return {
    id: nextRow++,
    file,
    groupId,
    batch,
    state: 'waiting',
    handle: null,
    options: {},
    imported: null,
    failure: null,
    reading: null,
    tries: 0,
  }
}

/** Takes one file after the other until none waits. */
async function work(): Promise<void> {
  for (;;) {
    const row = nextOf(importState.getState().rows)
    if (!row) return
    await importRow(row.id)
    const imported = importState.getState().rows.filter(({ state }) => state === 'imported')
    if (imported.length === 1 && imported[0]?.id === row.id && imported[0].imported)
      openDocument(imported[0].imported.id)
  }
}

/** A file that takes a while, where nothing can be read yet: then a small one comes first. */
const LARGE = 1_000_000

function nextOf(rows: readonly ImportRow[]): ImportRow | undefined {
  const waiting = rows.filter(({ state }) => state === 'waiting')
  const [first] = waiting
  if (!first || first.file.size < LARGE || rows.some(({ state }) => state === 'imported')) return first
  return waiting.reduce((least, row) => (row.file.size < least.file.size ? row : least), first)
}

/** Imports the file of a row with the row's options; the result, good or bad, is in the row. */
export async function importRow(id: number): Promise<void> {
  const row = rowOf(id)
  if (!row) return
  changeRow(id, { state: 'reading', failure: null })
  try {
    const file = row.handle ?? (await host().put(row.file))
    changeRow(id, { handle: file })
    const { running, cancelled } = importState.getState()
    if (running && cancelled) return changeRow(id, { state: 'cancelled' })
    const importing = client().documents.import({
      file,
      batch: row.batch,
      options: row.options,
      ...(row.groupId === undefined ? {} : { groupId: row.groupId }),
    })
    changeRow(id, { state: 'imported', imported: await watched(id, file, importing) })
  } catch (error) {
    const failure = asFailure(error)
    const state = failure.code === 'import-cancelled' ? 'cancelled' : 'refused'
    changeRow(id, { state, failure: state === 'refused' ? failure : null, imported: null })
  }
}

/** Documents that are in the project stay; files that are being read are stopped, and those that wait are not begun. */
export function cancelImport(): void {
  for (const { state, handle } of importState.getState().rows)
    if (state === 'reading' && handle) void attempt(() => client().documents.stop({ file: handle }))
  importState.setState(({ rows }) => ({
    cancelled: true,
    rows: rows.map(row => (row.state === 'waiting' ? { ...row, state: 'cancelled' as const } : row)),
  }))
}

async function conclude(): Promise<void> {
  const { rows, open } = importState.getState()
  const only = rows.length === 1 ? rows[0] : undefined
  if (only && isClean(only)) return sayOne(only)
  const summary = summaryOf(rows)
  if (only) showReport()
  if (only || open) announce(summary)
  else if (rows.every(isClean)) await sayUndoable(summary)
  else say(summary, { label: 'Show report', run: showReport })
}

/** One file without a warning needs no report. */
async function sayOne(row: ImportRow): Promise<void> {
  const { imported } = row
  if (!imported) return
  const guessed = guessedEncoding(row)
  const words = `“${imported.name}” is in the project: ${imported.words.toLocaleString('en')} words`
  if (guessed === null) await sayUndoable(`${words}.`)
  else say(`${words}, read as ${guessed}.`, { label: 'Other encoding…', run: showReport })
}
