import type { Destination } from './rtf-state.ts'

const list = (names: string): string[] => names.trim().split(/\s+/)

/** Groups whose text is none of the document's, though older readers were not told to skip them. */
const SKIPPED = list(`
  colortbl author subject operator keywords comment doccomm company manager category hlinkbase creatim revtim printim
  buptim ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn bkmkstart bkmkend xe tc tcn txe rxe filetbl pn pntxta pntxtb
  shprslt sp nonshppict objdata objclass objname objalias objsect nonesttables private template falt panose fontemb
  fontfile atnid atntime atndate atnicn atnparent datafield formfield listtable listoverridetable info`)

/** Running heads and feet: left out, but not without a word. */
const HEADS = list('header headerl headerr headerf footer footerl footerr footerf')

export const DESTINATIONS: Readonly<Record<string, Destination>> = {
  ...Object.fromEntries(SKIPPED.map(name => [name, 'skip'])),
  ...Object.fromEntries(HEADS.map(name => [name, 'heads'])),
  info: 'transparent',
  fonttbl: 'fonts',
  stylesheet: 'styles',
  revtbl: 'authors',
  title: 'title',
  listtext: 'marker',
  pntext: 'marker',
  fldinst: 'instruction',
  atnauthor: 'note-author',
  atrfstart: 'range-start',
  atrfend: 'range-end',
  atnref: 'note-range',
  shp: 'transparent',
  shpinst: 'transparent',
  shpgrp: 'transparent',
  do: 'transparent',
  object: 'transparent',
  result: 'story',
}

/** Groups marked \* that matter all the same; their words are read further on. */
export const KEPT = new Set(list('footnote annotation shppict shptxt dptxbxtext ud cs ts ds'))

/** Formulas: their letters are text, their settings are not. */
export const isFormula = (name: string): boolean =>
  /^m(?:oMath|oMathPara|math|r|f|num|den|e|sub|sup|sSub|sSup|sSubSup|sPre|rad|deg|nary|d|func|fName|lim|limLow|limUpp|acc|bar|box|borderBox|groupChr|eqArr|m|mr)$/.test(
    name,
  )
export const isFormulaSetting = (name: string): boolean => /^m\w*Pr$/.test(name)

/** Where a HYPERLINK field leads. */
export function hyperlinkOf(instruction: string): string | null {
  const link = /\bHYPERLINK\b\s*(?:"([^"]*)"|([^\s"\\]+))?(?:[^"]*?\\l\s+"([^"]*)")?/i.exec(instruction)
  if (!link) return null
  const [, quoted, bare, anchor] = link
  const to = `${quoted ?? bare ?? ''}${anchor ? `#${anchor}` : ''}`
  return to === '' ? null : to
}
