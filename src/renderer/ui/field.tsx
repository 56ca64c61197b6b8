import { Input, Label, TextArea, TextField, type TextFieldProps } from 'react-aria-components'
import './field.css'

interface Props extends Omit<TextFieldProps, 'children' | 'className'> {
  readonly label: string
  /** the label is spoken but not shown (the place makes it plain) */
  readonly quiet?: boolean
  readonly placeholder?: string | undefined
  readonly rows?: number
}

export function Field({ label, quiet = false, placeholder, rows, ...props }: Props) {
  const hint = placeholder === undefined ? {} : { placeholder }
  return (
    <TextField {...props} className="field">
      <Label className={quiet ? 'spoken-only' : 'field-label'}>{label}</Label>
      {rows === undefined ? (
        <Input className="field-input" {...hint} />
      ) : (
        <TextArea className="field-input field-area" {...hint} rows={rows} />
      )}
    </TextField>
  )
}
