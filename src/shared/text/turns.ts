import type { Mark, Structure, Turn } from '../model/structure.ts'
import { isMetadata, isRemark, isRole, isRomanNumber, isStructureWord, shapeOf } from './speaker-words.ts'
import { hasTitle, type Label, type LabelForm, labelAt, milliseconds } from './turn-labels.ts'

/** A label with the circumstances that speak for or against it. */
interface Found extends Label {
  readonly key: string
  readonly lineEnd: number
  readonly opensBlock: boolean
  readonly bold: boolean
}

type Trait = 'bold' | 'capitals' | 'at' | 'timed' | 'opensBlock'
type Family = 'colon' | 'bracket' | 'record' | 'headline'

/**
 * Who speaks when. A colon alone proves nothing ("for example: x"), so the document as a
 * whole is the witness: labels must look like names, recur, alternate, and share the dress
 * (bold, capitals, time stamp) that most of them wear. One family of labels wins.
 */
export function findTurns(text: string, structure: Pick<Structure, 'blocks' | 'marks'>): Turn[] {
  const found = candidates(text, structure)
  let best: readonly Found[] = []
  for (const family of ['colon', 'record', 'headline', 'bracket'] as const) {
    const accepted = speaking(found, family, structure.blocks.length)
    if (accepted.length > best.length) best = accepted
  }
  const stamps = stampsOnly(found.filter(label => label.time !== null))
  if (stamps.length > best.length * 3) best = stamps
  return spans(text, best, bodyEnd(text, structure))
}

function candidates(text: string, { blocks, marks }: Pick<Structure, 'blocks' | 'marks'>): Found[] {
  const found: Found[] = []
  const isBold = boldness(marks)
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'note' || block.kind === 'caption') continue
    if (block.kind === 'item' && !/\d/.test(block.marker ?? '')) continue
    let opensBlock = true
    for (let at = block.start; at < block.end; ) {
      const feed = text.indexOf('\n', at)
      const lineEnd = feed < 0 || feed > block.end ? block.end : feed
      const start = skipSpace(text, at, lineEnd)
      const label = labelAt(text, start, lineEnd)
      if (label) {
        const key = label.speaker.toLowerCase()
        found.push({ ...label, key, lineEnd, opensBlock, bold: isBold(label) })
      }
      opensBlock &&= start === lineEnd
      at = lineEnd + 1
    }
  }
  return found
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && /\s/.test(text.charAt(at))) at++
  return at
}

/** Labels are asked in the order of the text, marks are sorted by their start: one walk. */
function boldness(marks: readonly Mark[]): (label: Label) => boolean {
  const bold = marks.filter(mark => mark.kind === 'bold')
  let next = 0
  return label => {
    while (next < bold.length && (bold[next]?.end ?? 0) <= label.start) next++
    const mark = bold[next]
    return mark !== undefined && mark.start < label.speech && mark.end >= label.start + label.speaker.length
  }
}

function speaking(found: readonly Found[], family: Family, blocks: number): readonly Found[] {
  const all = found.filter(label => familyOf(label) === family)
  const plausible = ofOneKind(all.filter(label => couldBeSpeaker(label, family)))
  const counts = count(plausible)
  const recurring = plausible.filter(label => (counts.get(label.key) ?? 0) > 1)
  const dress = dressOf(recurring.length > 0 ? recurring : plausible)
  const dressed = plausible.filter(label => dress.every(trait => wears(label, trait)))
  const known = dressed.filter(label => (counts.get(label.key) ?? 0) > 1 || standsAlone(label, dress))
  const body = withoutHead(known, all)
  return convincing(body, family, dress, blocks) ? body : []
}

/** A record that says "Mr." or "The" says so of everybody; what lacks it there is a heading. */
function ofOneKind(labels: readonly Found[]): readonly Found[] {
  const titled = labels.filter(label => label.form === 'record' && hasTitle(label.speaker))
  return titled.length > 0 ? titled : labels
}

/** What four of five wear; the beginning of a block only if hardly anybody begins elsewhere. */
function dressOf(witnesses: readonly Found[]): readonly Trait[] {
  if (witnesses.length === 0) return []
  return (['bold', 'capitals', 'at', 'timed', 'opensBlock'] as const).filter(trait => {
    const share = witnesses.filter(label => wears(label, trait)).length / witnesses.length
    return share >= (trait === 'opensBlock' ? 0.95 : 0.8)
  })
}

function familyOf({ form }: Found): LabelForm {
  return form === 'letter' ? 'record' : form
}

function couldBeSpeaker(label: Found, family: Family): boolean {
  const { speaker } = label
  if (family === 'record') return label.form === 'letter' || hasTitle(speaker) || isBareName(speaker)
  if (family === 'bracket') return shapeOf(speaker) !== 'phrase' && !isRemark(speaker)
  if (isRomanNumber(speaker)) return false
  if (label.at || (isRole(speaker) && shapeOf(speaker) !== 'phrase')) return true
  return shapeOf(speaker) !== 'phrase' && !isRemark(speaker) && !isMetadata(speaker)
}

/** "CHAIR POWELL" needs no "Mr."; a single word that is no role is rather a heading or a number. */
function isBareName(speaker: string): boolean {
  if (isStructureWord(speaker) || /(?:^|\s)[IVXLC]+$/.test(speaker)) return false
  return /\s/.test(speaker) || isRole(speaker)
}

function count(labels: readonly Found[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { key } of labels) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function wears(label: Found, trait: Trait): boolean {
  return trait === 'timed' ? label.time !== null : label[trait]
}

/** Someone who speaks once is believed if dressed like the others, or if clearly a person. */
function standsAlone(label: Found, dress: readonly Trait[]): boolean {
  if (label.form === 'bracket' || isRole(label.speaker)) return true
  if (label.form === 'record') return hasTitle(label.speaker) || /^\S+ \S+( \S+)?$/.test(label.speaker)
  if (dress.some(trait => trait !== 'opensBlock')) return true
  return shapeOf(label.speaker) === 'name' && /\s\S|\d/.test(label.speaker)
}

const isKnownRole = ({ speaker }: Found): boolean => isRole(speaker)

/** "Interviewer: A. B." between "Date: …" and "Place: …" is the head of a transcript, not speech. */
function withoutHead(known: readonly Found[], all: readonly Found[]): readonly Found[] {
  let headEnd = -1
  for (const [index, label] of all.entries()) {
    if (isMetadata(label.speaker)) headEnd = label.start
    const next = all[index + 1]
    if (!next || next.start > label.lineEnd + 2) break
  }
  return known.filter(label => label.start > headEnd)
}

function convincing(
  labels: readonly Found[],
  family: Family,
  dress: readonly Trait[],
  blocks: number,
): boolean {
  const speakers = count(labels)
  if (labels.length === 0) return false
  if (family === 'record' && labels.some(label => hasTitle(label.speaker))) return true
  // a list may have its "A." and "B."; "Q." comes from an examination
  if (labels.some(label => label.form === 'letter') && (speakers.get('q') ?? 0) < 2) return false
  if (speakers.size === 1) return labels.length > 2 && (dress.includes('at') || dress.includes('timed'))
  const recurs = [...speakers.values()].some(times => times > 1)
  const dressed = dress.some(trait => trait === 'bold' || trait === 'at' || trait === 'timed')
  const clear = dressed || family === 'bracket' || labels.every(isKnownRole)
  const capitals = dress.includes('capitals')
  if (!recurs) return (clear || capitals) && labels.length * 3 >= blocks * 2
  const changes = labels.filter((label, index) => index > 0 && labels[index - 1]?.key !== label.key).length
  if (changes * 5 < labels.length - 1) return false
  // capitals head the parts of a report as well: there they are few
  const dense = labels.length * 12 >= blocks || (capitals && labels.length > 20)
  return clear ? labels.length > 2 : labels.length > (capitals ? 2 : 3) && dense
}

/** Time stamps without names: at least three, hardly ever running backwards. */
function stampsOnly(labels: readonly Found[]): readonly Found[] {
  const nameless = labels.map(label => ({ ...label, speaker: '', speech: label.afterStamp }))
  const backwards = nameless.filter((label, i) => (nameless[i - 1]?.time ?? 0) > (label.time ?? 0)).length
  return labels.length > 2 && backwards * 10 <= labels.length ? nameless : []
}

/** Notes stand at the end of the text and are nobody's speech. */
function bodyEnd(text: string, { blocks }: Pick<Structure, 'blocks'>): number {
  const last = blocks.findLast(block => block.kind !== 'note')
  return last?.end ?? text.length
}

function spans(text: string, labels: readonly Found[], end: number): Turn[] {
  const ends = labels.map((label, index) => {
    const next = Math.min(labels[index + 1]?.start ?? end, end)
    return Math.max(label.start + text.slice(label.start, next).trimEnd().length, label.speech)
  })
  const trailing = labels.some(label => label.time !== null) ? [] : trailingTimes(text, labels, ends)
  return labels.map((label, index) => {
    const { start, speaker } = label
    const stop = ends[index] ?? label.speech
    const speech = Math.min(skipSpace(text, label.speech, stop), stop)
    const time = label.time ?? trailing[index] ?? null
    return { start, end: stop, speaker, speech, ...(time === null ? {} : { time }) }
  })
}

/** Some transcribers (f4) stamp the end of an utterance: "… and so on. #00:01:02-5#". It begins where the last one ended. */
function trailingTimes(text: string, labels: readonly Found[], ends: readonly number[]): (number | null)[] {
  const stamps = labels.map((label, index) => {
    const stamp = /#(\d{1,3}:\d{2}:\d{2})(?:[-.,](\d))?#$/.exec(text.slice(label.start, ends[index]))
    return stamp ? milliseconds(`${stamp[1]}.${stamp[2] ?? '0'}`) : null
  })
  return stamps.every(stamp => stamp === null) ? [] : [0, ...stamps.slice(0, -1)]
}
