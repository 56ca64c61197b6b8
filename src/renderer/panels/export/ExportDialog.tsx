import { type FormEvent, useEffect, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { provide } from '../../commands/define.ts'
import { attempt } from '../../state/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useStore } from '../../ui/use-store.ts'
import './export.css'
import {
  askExport,
  type Choice,
  exportQuestion,
  exportShown,
  runExport,
  type Wanted,
} from './export-state.ts'

const FORMATS: readonly { id: Choice['format']; name: string; about: string }[] = [
  {
    id: 'xlsx',
    name: 'XLSX',
    about: 'For spreadsheet programs: real numbers, and a sheet that says how they were counted.',
  },
  { id: 'csv', name: 'CSV', about: 'For statistics programs and scripts: commas, UTF-8, full precision.' },
  { id: 'json', name: 'JSON', about: 'For programs: the table with its notes, as Postil has it.' },
]

export function ExportDialog() {
  const wanted = useStore(exportQuestion, state => state.wanted)
  useEffect(
    () =>
      provide({
        'export.shown': { run: exportShown },
        'export.segments': { run: () => askExport({ kind: 'segments', scope: {}, title: 'All segments' }) },
      }),
    [],
  )
  return wanted === null ? null : (
    <ExportForm wanted={wanted} onClose={() => exportQuestion.setState({ wanted: null })} />
  )
}

function ExportForm({ wanted, onClose }: { wanted: Wanted; onClose: () => void }) {
  const [choice, setChoice] = useState<Choice>({ format: 'xlsx', bom: false, exact: false })
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    onClose()
    await attempt(() => runExport(wanted, choice))
  }
  const title = wanted.kind === 'table' ? 'Export the table' : `Export segments: ${wanted.title}`
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="export" onSubmit={event => void submit(event)}>
        <RadioGroup
          className="export-formats"
          value={choice.format}
          onChange={format => setChoice({ ...choice, format: format as Choice['format'] })}
        >
          <Label className="spoken-only">Format</Label>
          {FORMATS.map(({ id, name, about }) => (
            <Radio key={id} value={id} className="export-format">
              <span className="export-name">{name}</span>
              <span className="export-about">{about}</span>
            </Radio>
          ))}
        </RadioGroup>
        {choice.format === 'csv' ? <CsvOptions choice={choice} onChange={setChoice} /> : null}
        <footer className="dialog-foot">
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" autoFocus>
            Export
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

function CsvOptions({ choice, onChange }: { choice: Choice; onChange: (choice: Choice) => void }) {
  return (
    <div className="export-options">
      <Tick checked={choice.bom} onChange={bom => onChange({ ...choice, bom })}>
        Begin with a byte order mark (some spreadsheet programs need it to read accents)
      </Tick>
      <Tick checked={choice.exact} onChange={exact => onChange({ ...choice, exact })}>
        Exact text: leave cells that begin with = + - @ as they are. A spreadsheet program may run them as
        formulas.
      </Tick>
    </div>
  )
}
