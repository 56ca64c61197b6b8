import { LARGEST_FILE } from '../core/reading/read-file.ts'

/** How much of this machine a visitor may use, and for how long. */
export interface Limits {
  /** ms until the headers of a request must be there */
  readonly headers: number
  /** ms until the whole of a request must be there: 512 MB from a slow disk take their time */
  readonly request: number
  /** how often slow requests are looked for, in ms */
  readonly watch: number
  /** bytes of the input of a call */
  readonly call: number
  /** bytes of one file */
  readonly file: number
  /** connections at the same time, on both addresses together */
  readonly sockets: number
}

export const LIMITS: Limits = {
  headers: 10_000,
  request: 300_000,
  watch: 5_000,
  call: 2 * 1024 * 1024,
  file: LARGEST_FILE,
  sockets: 64,
}
