import type { Deed } from '../../commands/define.ts'
import { announce } from '../../state/messages.ts'
import { keepPlaces } from '../../state/places.ts'
import type { ReaderModel } from '../model.ts'
import { type FrameWishes, FULL_SIZE, type PageMode, stepZoom, type Turn, type Zoom } from './frame.ts'
import { pageWords } from './page-index.ts'
import { keepLooks, keepLooksOf } from './pages-looks.ts'
import type { PagesState } from './pages-state.ts'
import type { PdfView } from './pdf-view.ts'

/** What the catalogue's commands for printed pages do; none of them can be run where there are none. */
export function pagesDeeds(model: ReaderModel): Record<string, Deed> {
  const { printed, shownAs } = model
  const onPages = (run: (pages: PdfView) => void, checked?: (state: PagesState) => boolean): Deed => ({
    when: () => printed !== null,
    ...(checked ? { checked: () => printed !== null && checked(printed.state.getState()) } : {}),
    run: () => {
      if (printed) run(printed)
    },
  })
  const moded = (mode: PageMode) =>
    onPages(
      pages => setMode(pages, mode),
      state => state.mode === mode,
    )
  const turned = (by: 1 | 3) => onPages(pages => turn(model, pages, by))
  return {
    'pages.switch': {
      when: () => shownAs !== null,
      checked: () => shownAs === 'pages',
      run: () => showAs(model, shownAs === 'pages' ? 'text' : 'pages'),
    },
    'pages.larger': onPages(pages => zoom(model, pages, stepZoom(pages.state.getState().scale, 1))),
    'pages.smaller': onPages(pages => zoom(model, pages, stepZoom(pages.state.getState().scale, -1))),
    'pages.fullSize': onPages(pages => zoom(model, pages, 1)),
    'pages.fitWidth': onPages(
      pages => zoom(model, pages, 'fit-width'),
      state => state.zoom === 'fit-width',
    ),
    'pages.fitPage': onPages(
      pages => zoom(model, pages, 'fit-page'),
      state => state.zoom === 'fit-page',
    ),
    'pages.turnRight': turned(1),
    'pages.turnLeft': turned(3),
    'pages.continuous': moded('continuous'),
    'pages.single': moded('single'),
    'pages.twoUp': moded('two-up'),
    'pages.dark': onPages(setDark, state => state.isDark),
    'pages.outline': onPages(
      pages => toggleSide(pages, 'outline'),
      state => state.side === 'outline',
    ),
    'pages.thumbnails': onPages(
      pages => toggleSide(pages, 'pages'),
      state => state.side === 'pages',
    ),
    'pages.next': onPages(pages => step(pages, 1)),
    'pages.previous': onPages(pages => step(pages, -1)),
  }
}

/** As pages or as text: the place stays, and so do selection and segments, which are those of the text. */
export function showAs({ documentId }: ReaderModel, as: 'pages' | 'text'): void {
  keepPlaces()
  keepLooksOf(documentId, { as })
  announce(as === 'pages' ? 'Shown as printed pages' : 'Shown as text')
}

export function zoom({ documentId }: ReaderModel, pages: PdfView, zoom: Zoom): void {
  pages.lay({ zoom })
  keepLooksOf(documentId, { zoom })
  announce(zoomWords(pages.state.getState()))
}

export const zoomWords = ({ scale }: Pick<PagesState, 'scale'>) =>
  `${Math.round((scale / FULL_SIZE) * 100)} %`

export function setMode(pages: PdfView, mode: FrameWishes['mode']): void {
  pages.lay({ mode })
  keepLooks({ mode })
}

function turn({ documentId }: ReaderModel, pages: PdfView, by: 1 | 3): void {
  const turn = ((pages.state.getState().turn + by) % 4) as Turn
  pages.lay({ turn })
  keepLooksOf(documentId, { turn })
}

function setDark(pages: PdfView): void {
  const isDark = !pages.state.getState().isDark
  pages.state.setState({ isDark })
  keepLooks({ isDark })
}

export function setSide(pages: PdfView, side: PagesState['side']): void {
  pages.state.setState({ side })
  keepLooks({ side })
  if (side === 'outline') void pages.wantOutline()
}

function toggleSide(pages: PdfView, side: 'outline' | 'pages'): void {
  setSide(pages, pages.state.getState().side === side ? 'closed' : side)
}

function step(pages: PdfView, direction: 1 | -1): void {
  const { page, mode } = pages.state.getState()
  const by = mode === 'two-up' ? 2 : 1
  const next = pages.pages[page + direction * by]
  if (!next) {
    announce(direction === 1 ? 'This is the last page' : 'This is the first page')
    return
  }
  pages.showPage(next.index)
  announce(`Page ${pageWords(next, pages.pages.length)}`)
}
