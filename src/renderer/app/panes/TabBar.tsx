import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { DocumentId } from '../../../shared/model/ids.ts'
import { useKeyLabel } from '../../commands/bindings.ts'
import { runCommand } from '../../commands/run.ts'
import { useDocumentNames } from '../../data/document-names.ts'
import { activatePane } from '../../state/panes.ts'
import { closeTab, openDocument, type Pane, workspace } from '../../state/workspace.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { ContextMenu, type Spot, spotOfEvent } from '../../ui/popover-at.tsx'
import { useStore } from '../../ui/use-store.ts'
import { BackAndForward } from './BackAndForward.tsx'
import { tabMenu } from './tab-menu.ts'
import './tabs.css'

interface Props {
  readonly pane: Pane
  readonly side: 'only' | 'left' | 'right'
}

const LABELS = {
  only: 'Open documents',
  left: 'Open documents, left',
  right: 'Open documents, right',
}

/** The way back, the documents open in this pane, and what is done with the panes. */
export function TabBar({ pane, side }: Props) {
  const documents = useDocumentNames()
  const [asked, setAsked] = useState<{ documentId: DocumentId; spot: Spot } | null>(null)
  const open = pane.tabs.flatMap(id => documents?.find(document => document.id === id) ?? [])
  return (
    <div className="tab-bar">
      {side === 'right' ? null : <BackAndForward />}
      <nav
        className="tabs"
        aria-label={LABELS[side]}
        onFocusCapture={() => activatePane(pane.id)}
        onPointerDownCapture={() => activatePane(pane.id)}
      >
        <ul className="tabs-list">
          {open.map(({ id, name }) => (
            <Tab
              key={id}
              pane={pane}
              documentId={id}
              name={name}
              onAsk={event => setAsked({ documentId: id, spot: spotOfEvent(event) })}
            />
          ))}
        </ul>
      </nav>
      {side === 'left' ? null : <SplitButtons isSplit={side === 'right'} />}
      {asked ? (
        <ContextMenu
          spot={asked.spot}
          onClose={() => setAsked(null)}
          label="Tab"
          groups={tabMenu(pane, asked.documentId)}
        />
      ) : null}
    </div>
  )
}

interface TabProps {
  readonly pane: Pane
  readonly documentId: DocumentId
  readonly name: string
  readonly onAsk: (event: MouseEvent<HTMLElement>) => void
}

function Tab({ pane, documentId, name, onAsk }: TabProps) {
  const tab = useRef<HTMLLIElement>(null)
  const isCurrent = documentId === pane.documentId
  useEffect(() => {
    if (isCurrent) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isCurrent])
  return (
    <li
      ref={tab}
      className={isCurrent ? 'tab tab-current' : 'tab'}
      onContextMenu={event => {
        event.preventDefault()
        onAsk(event)
      }}
      // the middle button closes, as everywhere
      onAuxClick={event => event.button === 1 && closeTab(documentId, pane.id)}
    >
      <Button
        look="plain"
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
        onPress={() => {
          // a screen reader may press without a pointer or the focus
          activatePane(pane.id)
          openDocument(documentId)
        }}
      >
        <span className="tab-name">{name}</span>
      </Button>
      <IconButton label={`Close ${name}`} onPress={() => closeTab(documentId, pane.id)}>
        <Icon name="close" size={12} />
      </IconButton>
    </li>
  )
}

function SplitButtons({ isSplit }: { isSplit: boolean }) {
  const keyLabel = useKeyLabel()
  const isTogether = useStore(workspace, state => state.together)
  return (
    <div className="tab-bar-group">
      {isSplit ? (
        <IconButton
          label={isTogether ? 'The texts scroll together' : 'Scroll both texts together'}
          aria-pressed={isTogether}
          onPress={() => runCommand('view.scrollTogether')}
        >
          <Icon name="together" />
        </IconButton>
      ) : null}
      <IconButton
        label={isSplit ? 'One text again' : 'Two texts side by side'}
        shortcut={keyLabel('view.split')}
        aria-pressed={isSplit}
        onPress={() => runCommand('view.split')}
      >
        <Icon name="split" />
      </IconButton>
    </div>
  )
}
