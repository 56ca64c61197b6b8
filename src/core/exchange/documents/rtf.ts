import { fail } from '../../../shared/errors.ts'
import type { Warning } from '../../../shared/model/warning.ts'
import { TextBuilder } from './builder.ts'
import { finishDocument } from './finish.ts'
import { leftOutThings, trackedChanges } from './office-warnings.ts'
import type { DocumentReader } from './reader.ts'
import type { RtfDocument } from './rtf-header.ts'
import { RtfMachine } from './rtf-machine.ts'
import { writeRtf } from './rtf-write.ts'

export const readRtf: DocumentReader['read'] = async (bytes, name, options, progress) => {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64))
  const begin = head.indexOf('{\\rtf')
  if (begin < 0) throw fail('file-damaged', { name, reason: 'it does not begin as an RTF file' })
  const keepBoth = options.changes === 'keep-both'
  const machine = new RtfMachine(bytes.subarray(begin), keepBoth)
  const document = machine.read(at => progress(at, bytes.length))
  const builder = new TextBuilder(document.direction)
  writeRtf(builder, document)
  progress(bytes.length, bytes.length)
  return finishDocument(builder, {
    kind: 'text',
    mediaType: 'application/rtf',
    ...(document.title === '' ? {} : { title: document.title }),
    warnings: leftOut(document, keepBoth),
  })
}

function leftOut({ tally }: RtfDocument, keepBoth: boolean): Warning[] {
  const warnings: Warning[] = [
    ...trackedChanges(tally.insertions, tally.deletions, keepBoth),
    ...leftOutThings(tally, ['embedded object', 'embedded objects']),
  ]
  const say = (code: string, severity: Warning['severity'], message: string) =>
    warnings.push({ code, severity, message })
  if (tally.heads)
    say(
      'running-heads-left-out',
      'notice',
      'The running heads and feet of the pages were left out of the text.',
    )
  return warnings
}
