import { plainBlocks } from '../../../shared/text/paragraphs.ts'
import { TextBuilder } from './builder.ts'
import { decodeText } from './encoding.ts'
import { finishDocument } from './finish.ts'
import type { DocumentReader } from './reader.ts'

/** Plain text: taken as it stands; paragraphs and turns are laid over it. */
export const readTxt: DocumentReader['read'] = async (bytes, name, options, progress) => {
  progress(0, 1)
  const { text, encoding, encodings, warnings } = decodeText(bytes, name, options)
  const builder = new TextBuilder()
  builder.begin({ kind: 'paragraph' })
  builder.add(text)
  builder.endDivided(plainBlocks)
  progress(1, 1)
  return finishDocument(builder, { kind: 'text', mediaType: 'text/plain', encoding, encodings, warnings })
}
