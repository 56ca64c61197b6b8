import { existsSync, statSync } from 'node:fs'
import { z } from 'zod'
import type { FreightRoom } from '../core/freight.ts'
import { findProcedure } from '../shared/client.ts'
import { FileHandle } from '../shared/contract/common.ts'
import { fail } from '../shared/errors.ts'

/**
 * In a terminal a file is a path. Where the contract wants a file handle, a path is
 * registered in the freight room and its handle takes its place.
 */
export function withHandles(freight: FreightRoom, name: string, input: unknown): unknown {
  const fields = fileFields(findProcedure(name)?.input)
  if (fields.length === 0 || typeof input !== 'object' || input === null || Array.isArray(input)) return input
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      fields.includes(key) && typeof value === 'string' ? toHandle(freight, value) : value,
    ]),
  )
}

/** The names of the fields of an input that are file handles. */
export function fileFields(schema: z.ZodType | undefined): string[] {
  const inner = unwrap(schema)
  if (!(inner instanceof z.ZodObject)) return []
  return Object.entries(inner.shape)
    .filter(([, field]) => unwrap(field as z.ZodType) === FileHandle)
    .map(([key]) => key)
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault
    ? unwrap(schema.unwrap() as z.ZodType)
    : schema
}

function toHandle(freight: FreightRoom, value: string): string {
  if (existsSync(value) && statSync(value).isFile()) return freight.register(value)
  if (FileHandle.safeParse(value).success) return value
  throw fail('file-missing', { path: value })
}
