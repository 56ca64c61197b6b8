import type { Database } from 'better-sqlite3'
import type { LiveCorpus } from './corpus.ts'
import type { FreightRoom } from './freight.ts'
import type { Journal } from './journal.ts'
import type { ReadFile } from './reading/read-file.ts'
import type { Readings } from './reading/readings.ts'
import type { Texts } from './texts.ts'

/** What a procedure is given. */
export interface Context {
  readonly db: Database
  readonly path: string
  readonly readOnly: boolean
  readonly version: string
  readonly journal: Journal
  readonly corpus: LiveCorpus
  readonly texts: Texts
  readonly freight: FreightRoom
  /** reads a document file off this thread */
  readonly readFile: ReadFile
  /** the same for files of the freight room, which can be asked how far it is and be stopped */
  readonly readings: Readings
  /** whoever codes now; `coders.use` changes it */
  readonly coder: { id: string; name: string }
  now(): string
  newId(): string
}
