import { analysis } from './analysis.ts'
import { coders } from './coders.ts'
import { codes } from './codes.ts'
import { documents } from './documents.ts'
import { exchange } from './exchange.ts'
import { groups } from './groups.ts'
import { history } from './history.ts'
import { memos } from './memos.ts'
import { project } from './project.ts'
import { segments } from './segments.ts'
import { variables } from './variables.ts'

/** Everything that can be said to the core. All doors, the typed client and the help derive from this object. */
export const contract = {
  project,
  coders,
  documents,
  groups,
  variables,
  codes,
  segments,
  memos,
  analysis,
  exchange,
  history,
}
export type Contract = typeof contract
