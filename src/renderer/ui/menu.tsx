import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import './menu.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly shortcut?: string | undefined
  readonly disabled?: boolean
  readonly checked?: boolean | undefined
  readonly run: () => void
}

interface Props {
  /** the button that opens it */
  readonly trigger: ReactNode
  readonly label: string
  /** groups, divided by lines */
  readonly groups: readonly (readonly MenuEntry[])[]
}

/** A menu behind a button: arrows, type-ahead, Esc, all by react-aria. */
export function MenuButton({ trigger, label, groups }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="menu-popover" offset={2}>
        <MenuList label={label} groups={groups} />
      </Popover>
    </MenuTrigger>
  )
}

interface ListProps extends Pick<Props, 'label' | 'groups'> {
  /** for a menu without a button of its own: it takes the focus, and says when it is done */
  readonly onClose?: () => void
}

export function MenuList({ label, groups, onClose }: ListProps) {
  const alone = onClose === undefined ? {} : { autoFocus: 'first' as const, onClose }
  return (
    <Menu aria-label={label} className="menu" {...alone}>
      {groups
        .filter(group => group.length > 0)
        .flatMap((group, index) => [
          ...(index > 0 ? [<Separator key={`line-${group[0]!.id}`} className="menu-line" />] : []),
          ...group.map(entry => <Entry key={entry.id} entry={entry} />),
        ])}
    </Menu>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  const { id, label, shortcut, disabled = false, checked, run } = entry
  return (
    <MenuItem id={id} textValue={label} isDisabled={disabled} onAction={run} className="menu-item">
      <span className="menu-check" aria-hidden="true">
        {checked ? '✓' : ''}
      </span>
      <span className="menu-label">
        {label}
        {checked ? <span className="spoken-only"> (on)</span> : null}
      </span>
      {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
    </MenuItem>
  )
}
