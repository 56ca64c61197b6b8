import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { Core } from '../../core/core.ts'
import { findProcedure } from '../../shared/client.ts'
import { FileResult } from '../../shared/contract/common.ts'
import { fail, type Reply, toFailureData } from '../../shared/errors.ts'
import { parseJson, parseWords, takeWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withHandles } from '../file-inputs.ts'
import { withCore } from '../open.ts'
import { deliver, printJson } from '../output.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options, flags } = parseWords(argv, { options: ['out'], flags: ['lines'] })
  const { usage } = findCommand('call')!
  if (flags.has('lines')) {
    const [project, dash] = takeWords(words, ['STUDY.postil', '-'], usage)
    if (dash !== '-' || options['out'] !== undefined) throw new Usage(usage)
    return withCore(project!, options, answerLines)
  }
  const [project, name, json] = takeWords(words, ['STUDY.postil', 'noun.verb', 'JSON?'], usage)
  if (name === '-') throw new Usage(`“-” for the procedure needs --lines.\n${usage}`)
  const { out } = options
  if (out !== undefined) refuseWithoutFile(name!)
  const given = json === '-' ? await text(process.stdin) : json
  const input = given === undefined || given.trim() === '' ? undefined : parseJson(given, 'The input')
  return withCore(project!, options, async core => {
    const value = await core.call(name!, withHandles(core.freight, name!, input))
    if (out === undefined) await printJson(value, 2)
    else await deliver(core.freight, value, out)
    return 0
  })
}

/** Said before anything is done: there would be nothing to write. */
function refuseWithoutFile(name: string): void {
  const procedure = findProcedure(name)
  if (!procedure) throw fail('no-such-procedure', { name })
  if (procedure.output !== FileResult) throw new Usage(`${name} makes no file, so --out is not for it.`)
}

/** One call a line, one answer a line, in order; a line is answered only when its change is on the disk. */
async function answerLines(core: Core): Promise<number> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    if (line.trim() === '') continue
    await printJson(await answer(core, line))
  }
  return 0
}

async function answer(core: Core, line: string): Promise<Reply> {
  try {
    const { call, input } = readLine(line)
    return { ok: true, value: (await core.call(call, withHandles(core.freight, call, input))) ?? null }
  } catch (error) {
    return { ok: false, error: toFailureData(error) }
  }
}

function readLine(line: string): { call: string; input?: unknown } {
  try {
    const request: unknown = JSON.parse(line)
    if (typeof request === 'object' && request !== null && 'call' in request) {
      const { call, input } = request as { call: unknown; input?: unknown }
      if (typeof call === 'string') return { call, input }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw fail('bad-input', { name: 'this line', reason: `it is not JSON: ${error.message}` })
  }
  throw fail('bad-input', { name: 'this line', reason: 'it is not {"call": "noun.verb", "input": ...}' })
}
