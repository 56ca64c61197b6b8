import type { Warning } from '../../../shared/model/warning.ts'

interface Findings {
  /** the text as it was put together */
  readonly text: string
  readonly pages: readonly (readonly { readonly text: string }[])[]
  readonly damaged: number
  readonly furniture: { readonly lines: number; readonly pages: number }
  readonly xfa: boolean
}

export function pdfWarnings({ text, pages, damaged, furniture, xfa }: Findings): Warning[] {
  const warnings: Warning[] = []
  const say = (code: string, severity: Warning['severity'], message: string) =>
    warnings.push({ code, severity, message })
  const empty = pages.filter(page => page.every(item => item.text.trim() === ''))
  const count = `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}`
  if (empty.length === pages.length) {
    say(
      'pdf-no-text',
      'loss',
      `This PDF has no selectable text (${count}). You can code areas of the page, or import a version with text.`,
    )
  } else if (empty.length > 0) {
    const which = empty.length === 1 ? 'One page' : `${empty.length} pages`
    say(
      'pdf-pages-without-text',
      'notice',
      `${which} of this PDF (of ${pages.length}) ${empty.length === 1 ? 'has' : 'have'} no selectable text.`,
    )
  }
  if (xfa) {
    say(
      'pdf-xfa',
      'loss',
      'This PDF is a form that only Adobe’s programs can show in full. Print it to a new PDF there and import that.',
    )
  }
  if (isUnreadable(text)) {
    say(
      'pdf-unreadable-text',
      'notice',
      'The text of this PDF may be unreadable when copied: its fonts do not say which letters they draw. Look at it before you code, or import another version.',
    )
  }
  if (damaged > 0) {
    say(
      'pdf-damaged-pages',
      'loss',
      `${damaged === 1 ? 'One page' : `${damaged} pages`} of this PDF could not be read.`,
    )
  }
  if (furniture.lines > 0) {
    say(
      'running-heads-left-out',
      'notice',
      `${furniture.lines} running heads, page numbers or stamps on ${furniture.pages} pages were left out of the text.`,
    )
  }
  return warnings
}

/**
 * Text that nobody could read: private, replaced and control characters, empty boxes; hardly a letter or
 * figure; Latin letters without vowels; nothing but single letters.
 */
export function isUnreadable(text: string): boolean {
  let [signs, bad, good] = [0, 0, 0]
  for (const sign of text) {
    const kind = kindOf(sign)
    if (kind !== 'blank') signs += sign.length
    if (kind === 'bad') bad++
    if (kind === 'good') good++
  }
  return bad > signs * 0.2 || (signs >= 5 && good < signs * 0.35) || isGarbled(text)
}

type Kind = 'blank' | 'bad' | 'good' | 'other'

/** Signs are asked for over and over: each is looked at once. */
const KINDS = new Map<string, Kind>()

function kindOf(sign: string): Kind {
  const known = KINDS.get(sign)
  if (known) return known
  const kind = findKind(sign)
  KINDS.set(sign, kind)
  return kind
}

function findKind(sign: string): Kind {
  if (/\s/.test(sign)) return 'blank'
  if (/[\p{L}\p{N}\p{M}]/u.test(sign)) return 'good'
  return /\p{Co}|\p{Cc}|\p{Cn}|[\uFFFD□▯]/u.test(sign) ? 'bad' : 'other'
}

/** Letters moved along the alphabet by a font without a map, or each set apart from the next. */
function isGarbled(text: string): boolean {
  const words = text.match(/[A-Za-z\u00C0-\u024F]+/g) ?? []
  const single = words.filter(word => word.length === 1).length
  const letters = words.join('')
  const vowels = letters.match(/[aeiouyäöüáéíóúàèìòùâêîôûæøåąęėůýıőű]/gi)?.length ?? 0
  return (
    (words.length > 100 && single > words.length * 0.35) ||
    (letters.length > 300 && vowels < letters.length * 0.22)
  )
}
