import type { ReactNode } from 'react'
import {
  Label,
  Radio,
  RadioGroup,
  Slider,
  SliderOutput,
  SliderThumb,
  SliderTrack,
  Switch,
  Text,
} from 'react-aria-components'

interface OneOfProps<K extends string> {
  readonly label: string
  readonly about?: string
  readonly options: Readonly<Record<K, ReactNode>>
  readonly value: K | null
  readonly onChange: (value: K) => void
}

/** One of a few, all of them in sight. */
export function OneOf<K extends string>({ label, about, options, value, onChange }: OneOfProps<K>) {
  return (
    <RadioGroup
      className="settings-row"
      value={value}
      onChange={chosen => onChange(chosen as K)}
      orientation="horizontal"
    >
      <span className="settings-words">
        <Label className="settings-label">{label}</Label>
        {about === undefined ? null : (
          <Text slot="description" className="settings-about">
            {about}
          </Text>
        )}
      </span>
      <span className="settings-options">
        {(Object.entries(options) as [K, ReactNode][]).map(([key, name]) => (
          <Radio key={key} value={key} className="settings-option">
            {name}
          </Radio>
        ))}
      </span>
    </RadioGroup>
  )
}

interface AmountProps {
  readonly label: string
  readonly range: { readonly least: number; readonly most: number }
  readonly step: number
  readonly value: number
  /** how a value is written and spoken */
  readonly unit: string
  readonly onChange: (value: number) => void
}

/** More or less of something, by dragging or by arrow keys. */
export function Amount({ label, range, step, value, unit, onChange }: AmountProps) {
  // steps of a hundredth leave dust behind
  const clean = (raw: number) => Number(raw.toFixed(2))
  return (
    <Slider<number>
      className="settings-row"
      minValue={range.least}
      maxValue={range.most}
      step={step}
      value={value}
      onChange={raw => onChange(clean(raw))}
    >
      <Label className="settings-label settings-words">{label}</Label>
      <span className="settings-amount">
        <SliderTrack className="settings-track">
          {({ state }) => (
            <>
              <span className="settings-track-line" />
              <span className="settings-track-done" style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
              <SliderThumb className="settings-thumb" />
            </>
          )}
        </SliderTrack>
        <SliderOutput className="settings-output">{`${value} ${unit}`}</SliderOutput>
      </span>
    </Slider>
  )
}

interface OnOffProps {
  readonly label: string
  readonly about?: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

export function OnOff({ label, about, value, onChange }: OnOffProps) {
  return (
    <Switch className="settings-row settings-switch" isSelected={value} onChange={onChange}>
      <span className="settings-words">
        <span className="settings-label">{label}</span>
        {about === undefined ? null : <span className="settings-about">{about}</span>}
      </span>
      <span className="settings-switch-track" aria-hidden="true">
        <span className="settings-switch-knob" />
      </span>
    </Switch>
  )
}
