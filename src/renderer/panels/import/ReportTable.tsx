import { openDocument } from '../../state/workspace.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { closeReport, type ImportRow } from './import-state.ts'
import { sizeOf } from './import-words.ts'
import { RowChoices } from './RowChoices.tsx'

/** One row a file: what became of it, what to know about that, and what can be done. */
export function ReportTable({ rows }: { rows: readonly ImportRow[] }) {
  return (
    <div className="import-table">
      <table aria-label="Files">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Result</th>
            <th scope="col">
              <span className="spoken-only">Open</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <FileRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FileRow({ row }: { row: ImportRow }) {
  const { file, imported } = row
  function open(): void {
    if (!imported) return
    openDocument(imported.id)
    closeReport()
  }
  return (
    <tr>
      <th scope="row" className="import-file" dir="auto">
        {file.name}
      </th>
      <td>
        <Result row={row} />
        {imported?.warnings.map(({ code, severity, message, place }) => (
          <p key={`${code}-${message}`} className={`import-line import-${severity}`}>
            <Icon name={severity === 'loss' ? 'warning' : 'text'} size={13} />
            <span>
              <span className="spoken-only">{severity === 'loss' ? 'Lost: ' : 'Note: '}</span>
              {message}
              {place === undefined ? '' : ` (${place})`}
            </span>
          </p>
        ))}
        <RowChoices row={row} />
      </td>
      <td className="import-open">{imported ? <Button onPress={open}>Open</Button> : null}</td>
    </tr>
  )
}

function Result({ row: { state, imported, failure } }: { row: ImportRow }) {
  if (imported && state === 'imported')
    return (
      <p className="import-line import-done">
        <Icon name="check" size={13} />
        <span>Imported · {sizeOf(imported)}</span>
      </p>
    )
  if (state === 'refused')
    return (
      <p className="import-line import-refused">
        <Icon name="close" size={13} />
        <span>{failure?.message}</span>
      </p>
    )
  const words = { waiting: 'Waiting', reading: 'Reading…', cancelled: 'Not imported', imported: '' }
  return <p className="import-line import-quiet">{words[state]}</p>
}
