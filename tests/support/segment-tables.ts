import { readFileSync, writeFileSync } from 'node:fs'
import type { Table } from '../../src/shared/model/table.ts'
import type { TestProject } from './project.ts'

/** Imports a table of codings given as text. */
export function importCsv({ core, client }: TestProject, csv: string | Uint8Array, name = 'codings.csv') {
  const { handle, path } = core.freight.fresh(name)
  writeFileSync(path, csv)
  return client.segments.importTable({ file: handle })
}

/** The rows of the list, without ids and times: two equal projects are equal here. */
export async function codingsOf({ client }: TestProject) {
  const { rows } = await client.segments.list({ limit: 1_000_000, context: 0 })
  return rows
    .map(({ document, reference, start, end, code, coder, comment, quote, words }) => {
      return { document, reference, start, end, code, coder, comment, quote, words }
    })
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** What an export holds. */
export const exported = ({ core }: TestProject, { file }: { file: string }): Buffer =>
  readFileSync(core.freight.resolve(file).path)

export async function exportedTable(project: TestProject, answer: Promise<{ file: string }>): Promise<Table> {
  return JSON.parse(exported(project, await answer).toString('utf8')) as Table
}
