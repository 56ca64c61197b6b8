import { DocumentId, VariableId } from '../model/ids.ts'
import { z } from '../model/zod.ts'
import { Done, Name, Nothing } from './common.ts'
import { mutation, query } from './define.ts'

export const VARIABLE_TYPES = ['text', 'number', 'date', 'boolean', 'category', 'url'] as const
export const Variable = z.strictObject({ id: VariableId, name: z.string(), type: z.enum(VARIABLE_TYPES) })
export type Variable = z.output<typeof Variable>

export const variables = {
  list: query({
    about: 'The document variables and their types.',
    reads: ['variable'],
    input: Nothing,
    output: z.array(Variable),
  }),
  values: query({
    about:
      'The value of every variable for every document that has one, as text in a fixed form (dates YYYY-MM-DD, yes/no as true/false).',
    reads: ['variable', 'variable_value', 'document'],
    input: Nothing,
    output: z.array(z.strictObject({ variableId: VariableId, documentId: DocumentId, value: z.string() })),
  }),
  create: mutation({
    about: 'Makes a document variable.',
    label: 'New variable',
    input: z.strictObject({ name: Name, type: z.enum(VARIABLE_TYPES) }),
    output: VariableId,
  }),
  set: mutation({
    about: 'Sets the value of a variable for a document; null clears it.',
    label: 'Set variable',
    input: z.strictObject({
      variableId: VariableId,
      documentId: DocumentId,
      value: z.string().max(100_000).nullable(),
    }),
    output: Done,
  }),
  delete: mutation({
    about: 'Deletes a variable with its values.',
    label: 'Delete variable',
    input: z.strictObject({ variableId: VariableId }),
    output: Done,
  }),
}
