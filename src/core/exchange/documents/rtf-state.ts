import type { Mark } from '../../../shared/model/structure.ts'

/** Where the text of a group goes. */
export type Destination =
  | 'story' // the text of the document, of a note, of a comment
  | 'skip' // what is no text
  | 'heads' // of the pages
  | 'transparent' // what is no text, but may hold some further down (shapes)
  | 'fonts'
  | 'styles'
  | 'authors' // of tracked changes
  | 'title'
  | 'marker' // of a list item, as it was shown
  | 'instruction' // of a field
  | 'note-author'
  | 'range-start'
  | 'range-end'
  | 'note-range'

/** What a brace opens and its counterpart puts back. Never changed in place: a change makes a new one. */
export interface State {
  readonly destination: Destination
  /** how many characters follow a \u for readers that cannot read it */
  readonly fallback: number
  readonly font: number | null
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly strike: boolean
  readonly position: 'sup' | 'sub' | null
  readonly hidden: boolean
  readonly inserted: boolean
  readonly deleted: boolean
  readonly author: number | null
  readonly link: string | null
  readonly paragraph: ParagraphState
  /** the group began with \*: if its word is unknown, all of it is to be skipped */
  readonly optional: boolean
}

export interface ParagraphState {
  readonly style: number | null
  readonly outline: number | null
  readonly list: number | null
  readonly level: number
  readonly inTable: boolean
  /** tables within tables: 1 is the outermost */
  readonly nesting: number
  readonly direction: 'ltr' | 'rtl' | null
}

export const PLAIN_PARAGRAPH: ParagraphState = {
  style: null,
  outline: null,
  list: null,
  level: 0,
  inTable: false,
  nesting: 0,
  direction: null,
}

const PLAIN_CHARACTERS = {
  font: null,
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  position: null,
  hidden: false,
  inserted: false,
  deleted: false,
  author: null,
} as const

export const BEGINNING: State = {
  destination: 'story',
  fallback: 1,
  ...PLAIN_CHARACTERS,
  link: null,
  paragraph: PLAIN_PARAGRAPH,
  optional: false,
}

type Change = (state: State, value: number | null) => Partial<State>

const on = (value: number | null): boolean => value !== 0
const paragraph =
  (change: (value: number | null) => Partial<ParagraphState>): Change =>
  (state, value) => ({ paragraph: { ...state.paragraph, ...change(value) } })

/** Control words that change the state and nothing else. */
export const CHANGES: Readonly<Record<string, Change>> = {
  plain: () => PLAIN_CHARACTERS,
  f: (_, value) => ({ font: value }),
  uc: (_, value) => ({ fallback: Math.max(0, value ?? 1) }),
  b: (_, value) => ({ bold: on(value) }),
  i: (_, value) => ({ italic: on(value) }),
  ulnone: () => ({ underline: false }),
  ...Object.fromEntries(
    ['ul', 'uld', 'uldash', 'uldashd', 'uldashdd', 'uldb', 'ulth', 'ulw', 'ulwave'].map(name => [
      name,
      (_: State, value: number | null) => ({ underline: on(value) }),
    ]),
  ),
  strike: (_, value) => ({ strike: on(value) }),
  striked: (_, value) => ({ strike: on(value) }),
  super: (_, value) => ({ position: on(value) ? 'sup' : null }),
  sub: (_, value) => ({ position: on(value) ? 'sub' : null }),
  nosupersub: () => ({ position: null }),
  v: (_, value) => ({ hidden: on(value) }),
  revised: (_, value) => ({ inserted: on(value) }),
  deleted: (_, value) => ({ deleted: on(value) }),
  revauth: (_, value) => ({ author: value }),
  revauthdel: (_, value) => ({ author: value }),
  pard: paragraph(() => PLAIN_PARAGRAPH),
  s: paragraph(value => ({ style: value })),
  outlinelevel: paragraph(value => ({ outline: value })),
  ls: paragraph(value => ({ list: value === 0 ? null : value })),
  ilvl: paragraph(value => ({ level: value ?? 0 })),
  intbl: paragraph(value => ({ inTable: on(value) })),
  itap: paragraph(value => ({ nesting: value ?? 0, ...(value === 0 ? { inTable: false } : {}) })),
  rtlpar: paragraph(() => ({ direction: 'rtl' })),
  ltrpar: paragraph(() => ({ direction: 'ltr' })),
}

/** The marks that text in this state wears. */
export function marksOf(state: State, authors: readonly string[]): Map<Mark['kind'], string> {
  const marks = new Map<Mark['kind'], string>()
  if (state.bold) marks.set('bold', '')
  if (state.italic) marks.set('italic', '')
  if (state.underline && state.link === null) marks.set('underline', '')
  if (state.strike) marks.set('strike', '')
  if (state.position) marks.set(state.position, '')
  if (state.link !== null) marks.set('link', state.link)
  const author = state.author === null ? '' : (authors[state.author] ?? '')
  if (state.deleted) marks.set('deletion', author)
  else if (state.inserted) marks.set('insertion', author)
  return marks
}
