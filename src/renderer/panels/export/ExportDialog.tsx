import { type FormEvent, useEffect, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { provide } from '../../commands/define.ts'
import { useQuery } from '../../data/use-query.ts'
import { attempt } from '../../state/messages.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Tick } from '../../ui/tick.tsx'
import { useStore } from '../../ui/use-store.ts'
import './export.css'
import {
  type Choice,
  choose,
  closeExport,
  exportQuestion,
  exportSegments,
  exportShown,
  runExport,
  tableFormat,
  type Wanted,
} from './export-state.ts'

const FORMATS: readonly { id: Choice['format']; name: string; about: string }[] = [
  {
    id: 'xlsx',
    name: 'XLSX',
    about: 'For spreadsheet programs: real numbers, and a second sheet that says how it was made.',
  },
  { id: 'csv', name: 'CSV', about: 'For statistics programs and scripts: commas, UTF-8, full precision.' },
  { id: 'json', name: 'JSON', about: 'For programs: the table with its notes, as Postil has it.' },
]

const TO_READ: typeof FORMATS = [
  {
    id: 'html',
    name: 'HTML',
    about: 'To read and to print: the passages with their references and comments.',
  },
  {
    id: 'docx',
    name: 'DOCX',
    about: 'The same for word processors, with a heading for each section of the list.',
  },
  { id: 'md', name: 'Markdown', about: 'The same as plain text, for notes and manuscripts.' },
]

export function ExportDialog() {
  const wanted = useStore(exportQuestion, state => state.wanted)
  useEffect(
    () => provide({ 'export.shown': { run: exportShown }, 'export.segments': { run: exportSegments } }),
    [],
  )
  return wanted === null ? null : <ExportForm wanted={wanted} />
}

function ExportForm({ wanted }: { wanted: Wanted }) {
  const last = useStore(exportQuestion, state => state.choice)
  const isTable = wanted.kind === 'table'
  const choice = isTable ? { ...last, format: tableFormat(last.format) } : last
  const [busy, setBusy] = useState(false)
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    await attempt(() => runExport(wanted, choice))
    closeExport()
  }
  return (
    <Dialog title={isTable ? 'Export the table' : 'Export segments'} onClose={closeExport}>
      <form className="export" onSubmit={event => void submit(event)}>
        <What wanted={wanted} />
        <RadioGroup
          className="export-formats"
          value={choice.format}
          onChange={format => choose({ format: format as Choice['format'] })}
        >
          <Label className="spoken-only">Format</Label>
          {(isTable ? FORMATS : [...FORMATS, ...TO_READ]).map(({ id, name, about }) => (
            <Radio key={id} value={id} className="export-format">
              <span className="export-dot" aria-hidden="true" />
              <span className="export-name">{name}</span>
              <span className="export-about">{about}</span>
            </Radio>
          ))}
        </RadioGroup>
        {choice.format === 'csv' ? <CsvOptions choice={choice} /> : null}
        <footer className="dialog-foot">
          <Button onPress={closeExport}>Cancel</Button>
          <Button look="primary" type="submit" isDisabled={busy} autoFocus>
            {busy ? 'Writing the file…' : 'Export'}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** What will be in the file, so that nobody exports the wrong thing. */
function What({ wanted }: { wanted: Wanted }) {
  return wanted.kind === 'table' ? <WhatTable wanted={wanted} /> : <WhatSegments wanted={wanted} />
}

const many = (count: number, one: string) => `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

function WhatTable({ wanted: { spec } }: { wanted: Extract<Wanted, { kind: 'table' }> }) {
  const table = useQuery('analysis.frequency', spec)
  if (!table) return <p className="export-what">…</p>
  const codes = table.rows.filter(({ role }) => role === 'value').length
  const columns = table.columns.filter(({ role }) => role === 'value').length
  const of = spec.columns === 'groups' ? 'group' : 'document'
  return (
    <p className="export-what">
      {table.title}, as it is shown: {many(codes, 'code')}, {many(columns, of)}, with totals.
    </p>
  )
}

function WhatSegments({ wanted }: { wanted: Extract<Wanted, { kind: 'segments' }> }) {
  const { question, context, title } = wanted
  const counts = useQuery('segments.sections', question)
  const rows = counts ? counts.total.toLocaleString('en') : '…'
  const free = counts && counts.free > 0 ? ', and one for each segment without a code' : ''
  const around = context === 'segment' ? '' : `, each in its ${context}`
  const isOrdered = question.order !== undefined || question.grouping !== undefined
  return (
    <p className="export-what">
      <span dir="auto">{title}</span>: {rows} {counts?.total === 1 ? 'row' : 'rows'}, one for each code on a
      segment{free}
      {isOrdered ? ', in the order of the list' : ''}
      {around}.
    </p>
  )
}

function CsvOptions({ choice }: { choice: Choice }) {
  return (
    <div className="export-options">
      <Tick checked={choice.bom} onChange={bom => choose({ bom })}>
        Begin with a byte order mark, which some spreadsheet programs need to read accents
      </Tick>
      <Tick checked={choice.exact} onChange={exact => choose({ exact })}>
        Exact text: leave cells that begin with = + - @ as they are
      </Tick>
      {choice.exact ? (
        <p className="export-warning" role="alert">
          A spreadsheet program may run such a cell as a formula. Use this only for programs that read plain
          data.
        </p>
      ) : null}
    </div>
  )
}
