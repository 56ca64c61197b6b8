import { fail } from '../../../shared/errors.ts'
import type { Turn } from '../../../shared/model/structure.ts'
import type { Warning } from '../../../shared/model/warning.ts'
import { clean } from '../../../shared/text/clean.ts'
import { findTurns } from '../../../shared/text/turns.ts'
import { TextBuilder } from './builder.ts'
import { decodeText } from './encoding.ts'
import { finishDocument } from './finish.ts'
import type { DocumentReader } from './reader.ts'
import { type Cues, readSrtCues, readVttCues, withoutRolling } from './subtitles-cues.ts'
import { readTags, type Voice } from './subtitles-tags.ts'

export const readSrt: DocumentReader['read'] = reading(readSrtCues, 'application/x-subrip')
export const readVtt: DocumentReader['read'] = reading(readVttCues, 'text/vtt')

/** A cue, or one voice of it, as it stands in the text. */
interface Spoken {
  readonly start: number
  readonly end: number
  readonly time: number
  /** from a voice tag; null: the words have to tell */
  readonly speaker: string | null
  readonly speech: number
}

/** Every cue becomes a paragraph and a turn that knows its time. */
function reading(parse: (text: string) => Cues, mediaType: string): DocumentReader['read'] {
  return async (bytes, name, options, progress) => {
    progress(0, 1)
    const { text, encoding, encodings, warnings } = decodeText(bytes, name, options)
    const { cues, notes, header } = parse(clean(text).text)
    if (cues.length === 0)
      throw fail('file-damaged', { name, reason: 'there is no subtitle with a time in it' })
    const rolling = withoutRolling(cues, plain)
    const builder = new TextBuilder()
    const spoken = rolling.cues.flatMap(({ time, lines }) =>
      readTags(lines.join('\n')).map(voice => write(builder, voice, time)),
    )
    const { text: written, structure } = builder.finish()
    const turns = spoken.some(one => one.speaker !== null)
      ? spoken.map(voiced)
      : worded(spoken, findTurns(written, structure))
    for (const turn of turns) builder.addTurn(turn)
    progress(1, 1)
    return finishDocument(builder, {
      kind: 'text',
      mediaType,
      encoding,
      encodings,
      ...(header['language'] === undefined ? {} : { language: header['language'] }),
      ...(header['title'] === undefined ? {} : { title: header['title'] }),
      warnings: [...warnings, ...noted(notes), ...rolled(rolling.repeated)],
    })
  }
}

const plain = (line: string): string =>
  readTags(line)
    .map(voice => voice.text)
    .join(' ')

/** The name of a voice is written before its words, since a text shows no tags. */
function write(builder: TextBuilder, { speaker, text, marks }: Voice, time: number): Spoken {
  builder.begin({ kind: 'paragraph' })
  const start = builder.offset
  if (speaker !== null) builder.add(`${speaker}: `)
  const speech = builder.offset
  builder.add(text)
  for (const mark of marks) builder.addMark({ ...mark, start: mark.start + speech, end: mark.end + speech })
  return { start, end: builder.offset, time, speaker, speech }
}

const voiced = ({ speaker, ...spoken }: Spoken): Turn => ({ ...spoken, speaker: speaker ?? '' })

/**
 * Names before a colon ("CDR: Okay."). A cue without one goes on with the speaker before,
 * as in any transcript; a cue with two names is two turns.
 */
function worded(spoken: readonly Spoken[], labels: readonly Turn[]): Turn[] {
  const turns: Turn[] = []
  let next = 0
  let speaker = ''
  for (const { start, end, time } of spoken) {
    const here: Turn[] = []
    for (let label = labels[next]; label && label.start < end; label = labels[++next]) {
      if (label.speaker !== '')
        here.push({
          start: label.start,
          end,
          speaker: label.speaker,
          speech: Math.min(label.speech, end),
          time,
        })
    }
    if (here[0]?.start !== start) here.unshift({ start, end, speaker, speech: start, time })
    turns.push(...here.map((turn, index) => ({ ...turn, end: endOf(turn, here[index + 1]) })))
    speaker = here.at(-1)?.speaker ?? speaker
  }
  return turns
}

/** The line feed before the next name belongs to nobody. */
const endOf = (turn: Turn, next: Turn | undefined): number =>
  next ? Math.max(turn.speech, next.start - 1) : turn.end

function noted(notes: readonly string[]): Warning[] {
  if (notes.length === 0) return []
  const first = (notes[0] ?? '').replace(/\s+/g, ' ').slice(0, 120)
  const message = `${notes.length} ${notes.length === 1 ? 'note' : 'notes'} between the subtitles (“${first}”) ${notes.length === 1 ? 'was' : 'were'} left out of the text.`
  return [{ code: 'subtitle-notes', severity: 'loss', message }]
}

function rolled(repeated: number): Warning[] {
  if (repeated === 0) return []
  const message = `These are rolling captions: ${repeated} of them repeat the line before. Repeated lines were taken once.`
  return [{ code: 'subtitle-rolling', severity: 'notice', message }]
}
