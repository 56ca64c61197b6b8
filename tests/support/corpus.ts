import type { Corpus } from '../../src/shared/analysis/corpus.ts'

/** A coded project in words: documents with their words, codes as paths, codings as plain rows. */
export interface PlainProject {
  readonly documents: readonly { readonly name: string; readonly words: number }[]
  readonly groups: readonly { readonly name: string; readonly members: readonly number[] }[]
  readonly codes: readonly { readonly path: string; readonly codable?: boolean }[]
  readonly coders: readonly string[]
  readonly segments: readonly {
    readonly document: number
    readonly start: number
    readonly end: number
    readonly words: number
    /** it is an area of a page */
    readonly isArea?: boolean
  }[]
  readonly codings: readonly { readonly segment: number; readonly code: number; readonly coder: number }[]
}

/** The same as columns. Slots are shuffled against the order of the lists, as they are in a project that has lived. */
export function corpusOf(project: PlainProject): Corpus {
  const slot = (index: number, length: number) => length - 1 - index
  const documents = project.documents.map((document, index) => ({
    ...document,
    slot: slot(index, project.documents.length),
    id: `d${index}`,
    number: index + 1,
  }))
  const codes = project.codes.map(({ path, codable = true }, index) => {
    const names = path.split('/')
    const parentPath = names.slice(0, -1).join('/')
    return {
      slot: slot(index, project.codes.length),
      id: `c${index}`,
      name: names.at(-1)!,
      path,
      depth: names.length - 1,
      codable,
      parent: project.codes.findIndex(code => code.path === parentPath),
    }
  })
  const coders = project.coders.map((name, index) => ({
    slot: slot(index, project.coders.length),
    id: `p${index}`,
    name,
  }))
  const column = <T>(rows: readonly T[], of: (row: T) => number) => Int32Array.from(rows, of)
  return {
    documents,
    codes,
    coders,
    groups: project.groups.map(({ name, members }, index) => ({ id: `g${index}`, name, members })),
    segments: {
      length: project.segments.length,
      document: column(project.segments, row => documents[row.document]!.slot),
      start: column(project.segments, row => row.start),
      end: column(project.segments, row => row.end),
      words: column(project.segments, row => row.words),
      area: column(project.segments, row => (row.isArea ? 1 : 0)),
    },
    codings: {
      length: project.codings.length,
      segment: column(project.codings, row => row.segment),
      code: column(project.codings, row => codes[row.code]!.slot),
      coder: column(project.codings, row => coders[row.coder]!.slot),
    },
  }
}
