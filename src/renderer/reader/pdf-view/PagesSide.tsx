import { useEffect, useMemo, useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Tree } from '../../ui/tree/Tree.tsx'
import type { TreeRow } from '../../ui/tree/tree-row.ts'
import { useStore } from '../../ui/use-store.ts'
import type { ReaderModel } from '../model.ts'
import { setSide } from './pages-deeds.ts'
import type { OutlineEntry } from './painter.ts'
import './pages-side.css'
import type { PdfView } from './pdf-view.ts'
import { Thumbnails } from './Thumbnails.tsx'

/** Beside the pages: the outline of the file, or its pages small. */
export function PagesSide({ model }: { model: ReaderModel }) {
  return model.printed ? <Side pages={model.printed} /> : null
}

function Side({ pages }: { pages: PdfView }) {
  const side = useStore(pages.state, state => state.side)
  if (side === 'closed') return null
  const title = side === 'outline' ? 'Outline' : 'Pages'
  return (
    <nav className="pages-side" aria-label={title}>
      <div className="pages-side-head">
        <h2 className="pages-side-title">{title}</h2>
        <IconButton label={`Close ${title.toLowerCase()}`} onPress={() => setSide(pages, 'closed')}>
          <Icon name="close" size={13} />
        </IconButton>
      </div>
      {side === 'outline' ? <Outline pages={pages} /> : <Thumbnails pages={pages} />}
    </nav>
  )
}

interface OutlineRow extends TreeRow {
  readonly entry: OutlineEntry
}

const ROW = 26

function Outline({ pages }: { pages: PdfView }) {
  const outline = useStore(pages.state, state => state.outline)
  useEffect(() => void pages.wantOutline(), [pages])
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const rows = useMemo(() => outlineRows(outline ?? [], closed), [outline, closed])
  const [focus, setFocus] = useState<string | null>(null)
  if (outline === undefined) return <p className="pages-side-note" aria-busy="true" />
  if (outline.length === 0)
    return <p className="pages-side-note">This file has no outline. “Pages” shows its pages small.</p>
  const open = ({ entry }: OutlineRow) => {
    if (entry.to) pages.goTo(entry.to)
  }
  return (
    <div className="pages-side-scroll">
      <Tree
        label="Outline"
        rows={rows}
        rowHeight={ROW}
        focus={focus}
        selected={focus === null ? new Set() : new Set([focus])}
        onPick={setFocus}
        rowEvents={row => ({ onClick: () => open(row) })}
        onPickAll={() => undefined}
        onToggle={(key, expanded) =>
          setClosed(before => {
            const after = new Set(before)
            if (expanded) after.delete(key)
            else after.add(key)
            return after
          })
        }
        onAct={row => {
          open(row)
          pages.focus()
        }}
        describe={({ entry }) => ({
          label: entry.title,
          description: entry.to ? `page ${entry.to.page + 1}` : undefined,
        })}
      >
        {({ entry }) => (
          <span className="pages-side-entry">
            <span className="pages-side-name">{entry.title}</span>
            <span className="pages-side-number">
              {entry.to ? (pages.pages[entry.to.page]?.label ?? '') : ''}
            </span>
          </span>
        )}
      </Tree>
    </div>
  )
}

/** The entries that are to be seen: those below a closed one are not. Pure. */
export function outlineRows(entries: readonly OutlineEntry[], closed: ReadonlySet<string>): OutlineRow[] {
  const rows: OutlineRow[] = []
  const add = (of: readonly OutlineEntry[], level: number, above: string) => {
    for (const [index, entry] of of.entries()) {
      const key = `${above}${index}`
      const isOpen = !closed.has(key)
      rows.push({
        key,
        level,
        expanded: entry.children.length > 0 ? isOpen : null,
        text: entry.title,
        position: index + 1,
        size: of.length,
        entry,
      })
      if (isOpen) add(entry.children, level + 1, `${key}.`)
    }
  }
  add(entries, 1, '')
  return rows
}
