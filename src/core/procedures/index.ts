import type { Handlers } from '../../shared/contract/define.ts'
import type { Contract } from '../../shared/contract/index.ts'
import type { Context } from '../context.ts'
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

/** A procedure that is missing, extra or of the wrong shape does not compile. */
const procedures = {
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
} satisfies { readonly [G in keyof Contract]: Handlers<Contract[G], Context> }

/** The handler of "noun.verb". Names have been checked against the contract before. */
export function handlerOf(name: string): unknown {
  const [noun = '', verb = ''] = name.split('.')
  const groups: Readonly<Record<string, Readonly<Record<string, unknown>>>> = procedures
  return Object.hasOwn(groups, noun) && Object.hasOwn(groups[noun]!, verb) ? groups[noun]![verb] : undefined
}
