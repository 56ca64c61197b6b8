import { useQuery } from '../../data/use-query.ts'
import { closeDrawer, workspace } from '../../state/workspace.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStore } from '../../ui/use-store.ts'
import { askExport } from '../export/export-state.ts'
import { Chips } from './Chips.tsx'
import { DrawerEdge } from './DrawerEdge.tsx'
import { CONTEXTS, drawerState } from './drawer-state.ts'
import { SegmentGrid } from './SegmentGrid.tsx'
import './segments.css'

/** The segments behind a code, a cell, a document: a list that leads to each place and back. */
export function SegmentsDrawer() {
  const drawer = useStore(workspace, state => state.drawer)
  const height = useStore(drawerState, state => state.height)
  if (drawer === null) return null
  return (
    <section className="segments" data-place="segments" aria-label="Segments" style={{ height }}>
      <DrawerEdge />
      <DrawerHead />
      <Chips scope={drawer.scope} />
      <SegmentGrid scope={drawer.scope} />
    </section>
  )
}

function DrawerHead() {
  const drawer = useStore(workspace, state => state.drawer)!
  const context = useStore(drawerState, state => state.context)
  const counts = useQuery('segments.list', { scope: drawer.scope, limit: 1, context: 0 })
  return (
    <header className="segments-head">
      <h2 className="segments-title">
        {drawer.title}
        {counts ? (
          <span className="segments-count">
            {counts.segments} {counts.segments === 1 ? 'segment' : 'segments'} in {counts.documents}{' '}
            {counts.documents === 1 ? 'document' : 'documents'}, {counts.total}{' '}
            {counts.total === 1 ? 'coding' : 'codings'}
          </span>
        ) : null}
      </h2>
      <Choice
        label="Context"
        options={CONTEXTS}
        value={context}
        onChange={value => drawerState.setState({ context: value })}
      />
      <Button
        look="plain"
        onPress={() => askExport({ kind: 'segments', scope: drawer.scope, title: drawer.title })}
      >
        <Icon name="export" size={14} /> Export…
      </Button>
      <IconButton label="Close the list" onPress={closeDrawer}>
        <Icon name="close" />
      </IconButton>
    </header>
  )
}
