import { DocumentId } from '../model/ids.ts'
import { z } from '../model/zod.ts'
import { Done } from './common.ts'
import { mutation, query } from './define.ts'
import { Replaced } from './replacing.ts'

/** A program on this machine that recognises text in pictures. Postil brings none, and downloads none. */
export const Engine = z.strictObject({
  id: z.enum(['tesseract', 'ocrmypdf']),
  version: z.string(),
  /** for which it has data: "eng", "deu" */
  languages: z.array(z.string()),
  reads: z.array(z.enum(['pdf', 'image'])),
})
export type Engine = z.output<typeof Engine>

export const recognisingDocuments = {
  recognition: query({
    about:
      'Which engines for recognising text are installed on this machine, and how far the recognition of a document is.',
    reads: [],
    input: z.strictObject({ documentId: DocumentId }),
    output: z.strictObject({
      engines: z.array(Engine),
      running: z.strictObject({ done: z.int(), total: z.int() }).nullable(),
    }),
  }),
  recognise: mutation({
    about:
      'Recognises the text of a scan or a picture with an engine that is installed on this machine, and puts it in the place of the text that is there, as documents.replace does. Nothing leaves this machine.',
    label: 'Recognise text',
    input: z.strictObject({
      documentId: DocumentId,
      engine: Engine.shape.id.optional(),
      /** as the engine calls it; several are joined by "+" */
      language: z
        .string()
        .regex(/^[\w/-]{2,40}(?:\+[\w/-]{2,40})*$/)
        .optional(),
    }),
    output: Replaced,
  }),
  stopRecognition: mutation({
    about: 'Stops the recognition of a document. Nothing of it is kept.',
    label: null,
    input: z.strictObject({ documentId: DocumentId }),
    output: Done,
  }),
}
