import {
  FONT_SIZES,
  LINE_SPACINGS,
  LINE_WIDTHS,
  PARAGRAPH_SPACINGS,
  prefer,
  preferences,
} from '../state/preferences.ts'
import { useStore } from '../ui/use-store.ts'
import { Amount, OneOf } from './controls.tsx'
import { DefaultsButton } from './DefaultsButton.tsx'
import { Sample } from './Sample.tsx'

/** How the text is set. Everything holds at once, here in the sample and in the reader behind. */
export function ReadingSettings() {
  const now = useStore(preferences, state => state)
  return (
    <>
      <Sample />
      <OneOf
        label="Letters"
        options={{ serif: 'Serif', sans: 'Sans', system: 'System', spaced: 'Spaced' }}
        value={now.fontFamily}
        onChange={fontFamily => prefer({ fontFamily })}
        about="Spaced: plain wide letters, set further apart, which many readers with dyslexia find easier."
      />
      <Amount
        label="Size"
        range={FONT_SIZES}
        step={1}
        value={now.fontSize}
        unit="px"
        onChange={fontSize => prefer({ fontSize })}
      />
      <Amount
        label="Length of a line, at most"
        range={LINE_WIDTHS}
        step={1}
        value={now.lineWidth}
        unit="characters"
        onChange={lineWidth => prefer({ lineWidth })}
      />
      <Amount
        label="Space between lines"
        range={LINE_SPACINGS}
        step={0.05}
        value={now.lineSpacing}
        unit="lines"
        onChange={lineSpacing => prefer({ lineSpacing })}
      />
      <Amount
        label="Space between paragraphs"
        range={PARAGRAPH_SPACINGS}
        step={0.1}
        value={now.paragraphSpacing}
        unit="lines"
        onChange={paragraphSpacing => prefer({ paragraphSpacing })}
      />
      <OneOf
        label="Coded text is shown"
        options={{ underline: 'Underlined', fill: 'On a ground', none: 'Plain' }}
        value={now.coded}
        onChange={coded => prefer({ coded })}
        about="The bars beside the text show the codes in any case."
      />
      <DefaultsButton
        of={['fontFamily', 'fontSize', 'lineWidth', 'lineSpacing', 'paragraphSpacing', 'coded']}
      />
    </>
  )
}
