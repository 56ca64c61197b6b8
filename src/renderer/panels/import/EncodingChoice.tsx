import { useId, useState } from 'react'
import type { FileHandle } from '../../../shared/contract/common.ts'
import { useAsk } from '../../data/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { importInstead, tryAgain } from './again.ts'
import { encodingChoices, encodingLabel } from './encodings.ts'
import type { ImportChoices, ImportRow } from './import-state.ts'

interface Props {
  readonly row: ImportRow
  /** the encoding it was read in, if it was */
  readonly current: string | null
  readonly likely: readonly string[]
  readonly onCancel?: () => void
}

/** Chooses an encoding by looking at what the text becomes in it. */
export function EncodingChoice({ row, current, likely, onCancel }: Props) {
  const id = useId()
  const choices = encodingChoices(likely)
  const [encoding, setEncoding] = useState(current ?? choices.likely[0] ?? choices.others[0] ?? 'utf-8')
  const again = current === null ? tryAgain : importInstead
  return (
    <div className="import-encoding">
      <div className="import-choice">
        <label htmlFor={id}>Encoding</label>
        <select
          id={id}
          className="field-input"
          value={encoding}
          onChange={event => setEncoding(event.currentTarget.value)}
        >
          {choices.likely.length === 0 ? null : (
            <optgroup label="Likely">
              <Options names={choices.likely} />
            </optgroup>
          )}
          <optgroup label={choices.likely.length === 0 ? 'Encodings' : 'Others'}>
            <Options names={choices.others} />
          </optgroup>
        </select>
        <Button
          look="primary"
          isDisabled={encoding === current}
          onPress={() => void again(row.id, { encoding })}
        >
          Import with this
        </Button>
        {onCancel ? (
          <Button look="plain" onPress={onCancel}>
            Leave it
          </Button>
        ) : null}
      </div>
      {row.handle === null ? null : (
        <Preview file={row.handle} options={{ ...withoutDuplicates(row.options), encoding }} />
      )}
    </div>
  )
}

function Options({ names }: { names: readonly string[] }) {
  return names.map(name => (
    <option key={name} value={name}>
      {encodingLabel(name)}
    </option>
  ))
}

function withoutDuplicates({ duplicates: _, ...options }: ImportChoices): ImportChoices {
  return options
}

const SHOWN = 600

function Preview({ file, options }: { file: FileHandle; options: ImportChoices }) {
  const { value, error } = useAsk('documents.preview', { file, options })
  const text = error ? error.message : (value?.beginning.slice(0, SHOWN) ?? '')
  return (
    <section
      className="import-preview"
      aria-label="How the text begins in this encoding"
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too
      tabIndex={0}
    >
      <p dir="auto">{text}</p>
    </section>
  )
}
