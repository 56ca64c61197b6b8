import { z } from './zod.ts'

/**
 * Ids are UUIDv7 (128 bits, ordered by time) written in 22 characters of an
 * order-preserving alphabet. Each kind is branded in both directions, so that a
 * document's id can never be passed where a code's is meant.
 */
const id = () => z.string().regex(/^[0-9A-Za-z_~]{22}$/, 'not an id of this project')

export const CoderId = id().brand<'CoderId', 'inout'>()
export const DocumentId = id().brand<'DocumentId', 'inout'>()
export const GroupId = id().brand<'GroupId', 'inout'>()
export const VariableId = id().brand<'VariableId', 'inout'>()
export const CodeId = id().brand<'CodeId', 'inout'>()
export const SegmentId = id().brand<'SegmentId', 'inout'>()
export const CodingId = id().brand<'CodingId', 'inout'>()
export const MemoId = id().brand<'MemoId', 'inout'>()

export type CoderId = z.output<typeof CoderId>
export type DocumentId = z.output<typeof DocumentId>
export type GroupId = z.output<typeof GroupId>
export type VariableId = z.output<typeof VariableId>
export type CodeId = z.output<typeof CodeId>
export type SegmentId = z.output<typeof SegmentId>
export type CodingId = z.output<typeof CodingId>
export type MemoId = z.output<typeof MemoId>
