import { prefer, preferences } from '../state/preferences.ts'
import { useStore } from '../ui/use-store.ts'
import { OneOf } from './controls.tsx'
import { DefaultsButton } from './DefaultsButton.tsx'

export function AppearanceSettings() {
  const now = useStore(preferences, state => state)
  return (
    <>
      <OneOf
        label="Theme"
        options={{ light: 'Light', dark: 'Dark', system: 'As the system' }}
        value={now.theme}
        onChange={theme => prefer({ theme })}
      />
      <OneOf
        label="Contrast"
        options={{ normal: 'Normal', high: 'High', system: 'As the system' }}
        value={now.contrast}
        onChange={contrast => prefer({ contrast })}
        about="High: black and white grounds, solid edges, a thick ring where the focus is."
      />
      <DefaultsButton of={['theme', 'contrast']} />
    </>
  )
}
