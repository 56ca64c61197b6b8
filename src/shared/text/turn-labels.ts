/** The beginning of a line that may name who speaks. */
export interface Label {
  /** offsets in the text: where the label begins, and where speech begins */
  readonly start: number
  readonly speech: number
  /** behind the time stamp, if there is one: where speech begins if the rest is no name */
  readonly afterStamp: number
  /** empty: a time stamp without a name */
  readonly speaker: string
  readonly form: LabelForm
  /** "Name:" may stand in capitals, be addressed as "@Name", carry a time stamp */
  readonly capitals: boolean
  readonly at: boolean
  readonly time: number | null
}

/**
 * colon     "INTERVIEWER: ", "[00:01:02] Ann: ", "@Ann: ", "Speaker 1 (00:12): "
 * bracket   "[id1] text", "{Ann} text"
 * record    "  Mr. KENNEDY. ", "The SPEAKER pro tempore (Mr. Mica). ", "CHAIRMAN BERNANKE. "
 * letter    "Q. ", "A. "
 * headline  "Ann Other  0:12" alone on its line, speech below
 * stamp     "[00:01:02] text"
 */
export type LabelForm = 'colon' | 'bracket' | 'record' | 'letter' | 'headline' | 'stamp'

/** Names end within 64 characters; with stamp and number no label is longer than this. */
const LONGEST = 160

const TIME = String.raw`(?:\d{1,3}:)?\d{1,3}:\d{2}(?:[.,]\d{1,3})?`
const RANGE = String.raw`(${TIME})(?:\s*(?:-{1,2}>?|–)\s*${TIME})?`
const STAMP = new RegExp(
  String.raw`^(?:[[(<{]\s*${RANGE}\s*[\])>}]|#(${TIME})(?:-\d)?#|(${TIME}))(?:\s*[-–—])?(?:\s+|$)`,
)
const STAMP_AFTER = String.raw`(?:\s*[[(]\s*${RANGE}\s*[\])])?`

/** "Ann: [04:05] And then": the stamp stays in the speech, but tells its time. */
const STAMP_BEHIND = new RegExp(String.raw`^[[(](${TIME})[\])](?=\s)`)

const NAME = String.raw`\p{L}[\p{L}\p{M}\p{N} ._'’/&-]{0,63}?`
const COLON = new RegExp(
  String.raw`^(?:>{1,3}\s*|[-–—]\s+)?(@?)(${NAME}(?:\s?\([^():\n]{1,60}\))?)${STAMP_AFTER}\s?(?::(?=\s|$)|：)`,
  'u',
)
const BRACKET = /^[[{](@?)(\p{L}[\p{L}\p{M}\p{N} ._'’-]{0,63})[\]}](?=[ \t]\S)/u
const HEADLINE = new RegExp(
  String.raw`^(${NAME})(?:\s{2,}|\s*\t\s*|\s+[[(]|\s+(?=\d))\(?(${TIME})[\])]?\s*$`,
  'u',
)
const HEADLINE_STAMPED = new RegExp(String.raw`^(${NAME})\s*$`, 'u')
const LETTER = /^([QA])\.(?=[ \t]+\S)/

const TITLE = String.raw`(?:Mr|Mrs|Ms|Miss|Messrs|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl|Senator|Representative|Judge|Justice)\.?\s`
const CAPITALS = String.raw`(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|D['’]|O['’])?\p{Lu}[\p{Lu}'’-]+`
const OFFICE = String.raw`The\s(?:[A-Z][a-z]+\s)*`
const RECORD = new RegExp(
  String.raw`^((?:${TITLE}|${OFFICE})?(?:\p{Lu}\.\s)*${CAPITALS}(?:\s(?:\p{Lu}\.|${CAPITALS})){0,4}(?:\sof\s[A-Z][\p{L}]+(?:\s[A-Z][\p{L}]+){0,2}|\spro\stempore)?)(\s\([^()\n]{2,60}\))?\.(?=\s|$)`,
  'u',
)
const HAS_TITLE = new RegExp(`^(?:${TITLE}|The\\s)`, 'u')
/** Numbered paragraphs: "12   Ann: ". */
const NUMBER = /^\d{1,5}[.)]?(?:\t| {1,8})/

/** What a line that begins at `start` says of its speaker, if anything. */
export function labelAt(text: string, start: number, lineEnd: number): Label | null {
  const line = text.slice(start, Math.min(lineEnd, start + LONGEST))
  const number = NUMBER.exec(line)?.[0].length ?? 0
  return labelOf(line, start, 0) ?? (number > 0 ? labelOf(line, start, number) : null)
}

function labelOf(line: string, start: number, skip: number): Label | null {
  const stamp = STAMP.exec(line.slice(skip))
  const time = stamp ? milliseconds(stamp[1] ?? stamp[2] ?? stamp[3] ?? '') : null
  const begin = skip + (stamp?.[0].length ?? 0)
  const rest = line.slice(begin)
  const make = (
    form: LabelForm,
    speaker: string,
    length: number,
    at = false,
    ownTime: number | null = null,
  ): Label => {
    const end = begin + length
    const gap = /^\s*/.exec(line.slice(end))?.[0].length ?? 0
    const inSpeech = STAMP_BEHIND.exec(line.slice(end + gap))?.[1]
    return {
      start,
      speech: start + end + gap,
      afterStamp: start + begin,
      speaker,
      form,
      capitals: isCapitals(speaker),
      at,
      time: time ?? ownTime ?? timeOf(inSpeech),
    }
  }
  const colon = COLON.exec(rest)
  if (colon) return make('colon', tidy(colon[2] ?? ''), colon[0].length, colon[1] === '@', timeOf(colon[3]))
  const record = RECORD.exec(rest)
  if (record) return make('record', tidy(record[1] ?? ''), record[0].length)
  const letter = LETTER.exec(rest)
  if (letter) return make('letter', letter[1] ?? '', letter[0].length)
  const bracket = BRACKET.exec(rest)
  if (bracket) return make('bracket', tidy(bracket[2] ?? ''), bracket[0].length, bracket[1] === '@')
  const headline = HEADLINE.exec(rest)
  if (headline) return make('headline', tidy(headline[1] ?? ''), rest.length, false, timeOf(headline[2]))
  if (!stamp) return null
  const named = HEADLINE_STAMPED.exec(rest)
  return named ? make('headline', tidy(named[1] ?? ''), rest.length) : make('stamp', '', 0)
}

export function milliseconds(stamp: string): number {
  const [seconds = '0', minutes = '0', hours = '0'] = stamp.replace(',', '.').split(':').reverse()
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}

const timeOf = (stamp: string | undefined): number | null =>
  stamp === undefined ? null : milliseconds(stamp)
const tidy = (name: string): string => name.replace(/\s+/g, ' ').trim()

/** Is this "Mr." or "The …", which a record puts before capitals and a heading does not? */
export const hasTitle = (speaker: string): boolean => HAS_TITLE.test(speaker)

function isCapitals(name: string): boolean {
  const letters = name.match(/\p{L}/gu) ?? []
  const cased = letters.filter(letter => letter.toLowerCase() !== letter.toUpperCase())
  return cased.length > 0 && cased.every(letter => letter === letter.toUpperCase())
}
