import { DocumentId } from '../../../src/shared/model/ids.ts'

/** Three documents that are nowhere but in a test. */
export const documents = ['a', 'b', 'c'].map(letter => DocumentId.parse(letter.repeat(22))) as [
  DocumentId,
  DocumentId,
  DocumentId,
]
