import { z } from 'zod'
import { findProcedure, procedureNames } from '../../shared/client.ts'
import { fail } from '../../shared/errors.ts'
import { parseWords, takeWords } from '../args.ts'
import { findCommand } from '../commands.ts'
import { print, printJson } from '../output.ts'

export async function run(argv: readonly string[]): Promise<number> {
  const [name] = takeWords(parseWords(argv).words, ['noun.verb?'], findCommand('verbs')!.usage)
  if (name !== undefined) await printJson(explainVerb(name), 2)
  else {
    const names = procedureNames()
    const width = Math.max(...names.map(known => known.length))
    await print(
      `${names.map(known => `${known.padEnd(width)}  ${findProcedure(known)!.about}`).join('\n')}\n`,
    )
  }
  return 0
}

/** Everything the contract says of a procedure; the schemas are JSON Schema. */
function explainVerb(name: string): object {
  const procedure = findProcedure(name)
  if (!procedure) throw fail('no-such-procedure', { name })
  const { kind, about, input, output } = procedure
  const schema = (type: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(type, { io, unrepresentable: 'any' })
  const rest = procedure.kind === 'query' ? { reads: procedure.reads } : { label: procedure.label }
  return { name, kind, about, ...rest, input: schema(input, 'input'), output: schema(output, 'output') }
}
