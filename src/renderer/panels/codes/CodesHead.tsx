import { useKeyLabel } from '../../commands/bindings.ts'
import { runCommand } from '../../commands/run.ts'
import { IconButton } from '../../ui/button.tsx'
import { FilterField } from '../../ui/filter-field.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { PanelHead } from '../../ui/panel-head.tsx'
import { useStore } from '../../ui/use-store.ts'
import { codesState } from './codes-state.ts'

export function CodesHead({ count }: { count: number }) {
  const keyLabel = useKeyLabel()
  const query = useStore(codesState, state => state.query)
  return (
    <PanelHead
      title="Codes"
      count={count}
      buttons={
        <>
          <IconButton
            label="New code"
            shortcut={keyLabel('codes.new')}
            onPress={() => runCommand('codes.new')}
          >
            <Icon name="plus" />
          </IconButton>
          <More />
        </>
      }
    >
      {count === 0 ? null : (
        <FilterField
          label="Filter the codes by name, path or definition"
          placeholder="Filter"
          value={query}
          onChange={next => codesState.setState({ query: next })}
        />
      )}
    </PanelHead>
  )
}

function More() {
  return (
    <MenuButton
      label="All codes"
      trigger={
        <IconButton label="All codes">
          <Icon name="more" />
        </IconButton>
      }
      groups={[
        [
          { id: 'expand', label: 'Open all', run: () => runCommand('codes.expandAll') },
          { id: 'collapse', label: 'Close all', run: () => runCommand('codes.collapseAll') },
        ],
      ]}
    />
  )
}
