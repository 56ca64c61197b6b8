import { useQuery } from '../../data/use-query.ts'
import { closeDrawer, type Workspace, workspace } from '../../state/workspace.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStore } from '../../ui/use-store.ts'
import { askExport } from '../export/export-state.ts'
import { Chips } from './Chips.tsx'
import { DrawerEdge } from './DrawerEdge.tsx'
import { CONTEXTS, drawerState, groupBy, pickNone } from './drawer-state.ts'
import { NothingHere } from './NothingHere.tsx'
import { SegmentGrid } from './SegmentGrid.tsx'
import { GROUPINGS } from './sections.ts'
import './segment-line.css'
import './segments.css'

type Drawer = NonNullable<Workspace['drawer']>

/** The segments behind a code, a cell, a document: a list that leads to each place and back. */
export function SegmentsDrawer() {
  const drawer = useStore(workspace, state => state.drawer)
  return drawer === null ? null : <Open drawer={drawer} />
}

function Open({ drawer }: { drawer: Drawer }) {
  const height = useStore(drawerState, state => state.height)
  const counts = useQuery('segments.list', { scope: drawer.scope, limit: 1, context: 0 })
  return (
    <section className="segments" data-place="segments" aria-label="Segments" style={{ height }}>
      <DrawerEdge />
      <Head drawer={drawer} counts={counts} />
      <Chips scope={drawer.scope} />
      {counts === undefined ? null : counts.total === 0 ? (
        <NothingHere scope={drawer.scope} />
      ) : (
        <SegmentGrid key={JSON.stringify(drawer.scope)} scope={drawer.scope} total={counts.total} />
      )}
    </section>
  )
}

interface Counts {
  readonly total: number
  readonly segments: number
  readonly documents: number
}

const many = (count: number, one: string) => `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

/** “63 segments in 9 documents”, and how many rows that makes where it is another number. */
export function countsInWords({ total, segments, documents }: Counts): string {
  const rows = total === segments ? '' : `, ${many(total, 'coding')}`
  return `${many(segments, 'segment')} in ${many(documents, 'document')}${rows}`
}

function Head({ drawer, counts }: { drawer: Drawer; counts: Counts | undefined }) {
  const context = useStore(drawerState, state => state.context)
  const grouping = useStore(drawerState, state => state.grouping)
  const picked = useStore(drawerState, state => state.picked.size)
  return (
    <header className="segments-head">
      <h2 className="segments-title" dir="auto">
        {drawer.title}
      </h2>
      {picked > 0 ? (
        <Picked count={picked} />
      ) : (
        <span className="segments-count">{counts ? countsInWords(counts) : ''}</span>
      )}
      <span className="segments-tools">
        <Choice label="Grouped" options={GROUPINGS} value={grouping} onChange={groupBy} />
        <Choice
          label="Context"
          options={CONTEXTS}
          value={context}
          onChange={value => drawerState.setState({ context: value })}
        />
        <IconButton
          label="Export these segments…"
          onPress={() => askExport({ kind: 'segments', scope: drawer.scope, title: drawer.title })}
        >
          <Icon name="export" />
        </IconButton>
        <IconButton label="Close the list" onPress={closeDrawer}>
          <Icon name="close" />
        </IconButton>
      </span>
    </header>
  )
}

const Picked = ({ count }: { count: number }) => (
  <span className="segments-picked">
    {many(count, 'row')} picked: R recodes, X removes
    <Button look="plain" onPress={pickNone}>
      Clear
    </Button>
  </span>
)
