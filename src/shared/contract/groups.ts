import { DocumentId, GroupId } from '../model/ids.ts'
import { z } from '../model/zod.ts'
import { Done, Name, Nothing } from './common.ts'
import { mutation, query } from './define.ts'

export const DocumentGroup = z.strictObject({
  id: GroupId,
  name: z.string(),
  documentIds: z.array(DocumentId),
})
export type DocumentGroup = z.output<typeof DocumentGroup>

export const groups = {
  list: query({
    about: 'The document groups and their members.',
    reads: ['document_group', 'document_group_member'],
    input: Nothing,
    output: z.array(DocumentGroup),
  }),
  create: mutation({
    about: 'Makes a document group.',
    label: 'New document group',
    input: z.strictObject({ name: Name, documentIds: z.array(DocumentId).optional() }),
    output: GroupId,
  }),
  rename: mutation({
    about: 'Renames a document group.',
    label: 'Rename document group',
    input: z.strictObject({ groupId: GroupId, name: Name }),
    output: Done,
  }),
  assign: mutation({
    about: 'Puts documents into a group, or takes them out.',
    label: 'Change document group',
    input: z.strictObject({ groupId: GroupId, documentIds: z.array(DocumentId).min(1), member: z.boolean() }),
    output: Done,
  }),
  delete: mutation({
    about: 'Deletes a document group; its documents stay.',
    label: 'Delete document group',
    input: z.strictObject({ groupId: GroupId }),
    output: Done,
  }),
}
