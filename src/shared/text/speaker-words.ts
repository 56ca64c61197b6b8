/**
 * What stands before a colon and is no speaker. Kept to words that really are seen at the
 * beginning of paragraphs; recurrence and shape decide the rest (see turns.ts).
 */
const METADATA = `
  date datum fecha data place ort lieu lugar location venue time zeit uhrzeit heure hora duration dauer durée duración
  subject betreff objet asunto re from von de to an à sent tel telephone telefon phone fax e-mail email mail
  url doi isbn issn title titel titre título author authors autor auteur topic thema tema project projekt projet
  language sprache langue age alter gender sex geschlecht participants teilnehmer recording aufnahme transcriber
  transcription transkription file datei version status address adresse contact kontakt website web name
  interview-number interview-no id present attendees apologies session country region year keywords tags category`

const REMARKS = `
  note notes nb n.b ps p.s e.g i.e viz example examples beispiel exemple ejemplo esempio hinweis remark remarks anmerkung
  remarque nota notas warning achtung attention atención warnung caution tip important wichtig source sources quelle
  quellen fuente fonte figure fig abbildung abb table tab tabelle tableau tabla see siehe voir ver cf vgl page seite pages chapter
  kapitel section abschnitt article artikel art annex anhang annexe appendix part teil paragraph para point step
  schritt definition definitions summary zusammenfassung résumé resumen abstract conclusion conclusions result
  results objective objectives aim aims purpose zweck background however moreover furthermore therefore thus first
  firstly second secondly third thirdly finally zum also namely including total sum average http https ftp
  whereas resolved recommendation recommendations finding findings issue issues description comment comments
  disclaimer copyright reference references hypothesis theorem lemma proof proposition corollary update edit todo
  agency action addresses dates summary supplementary contact break pause music intro outro sponsor announcement applause laughter usage parameters returns default type value yes no oui non ja nein problem solution advantages disadvantages pros cons
  risk risks benefit benefits impact method methods discussion introduction hint info information remarkable rule
  exception exceptions amendment chapter title clause schedule footnote footnotes legend key caption image photo`

const STRUCTURE_IN_CAPITALS = `sec section art article chapter part title no nos annex fig figure table vol appendix rule`

const ROLES = `
  interviewer interviewerin interviewee respondent participant informant moderator moderatorin facilitator host guest
  speaker sprecher befragter befragte befragte(r) teilnehmer teilnehmerin intervieweur intervieweuse enquêteur enquêté
  entrevistador entrevistadora entrevistado entrevistada intervistatore intervistato researcher subject operator
  question answer frage antwort pregunta respuesta réponse q a i r p b m f s chair chairman chairperson president
  witness counsel court judge reporter journalist audience student teacher doctor patient unknown female male voice
  narrator officer official minister`

const PARTICLES = `de del della der den di da do dos das du la le les van von zu zur of the al el bin ibn ben y e i and und et pro tempore aus`

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
const metadata = words(METADATA)
const remarks = words(REMARKS)
const structure = words(STRUCTURE_IN_CAPITALS)
const roles = words(ROLES)
const particles = words(PARTICLES)

/** "Note", "Article 3", "Figure": the first word decides. */
export function isRemark(speaker: string): boolean {
  const [first = '', ...rest] = bare(speaker).split(' ')
  return remarks.has(first) && rest.every(word => /^[\divxlcdm.]+$/.test(word) || word.length === 1)
}

/** "II", "XIV": a number of a chapter. A single letter may be somebody's initial. */
export const isRomanNumber = (speaker: string): boolean => /^(?=..)X{0,3}(?:IX|IV|V?I{0,3})$/.test(speaker)

/** "Date", "Place": what stands in the head of a transcript. */
export function isMetadata(speaker: string): boolean {
  return (
    metadata.has(bare(speaker).replaceAll(' ', '-')) || metadata.has(bare(speaker).split(' ').at(-1) ?? '')
  )
}

/** "SEC", "ARTICLE": what a capital heading with a full stop begins with. */
export const isStructureWord = (speaker: string): boolean => structure.has(bare(speaker).split(' ')[0] ?? '')

/** "Interviewer", "Speaker 2", "P": what nobody but a speaker is called. */
export function isRole(speaker: string): boolean {
  const name = bare(speaker)
    .replace(/\s?\d+$/, '')
    .replace(/\(.*\)$/, '')
    .trim()
  return roles.has(name) || roles.has(name.split(' ').at(-1) ?? '')
}

export type Shape = 'name' | 'word' | 'phrase'

/** Every word of a name begins like one; a lower-case word may be a role; the rest is a sentence. */
export function shapeOf(speaker: string): Shape {
  const parts = speaker
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/)
  if (parts.length > 6) return 'phrase'
  if (parts.every(part => /^[\p{Lu}\p{Lt}\p{Lo}\p{N}&/]/u.test(part) || particles.has(part))) {
    return particles.has(parts[0] ?? '') && parts.length > 1 ? 'phrase' : 'name'
  }
  const [, second = '1'] = parts
  return parts.length <= 2 && /^\d+$|^\p{L}$/u.test(second) ? 'word' : 'phrase'
}

const bare = (speaker: string): string => speaker.toLowerCase().replace(/[.]+$/, '').trim()
