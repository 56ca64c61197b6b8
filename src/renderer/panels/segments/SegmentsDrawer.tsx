import { closeDrawer, type Workspace, workspace } from '../../state/workspace.ts'
import { IconButton } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useStore } from '../../ui/use-store.ts'
import { askExport } from '../export/export-state.ts'
import { AddFilter } from './AddFilter.tsx'
import { Chips } from './Chips.tsx'
import { DrawerEdge } from './DrawerEdge.tsx'
import { DrawerTitle } from './DrawerTitle.tsx'
import { drawerState, groupBy, questionOf, shownSegments, sortBy } from './drawer-state.ts'
import { CONTEXTS, GROUPINGS, SORTING_NAMES } from './list-choices.ts'
import { NothingHere } from './NothingHere.tsx'
import { PickedBar } from './PickedBar.tsx'
import { SegmentGrid } from './SegmentGrid.tsx'
import { countsInWords, type Sections } from './sections.ts'
import { useShown } from './use-shown.ts'
import { WordsField } from './WordsField.tsx'
import './segment-line.css'
import './segments.css'

type Drawer = NonNullable<Workspace['drawer']>

/** The segments behind a code, a cell, a document: a list that leads to each place and back. */
export function SegmentsDrawer() {
  const drawer = useStore(workspace, state => state.drawer)
  return drawer === null ? null : <Open drawer={drawer} />
}

function Open({ drawer }: { drawer: Drawer }) {
  const state = useStore(drawerState, now => now)
  const { shown, isComing } = useShown(questionOf(drawer.scope, state), state.context)
  return (
    <section
      className="segments"
      data-place="segments"
      aria-label="Segments"
      // the list before is still shown: whoever comes for this one waits
      aria-busy={isComing ? true : undefined}
      style={{ height: state.height }}
    >
      <DrawerEdge />
      <Head drawer={drawer} counts={shown?.sections} />
      <Tools drawer={drawer} />
      <Chips scope={drawer.scope} />
      {shown === undefined ? null : shown.sections.total === 0 ? (
        <NothingHere scope={shown.question.scope ?? {}} />
      ) : (
        <SegmentGrid key={shown.key} shown={shown} isComing={isComing} />
      )}
    </section>
  )
}

function Head({ drawer, counts }: { drawer: Drawer; counts: Sections | undefined }) {
  const picked = useStore(drawerState, state => state.picked.size)
  return (
    <header className="segments-head">
      <DrawerTitle title={drawer.title} />
      {picked > 0 ? (
        <PickedBar count={picked} />
      ) : (
        <span className="segments-count">{counts ? countsInWords(counts) : ''}</span>
      )}
      <span className="segments-ends">
        <IconButton
          label="Export these segments…"
          onPress={() => askExport({ kind: 'segments', ...shownSegments(drawer) })}
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

/** How the list is narrowed, ordered and shown. */
function Tools({ drawer: { scope } }: { drawer: Drawer }) {
  const { context, grouping, sorting } = useStore(drawerState, state => state)
  return (
    <div className="segments-tools">
      <WordsField words={scope.words ?? ''} />
      <AddFilter scope={scope} />
      <Choice label="Sorted" options={SORTING_NAMES} value={sorting} onChange={sortBy} />
      <Choice label="Grouped" options={GROUPINGS} value={grouping} onChange={groupBy} />
      <Choice
        label="Context"
        options={CONTEXTS}
        value={context}
        onChange={value => drawerState.setState({ context: value })}
      />
    </div>
  )
}
