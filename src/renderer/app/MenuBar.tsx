import { type KeyboardEvent, useState } from 'react'
import { Button, MenuTrigger, Popover } from 'react-aria-components'
import { commands, MENUS, type MenuName } from '../../shared/commands.ts'
import { deedOf } from '../commands/define.ts'
import { entryOf } from '../commands/entries.ts'
import { MENU_TITLES } from '../commands/listing.ts'
import { type MenuEntry, MenuList } from '../ui/menu.tsx'

/** The menus of the web window, read off the catalogue like the native ones of the desktop. */
export function MenuBar() {
  const [open, setOpen] = useState<MenuName | null>(null)
  return (
    <div className="menu-bar" role="toolbar" aria-label="Menus" onKeyDown={moveAlong}>
      {MENUS.map(menu => (
        <MenuTrigger key={menu} isOpen={open === menu} onOpenChange={isOpen => setOpen(isOpen ? menu : null)}>
          <Button className="menu-bar-item" onHoverStart={() => open !== null && setOpen(menu)}>
            {MENU_TITLES[menu]}
          </Button>
          <Popover className="menu-popover" offset={2} placement="bottom start">
            <MenuList label={MENU_TITLES[menu]} groups={groupsOf(menu)} />
          </Popover>
        </MenuTrigger>
      ))}
    </div>
  )
}

/** Left and right go from menu to menu. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.menu-bar-item')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  if (at >= 0) items[(at + step + items.length) % items.length]!.focus()
}

/** Read when the menu opens, so that what can be done is what can be done now. */
function groupsOf(menu: MenuName): MenuEntry[][] {
  const mine = commands.filter(command => command.menu === menu)
  return [...Map.groupBy(mine, command => command.group).values()].map(group =>
    group.map(command => ({ ...entryOf(command), checked: deedOf(command.id)?.checked?.() })),
  )
}
