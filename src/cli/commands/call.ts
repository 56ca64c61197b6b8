import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { Core } from '../../core/core.ts'
import { type Reply, toFailureData } from '../../shared/errors.ts'
import { parseJson, parseWords, takeWords, Usage } from '../args.ts'
import { findCommand } from '../commands.ts'
import { withCore } from '../open.ts'
import { deliver, printJson } from '../output.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const { words, options, flags } = parseWords(argv, { options: ['coder', 'out'], flags: ['lines'] })
  const { usage } = findCommand('call')!
  if (flags.has('lines')) {
    const [project, dash] = takeWords(words, ['STUDY.postil', '-'], usage)
    if (dash !== '-') throw new Usage(usage)
    return withCore(project!, options['coder'], answerLines)
  }
  const [project, name, json] = takeWords(words, ['STUDY.postil', 'noun.verb', 'JSON?'], usage)
  const given = json === '-' ? await text(process.stdin) : json
  const input = given === undefined || given.trim() === '' ? undefined : parseJson(given, 'The input')
  return withCore(project!, options['coder'], async core => {
    const value = await core.call(name!, withHandles(core, input))
    if (options['out'] !== undefined) await deliver(core.freight, value, options['out'])
    else await printJson(value, 2)
    return 0
  })
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
    const request = parseJson(line, 'The line')
    const { call, input } = (typeof request === 'object' && request !== null ? request : {}) as {
      call?: unknown
      input?: unknown
    }
    if (typeof call !== 'string') throw new Usage('A line is {"call": "noun.verb", "input": ...}.')
    return { ok: true, value: (await core.call(call, withHandles(core, input))) ?? null }
  } catch (error) {
    return { ok: false, error: toFailureData(error) }
  }
}

/** In a terminal a file is a path: where an input has `file` and there is such a file, its handle takes its place. */
function withHandles(core: Core, input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, 'file')) return input
  const { file } = input as { file: unknown }
  return typeof file === 'string' && existsSync(file)
    ? { ...input, file: core.freight.register(file) }
    : input
}
