import { useEffect, useLayoutEffect } from 'react'
import { provide } from '../../commands/define.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFocusBack } from '../../ui/use-focus-back.ts'
import { useStore } from '../../ui/use-store.ts'
import { SegmentTableInput } from '../segments-import/SegmentTableInput.tsx'
import { chooseFiles, chooseFolder, setFileInput, setFolderInput, takeChosen } from './choose-files.ts'
import './import.css'
import { closeReport, emptyImport, importState, showReport } from './import-state.ts'
import { progressOf, summaryOf } from './import-words.ts'
import { ReportTable } from './ReportTable.tsx'
import { cancelImport } from './start-import.ts'
import { useWindowDrop } from './use-window-drop.ts'

/** Everything about bringing files in: choosers, drops, progress and the report. Shows nothing while none of it is wanted. */
export function ImportDialog() {
  // what was imported into one project is no news in the next
  useLayoutEffect(() => importState.setState(emptyImport, true), [])
  useEffect(
    () =>
      provide({
        'documents.import': { run: () => chooseFiles() },
        'documents.importFolder': { run: () => chooseFolder() },
      }),
    [],
  )
  const above = useWindowDrop()
  return (
    <>
      <Inputs />
      <SegmentTableInput />
      {above ? <p className="import-drop">Drop to import</p> : null}
      <Report />
    </>
  )
}

function Inputs() {
  return (
    <>
      <input
        ref={setFileInput}
        type="file"
        multiple
        hidden
        aria-label="Files to import"
        onChange={event => takeChosen(event.currentTarget)}
      />
      <input
        ref={setFolderInput}
        type="file"
        multiple
        hidden
        aria-label="Folder to import"
        onChange={event => takeChosen(event.currentTarget)}
      />
    </>
  )
}

function Report() {
  const { rows, running, open } = useStore(importState, state => state)
  useFocusBack('documents', open)
  if (running && !open) return <ProgressCard />
  if (!open) return null
  return (
    <Dialog title={running ? 'Importing' : 'Import report'} onClose={closeReport} wide>
      {running ? <Progress /> : <p className="import-summary">{summaryOf(rows)}</p>}
      <ReportTable rows={rows} />
      <footer className="dialog-foot">
        {running ? <Button onPress={cancelImport}>Stop</Button> : null}
        <Button look={running ? 'outline' : 'primary'} onPress={closeReport}>
          {running ? 'Go on in the background' : 'Close'}
        </Button>
      </footer>
    </Dialog>
  )
}

function Progress() {
  const { rows, cancelled } = useStore(importState, state => state)
  const { done, total, now } = progressOf(rows)
  return (
    <div className="import-progress">
      <progress max={total} value={done} aria-label="Files imported" />
      <p>
        {done} of {total}
        <span className="import-now">{cancelled ? 'Stopping' : now}</span>
      </p>
    </div>
  )
}

/** Beside the reading, not over it. */
function ProgressCard() {
  const { rows } = useStore(importState, state => state)
  return (
    <section className="import-card" aria-label="Import">
      <Progress />
      <div className="import-card-foot">
        {rows.length > 1 ? (
          <Button look="plain" onPress={showReport}>
            Show
          </Button>
        ) : null}
        <Button look="plain" onPress={cancelImport}>
          Cancel
        </Button>
      </div>
    </section>
  )
}
