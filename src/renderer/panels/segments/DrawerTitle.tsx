import type { SegmentScope } from '../../../shared/contract/segments.ts'
import { listSegments } from '../../state/workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton, type MenuEntry } from '../../ui/menu.tsx'

const WHOLE: readonly (readonly [title: string, scope: SegmentScope])[] = [
  ['All segments', {}],
  ['Coded segments', { free: 'without' }],
  ['Free segments', { free: 'only' }],
]

/** What is listed; opens the lists of the whole project. */
export function DrawerTitle({ title }: { title: string }) {
  const entries = WHOLE.map(
    ([name, scope]): MenuEntry => ({
      id: name,
      label: name,
      checked: name === title,
      run: () => listSegments(scope, name),
    }),
  )
  return (
    <h2 className="segments-title">
      <MenuButton
        trigger={
          <Button look="plain">
            <span className="segments-title-text" dir="auto">
              {title}
            </span>
            <Icon name="down" size={12} />
          </Button>
        }
        label="Other lists"
        groups={[entries]}
      />
    </h2>
  )
}
