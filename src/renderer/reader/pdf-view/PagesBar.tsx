import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { commands } from '../../../shared/commands.ts'
import { useKeyLabel } from '../../commands/bindings.ts'
import { deedOf } from '../../commands/define.ts'
import { entryOf } from '../../commands/entries.ts'
import { runCommand } from '../../commands/run.ts'
import { announce } from '../../state/messages.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { useStore } from '../../ui/use-store.ts'
import { isPicture } from '../image-view/is-picture.ts'
import type { ReaderModel } from '../model.ts'
import { RecognisedMark } from '../ScanBanner.tsx'
import { pageNamed, pageWords } from './page-index.ts'
import './pages-bar.css'
import { showAs, zoomWords } from './pages-deeds.ts'
import type { PdfView } from './pdf-view.ts'

/** Above a document that has printed pages: page or text, where one is, how large. */
export function PagesBar({ model }: { model: ReaderModel }) {
  const { printed, shownAs } = model
  if (shownAs === null && !printed) {
    return model.noPages === null ? null : (
      <p className="pages-bar pages-bar-note" role="note">
        {model.noPages}
      </p>
    )
  }
  // of a picture there is nothing to turn over
  const paged = printed && !isPicture(printed.pages, model.text) ? printed : null
  return (
    <div className="pages-bar" role="toolbar" aria-label={paged || !printed ? 'Pages' : 'Picture'}>
      {paged ? <SideButtons pages={paged} /> : null}
      {shownAs === null ? null : <AsSwitch model={model} as={shownAs} />}
      {paged ? <PageField key={model.documentId} pages={paged} /> : null}
      {printed ? <ZoomButtons pages={printed} /> : null}
      {printed ? <AreaButton model={model} /> : null}
      <RecognisedMark documentId={model.documentId} />
    </div>
  )
}

function AsSwitch({ model, as }: { model: ReaderModel; as: 'pages' | 'text' }) {
  const side = (which: 'pages' | 'text', words: string) => (
    <button
      type="button"
      className="pages-bar-side"
      aria-pressed={as === which}
      onClick={() => as !== which && showAs(model, which)}
    >
      {words}
    </button>
  )
  return (
    <fieldset className="pages-bar-switch" aria-label="Show as">
      {side('pages', 'Page')}
      {side('text', 'Text')}
    </fieldset>
  )
}

function SideButtons({ pages }: { pages: PdfView }) {
  const side = useStore(pages.state, state => state.side)
  return (
    <>
      <Do command="pages.outline" pressed={side === 'outline'}>
        <Icon name="text" size={15} />
      </Do>
      <Do command="pages.thumbnails" pressed={side === 'pages'}>
        <Icon name="panelLeft" size={15} />
      </Do>
    </>
  )
}

function AreaButton({ model }: { model: ReaderModel }) {
  const isDrawing = useStore(model.store, state => state.isDrawing)
  return (
    <Do command="area.draw" pressed={isDrawing}>
      <Icon name="area" size={15} />
    </Do>
  )
}

/** The label of the page and its place among them; typed into, it is where to go. */
function PageField({ pages }: { pages: PdfView }) {
  const index = useStore(pages.state, state => state.page)
  const [typed, setTyped] = useState<string | null>(null)
  const page = pages.pages[index]
  const words = page ? pageWords(page, pages.pages.length) : ''
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') go()
    else if (event.key === 'Escape') pages.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const go = () => {
    const found = pageNamed(pages.pages, typed ?? '')
    if (!found) {
      announce(typed === null ? '' : `No page ${typed} in this document`)
      return
    }
    pages.goTo({ page: found.index, point: null })
    announce(`Page ${pageWords(found, pages.pages.length)}`)
    pages.focus()
  }
  return (
    <span className="pages-bar-page">
      <Do command="pages.previous">
        <Icon name="back" size={14} />
      </Do>
      <input
        className="pages-bar-field"
        aria-label="Page"
        size={Math.max(9, words.length)}
        spellCheck={false}
        value={typed ?? words}
        onFocus={event => {
          setTyped(page?.label ?? '')
          const field = event.currentTarget
          requestAnimationFrame(() => field.select())
        }}
        onBlur={() => setTyped(null)}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={press}
      />
      <Do command="pages.next">
        <Icon name="forward" size={14} />
      </Do>
    </span>
  )
}

const GROUPS = [
  ['pages.fitWidth', 'pages.fitPage', 'pages.fullSize'],
  ['pages.continuous', 'pages.single', 'pages.twoUp'],
  ['pages.turnRight', 'pages.turnLeft', 'pages.dark'],
]

function ZoomButtons({ pages }: { pages: PdfView }) {
  const words = zoomWords({ scale: useStore(pages.state, state => state.scale) })
  // asked again whenever anything of it changes, so that the ticks are right
  useStore(pages.state, state => state)
  const groups = GROUPS.map(ids =>
    commands
      .filter(({ id }) => ids.includes(id))
      .map(command => ({ ...entryOf(command), checked: deedOf(command.id)?.checked?.() })),
  )
  return (
    <span className="pages-bar-zoom">
      <Do command="pages.smaller">
        <span aria-hidden="true">−</span>
      </Do>
      <MenuButton
        label="How the pages lie"
        groups={groups}
        trigger={
          <Button look="plain" aria-label={`Zoom ${words}, and how the pages lie`}>
            {words} <Icon name="down" size={11} />
          </Button>
        }
      />
      <Do command="pages.larger">
        <span aria-hidden="true">+</span>
      </Do>
    </span>
  )
}

function Do({ command, pressed, children }: { command: string; pressed?: boolean; children: ReactNode }) {
  const key = useKeyLabel()(command)
  const label = commands.find(({ id }) => id === command)?.label ?? command
  return (
    <IconButton
      label={label}
      shortcut={key}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onPress={() => runCommand(command)}
    >
      {children}
    </IconButton>
  )
}
