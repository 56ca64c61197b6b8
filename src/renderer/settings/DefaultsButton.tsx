import { DEFAULTS, type Preferences, prefer, preferences } from '../state/preferences.ts'
import { Button } from '../ui/button.tsx'
import { useStore } from '../ui/use-store.ts'

/** Everything of one section as it was on the first day. */
export function DefaultsButton({ of }: { of: readonly (keyof Preferences)[] }) {
  const now = useStore(preferences, state => state)
  const isUsual = of.every(name => now[name] === DEFAULTS[name])
  return (
    <div className="settings-foot">
      <Button
        look="plain"
        isDisabled={isUsual}
        onPress={() => prefer(Object.fromEntries(of.map(name => [name, DEFAULTS[name]])))}
      >
        As it was at first
      </Button>
    </div>
  )
}
