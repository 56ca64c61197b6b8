import { CodeId } from '../model/ids.ts'
import { GLYPHS } from '../model/palette.ts'
import { z } from '../model/zod.ts'
import { Color, Done, Name, Nothing } from './common.ts'
import { mutation, query } from './define.ts'

export const Glyph = z.enum(GLYPHS)

export const Code = z.strictObject({
  id: CodeId,
  parentId: CodeId.nullable(),
  name: z.string(),
  /** names from the root of the tree, divided by "/" (a "/" in a name is written "\/") */
  path: z.string(),
  depth: z.int(),
  color: Color,
  glyph: Glyph,
  definition: z.string(),
  /** false: a heading of the tree, not to be applied */
  codable: z.boolean(),
  /** segments that carry this very code, and the documents they are in */
  segments: z.int(),
  documents: z.int(),
  /** the same with all its sub-codes, each segment once */
  segmentsBelow: z.int(),
})
export type Code = z.output<typeof Code>

export const codes = {
  list: query({
    about: 'The code tree in its order (parents before children), with counts.',
    reads: ['code', 'segment', 'coding'],
    input: Nothing,
    output: z.array(Code),
  }),
  create: mutation({
    about: 'Makes a code. Without a colour it takes the next of the palette, or its parent’s.',
    label: 'New code',
    input: z.strictObject({
      name: Name,
      parentId: CodeId.nullable().optional(),
      color: Color.optional(),
      glyph: Glyph.optional(),
      definition: z.string().max(1_000_000).optional(),
      codable: z.boolean().optional(),
    }),
    output: CodeId,
  }),
  ensure: mutation({
    about:
      'Finds the code of a path (“Actors/State”), making what of it is missing, in one step. A name that differs only in case is the same name.',
    label: 'New code',
    input: z.strictObject({ path: z.string().min(1).max(4000) }),
    output: z.strictObject({ codeId: CodeId, created: z.boolean() }),
  }),
  update: mutation({
    about: 'Renames, recolours or redefines a code. `branch` gives colour and glyph to its sub-codes too.',
    label: 'Change code',
    input: z.strictObject({
      codeId: CodeId,
      name: Name.optional(),
      color: Color.optional(),
      glyph: Glyph.optional(),
      definition: z.string().max(1_000_000).optional(),
      codable: z.boolean().optional(),
      branch: z.boolean().optional(),
    }),
    output: Done,
  }),
  move: mutation({
    about:
      'Puts a code below another parent (null: top level) and before one of its new siblings (null: last).',
    label: 'Move code',
    input: z.strictObject({ codeId: CodeId, parentId: CodeId.nullable(), before: CodeId.nullable() }),
    output: Done,
  }),
  merge: mutation({
    about:
      'Merges codes into one: their codings, sub-codes and memos go over, shared segments are not doubled, and the target’s definition notes what was merged into it.',
    label: 'Merge codes',
    input: z.strictObject({ sourceIds: z.array(CodeId).min(1), targetId: CodeId }),
    output: z.strictObject({ moved: z.int(), shared: z.int() }),
  }),
  delete: mutation({
    about:
      'Deletes codes with their sub-codes and codings. Segments that would be left without a code go too, unless they carry a comment. Undo brings all of it back.',
    label: 'Delete code',
    input: z.strictObject({ codeIds: z.array(CodeId).min(1) }),
    output: z.strictObject({ codes: z.int(), codings: z.int() }),
  }),
}
