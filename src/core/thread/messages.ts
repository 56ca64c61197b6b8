import type { Change } from '../../shared/client.ts'
import type { FailureData, Reply } from '../../shared/errors.ts'

export interface ThreadOptions {
  readonly path: string
  readonly create?: boolean
  readonly coder?: string
  readonly freightFolder: string
  /** href of the reading worker's module */
  readonly readingWorker: string
}

export type ToCore = { kind: 'call'; id: number; name: string; input: unknown } | { kind: 'close' }

export type FromCore =
  | { kind: 'opened'; error?: FailureData }
  | { kind: 'reply'; id: number; reply: Reply }
  | { kind: 'change'; change: Change }
  | { kind: 'closed' }
