import { type CSSProperties, memo } from 'react'
import { splitPath } from '../../../shared/model/code-path.ts'
import { themeStore } from '../../app/theme.ts'
import { codeColor } from '../../ui/code-color.ts'
import { patternOf } from '../../ui/code-pattern.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { useStore } from '../../ui/use-store.ts'
import type { ReaderModel } from '../model.ts'
import { shownPath, wordsOf } from '../say.ts'
import { selectSegment } from '../selecting.ts'
import { type Bar, INSET, labelOf } from './bars.ts'

interface Props {
  readonly model: ReaderModel
  readonly bar: Bar
  readonly pitch: number
  readonly isPointed: boolean
  readonly isUnder: boolean
  readonly isSelected: boolean
  readonly isHome: boolean
  readonly isFresh: boolean
  readonly onHome: (id: string) => void
}

const isSame = (a: Props, b: Props) =>
  a.bar.segment === b.bar.segment &&
  a.bar.code === b.bar.code &&
  a.bar.coder === b.bar.coder &&
  a.bar.top === b.bar.top &&
  a.bar.bottom === b.bar.bottom &&
  a.bar.lane === b.bar.lane &&
  a.bar.label?.top === b.bar.label?.top &&
  a.bar.label?.left === b.bar.label?.left &&
  a.bar.label?.width === b.bar.label?.width &&
  a.pitch === b.pitch &&
  a.isPointed === b.isPointed &&
  a.isUnder === b.isUnder &&
  a.isSelected === b.isSelected &&
  a.isHome === b.isHome

/** One coding: a line as long as its passage, and the name of its code where there is room. */
export const BarButton = memo(function BarButton(props: Props) {
  const { model, bar, pitch, isPointed, isUnder, isSelected, isHome, isFresh, onHome } = props
  const theme = useStore(themeStore, state => state.theme)
  const color = bar.code ? codeColor(bar.code.color, theme) : 'var(--ink-faint)'
  const style = {
    top: bar.top,
    height: bar.bottom - bar.top,
    left: INSET + bar.lane * pitch,
    '--code': color,
  } as CSSProperties
  return (
    <button
      type="button"
      className="margin-bar"
      style={style}
      data-bar={bar.id}
      data-pattern={bar.code ? patternOf(bar.code.glyph) : undefined}
      data-pointed={isPointed || undefined}
      data-under={isUnder || undefined}
      data-fresh={isFresh || undefined}
      data-commented={bar.segment.comment !== '' || undefined}
      aria-pressed={isSelected}
      aria-label={`${labelOf(bar)}, ${bar.segment.reference}: ${wordsOf(model, bar.segment, 50)}`}
      aria-description={aboutBar(bar)}
      tabIndex={isHome ? 0 : -1}
      onFocus={() => {
        onHome(bar.id)
        model.store.setState({ pointed: { segmentId: bar.segment.id, codingId: bar.codingId } })
      }}
      onBlur={() => model.store.setState({ pointed: null })}
      // only what comes from a keyboard or a screen reader: the pointer's clicks are the margin's
      onClick={event => event.detail === 0 && selectSegment(model, bar.segment)}
    >
      <span className="margin-line" />
      <Label bar={bar} color={color} isShown={isPointed} pitch={pitch} />
    </button>
  )
}, isSame)

/** What the slip beside a bar shows, for those who do not see it. */
function aboutBar({ code, coder, segment }: Bar): string {
  const facts = [code ? shownPath(code.path) : '', coder ? `by ${coder}` : '']
  if (segment.comment !== '') facts.push(`Comment: ${segment.comment}`)
  return facts.filter(fact => fact !== '').join('; ')
}

function Label({ bar, color, isShown, pitch }: { bar: Bar; color: string; isShown: boolean; pitch: number }) {
  const { label, code } = bar
  if (!label && !isShown) return null
  const style = label
    ? { top: label.top - bar.top, left: label.left - bar.lane * pitch, width: label.width }
    : { top: 0, left: pitch + 4 }
  return (
    <span
      className={label ? 'margin-label' : 'margin-label margin-label-over'}
      style={style}
      data-label={bar.id}
    >
      {code ? <Glyph name={code.glyph} color={color} size={9} /> : null}
      <span className="margin-name">{code ? splitPath(code.path).at(-1) : 'Comment'}</span>
    </span>
  )
}
