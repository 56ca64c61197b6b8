import { announce } from '../state/messages.ts'
import { copyText } from '../ui/copy-text.ts'
import type { ReaderModel } from './model.ts'
import { areaWords } from './say.ts'
import { currentTarget, segmentOn, type Target } from './target.ts'

/** The text as it is in the document, not as it is set: no paragraph numbers, no line ends of the screen. */
export function copySelection({ view, text }: ReaderModel, event: ClipboardEvent): void {
  const span = view.selection()
  if (!span || !event.clipboardData) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', text.slice(span.start, span.end))
}

/** “Quote” (Document, p. 17, 3:10) */
export function quoteWithReference(model: ReaderModel, target: Pick<Target, 'span' | 'area'>): string {
  const { text, name, structure } = model
  const { span, area } = target
  const reference = segmentOn(model, target)?.reference ?? ''
  if (area) return `[${areaWords(model, area)}] (${[name, reference].filter(Boolean).join(', ')})`
  const page = structure.pages.findLast(({ start }) => start <= span.start)
  const places = [name, page ? `p. ${page.label}` : '', reference]
  return `“${text.slice(span.start, span.end)}” (${places.filter(place => place !== '').join(', ')})`
}

export function copyWithReference(model: ReaderModel): void {
  const target = currentTarget(model)
  if (!target) return
  copyText(quoteWithReference(model, target))
  announce('Copied with reference')
}
