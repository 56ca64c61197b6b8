import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { Dialog } from '../ui/dialog.tsx'
import { useStore } from '../ui/use-store.ts'
import { AppearanceSettings } from './AppearanceSettings.tsx'
import { CodingSettings } from './CodingSettings.tsx'
import { KeysSettings } from './KeysSettings.tsx'
import { ReadingSettings } from './ReadingSettings.tsx'
import { type Section, settings } from './settings-state.ts'
import './settings.css'

/** How Postil looks and acts for the person who sits here: kept with this computer, not in the project. */
export function SettingsDialog() {
  const section = useStore(settings, state => state.section)
  if (section === null) return null
  return (
    <Dialog title="Settings" onClose={() => settings.setState({ section: null })} wide>
      <Tabs
        className="settings"
        orientation="vertical"
        selectedKey={section}
        onSelectionChange={key => settings.setState({ section: key as Section })}
      >
        <TabList className="settings-tabs" aria-label="Settings">
          <Tab id="reading" className="settings-tab">
            Reading
          </Tab>
          <Tab id="coding" className="settings-tab">
            Coding
          </Tab>
          <Tab id="appearance" className="settings-tab">
            Appearance
          </Tab>
          <Tab id="keys" className="settings-tab">
            Keys
          </Tab>
        </TabList>
        <TabPanel id="reading" className="settings-panel">
          <ReadingSettings />
        </TabPanel>
        <TabPanel id="coding" className="settings-panel">
          <CodingSettings />
        </TabPanel>
        <TabPanel id="appearance" className="settings-panel">
          <AppearanceSettings />
        </TabPanel>
        <TabPanel id="keys" className="settings-panel settings-panel-keys">
          <KeysSettings />
        </TabPanel>
      </Tabs>
    </Dialog>
  )
}
