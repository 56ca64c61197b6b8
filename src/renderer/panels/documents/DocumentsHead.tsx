import { runCommand } from '../../commands/run.ts'
import { IconButton } from '../../ui/button.tsx'
import { FilterField } from '../../ui/filter-field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { PanelHead } from '../../ui/panel-head.tsx'
import { useStore } from '../../ui/use-store.ts'
import { type DocumentSort, SORTS } from './document-rows.ts'
import { documentsState, sortDocuments } from './documents-state.ts'

const SORT_NAMES: Record<DocumentSort, string> = {
  project: 'Project order',
  name: 'By name',
  codings: 'Most codings first',
  words: 'Longest first',
}

export function DocumentsHead({ count }: { count: number }) {
  const query = useStore(documentsState, state => state.query)
  return (
    <PanelHead
      title="Documents"
      count={count}
      buttons={
        <>
          <IconButton label="Import documents" onPress={() => runCommand('documents.import')}>
            <Icon name="plus" />
          </IconButton>
          <More />
        </>
      }
    >
      {count === 0 ? null : (
        <FilterField
          label="Find documents by name"
          placeholder="Find"
          value={query}
          onChange={next => documentsState.setState({ query: next })}
        />
      )}
    </PanelHead>
  )
}

function More() {
  const sort = useStore(documentsState, state => state.sort)
  return (
    <MenuButton
      label="Order and import"
      trigger={
        <IconButton label="Order and import">
          <Icon name="more" />
        </IconButton>
      }
      groups={[
        SORTS.map(one => ({
          id: one,
          label: SORT_NAMES[one],
          checked: one === sort,
          run: () => sortDocuments(one),
        })),
        [
          { id: 'files', label: 'Import documents…', run: () => runCommand('documents.import') },
          { id: 'folder', label: 'Import a folder…', run: () => runCommand('documents.importFolder') },
        ],
      ]}
    />
  )
}
