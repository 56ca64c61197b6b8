import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { importInstead, MOST_TRIES, tryAgain } from './again.ts'
import { EncodingChoice } from './EncodingChoice.tsx'
import { encodingLabel } from './encodings.ts'
import type { ImportRow } from './import-state.ts'

/** What can be done about a row, where something can. */
export function RowChoices({ row }: { row: ImportRow }) {
  const { state, failure, imported, options } = row
  if (state === 'refused') {
    switch (failure?.code) {
      case 'file-password':
      case 'file-wrong-password':
        return <Password row={row} />
      case 'file-encoding':
        return <EncodingChoice row={row} current={null} likely={[]} />
      case 'document-duplicate':
        return (
          <p className="import-choice">
            <Button onPress={() => void tryAgain(row.id, { duplicates: 'keep' })}>Keep both</Button>
          </p>
        )
      default:
        return null
    }
  }
  if (state !== 'imported' || imported === null) return null
  const tracked = imported.warnings.some(({ code }) => code === 'tracked-changes')
  return (
    <>
      {tracked ? (
        <p className="import-choice">
          {options.changes === 'keep-both' ? (
            <Button onPress={() => void importInstead(row.id, { changes: 'accept' })}>
              Accept insertions, drop deletions
            </Button>
          ) : (
            <Button onPress={() => void importInstead(row.id, { changes: 'keep-both' })}>
              Keep both, marked
            </Button>
          )}
        </p>
      ) : null}
      {imported.encoding === undefined ? null : <Encoding row={row} encoding={imported.encoding} />}
    </>
  )
}

/** The encoding was worked out from the bytes: shown with a way to choose another, closed until wanted. */
function Encoding({ row, encoding }: { row: ImportRow; encoding: string }) {
  const [chooses, setChooses] = useState(false)
  const likely = row.imported?.encodings ?? []
  if (chooses)
    return <EncodingChoice row={row} current={encoding} likely={likely} onCancel={() => setChooses(false)} />
  return (
    <p className="import-choice import-quiet">
      Read as {encodingLabel(encoding)}
      <Button look="plain" onPress={() => setChooses(true)}>
        Other encoding…
      </Button>
    </p>
  )
}

function Password({ row }: { row: ImportRow }) {
  const [password, setPassword] = useState('')
  if (row.tries >= MOST_TRIES)
    return (
      <p className="import-choice import-quiet">
        {MOST_TRIES} passwords did not open it. To try others, import the file again.
      </p>
    )
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (password === '') return
    await tryAgain(row.id, { password })
    setPassword('')
  }
  return (
    <form className="import-choice" onSubmit={event => void submit(event)}>
      <Field
        label={`Password of ${row.file.name}`}
        quiet
        type="password"
        placeholder="Password"
        autoComplete="off"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" isDisabled={password === ''}>
        Import
      </Button>
    </form>
  )
}
