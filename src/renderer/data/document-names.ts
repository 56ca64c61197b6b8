import type { DocumentInfo } from '../../shared/contract/documents.ts'
import { useQueryPart } from './use-query.ts'

export type DocumentName = Pick<DocumentInfo, 'id' | 'name'>

/** The documents as they are called, in the order of the project. */
export const useDocumentNames = (): readonly DocumentName[] | undefined =>
  useQueryPart('documents.list', {}, namesOf)

const namesOf = (documents: readonly DocumentInfo[]): readonly DocumentName[] =>
  documents.map(({ id, name }) => ({ id, name }))
