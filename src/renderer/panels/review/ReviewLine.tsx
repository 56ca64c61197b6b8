import { memo } from 'react'
import type { MovedRow } from '../../../shared/contract/replacing.ts'
import { areaInWords } from '../../../shared/model/area.ts'
import { themeStore } from '../../app/theme.ts'
import { useQuery } from '../../data/use-query.ts'
import { codeColor } from '../../ui/code-color.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { useStore } from '../../ui/use-store.ts'
import { differences, type Piece } from './differences.ts'
import { percent, type Row } from './review-rows.ts'

interface Props {
  readonly line: Row
  readonly isAt: boolean
  readonly onPick: () => void
}

/** One segment: what it was on, what it is on now, and how sure that is. */
export const ReviewLine = memo(function ReviewLine({ line, isAt, onPick }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around it has the keys
    <div
      id={`review-${line.key}`}
      className={`review-line review-${line.kind}`}
      role="option"
      aria-selected={isAt}
      onClick={onPick}
    >
      <span className="review-reference">{line.row.reference}</span>
      <div className="review-words">
        <Words line={line} />
      </div>
      {line.kind === 'moved' ? null : (
        <span className="review-side">
          {line.kind === 'review' ? <Sure score={line.row.score} /> : null}
          <Codes codings={line.row.codings} />
        </span>
      )}
    </div>
  )
})

function Words({ line }: { line: Row }) {
  if (line.kind === 'moved') return <Quote pieces={[plain(wordsNow(line.row))]} />
  const { quote, page, comment, area } = line.row
  const before = page === '' ? 'Was' : `Was, p. ${page}`
  if (line.kind === 'lost') {
    return (
      <>
        <Said label={before} pieces={[plain(area ? 'An area' : quote)]} />
        {comment === '' ? null : <p className="review-comment">{comment}</p>}
      </>
    )
  }
  if (area) return <Said label="Now" pieces={[plain(wordsNow(line.row))]} />
  const { was, now } = differences(quote, line.row.now)
  return (
    <>
      <Said label={before} pieces={was} look="was" />
      <Said label="Now" pieces={now} look="now" />
    </>
  )
}

const plain = (text: string): Piece => ({ text, isChanged: false })

const wordsNow = ({ area, now }: Pick<MovedRow, 'area' | 'now'>): string =>
  area ? areaInWords(area, String(area.page + 1)) : now

function Said({ label, pieces, look }: { label: string; pieces: readonly Piece[]; look?: 'was' | 'now' }) {
  return (
    <p className="review-said">
      <span className="review-label">{label}</span>
      <Quote pieces={pieces} look={look} />
    </p>
  )
}

function Quote({ pieces, look }: { pieces: readonly Piece[]; look?: 'was' | 'now' | undefined }) {
  return (
    <span className="review-quote" dir="auto">
      {pieces.map(({ text, isChanged }, index) => {
        if (!isChanged || look === undefined) return text
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only ever drawn anew as a whole
        return look === 'was' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>
      })}
    </span>
  )
}

function Sure({ score }: { score: number }) {
  return (
    <span className="review-score">
      <span className="spoken-only">Likeness </span>
      {percent(score)}
    </span>
  )
}

function Codes({ codings }: { codings: readonly { readonly codeId: string }[] }) {
  const codes = useQuery('codes.list', {})
  const theme = useStore(themeStore, state => state.theme)
  const ids = [...new Set(codings.map(({ codeId }) => codeId))]
  const named = ids.flatMap(id => codes?.find(code => code.id === id) ?? [])
  return (
    <>
      {named.map(code => (
        <span key={code.id} className="review-code">
          <Glyph name={code.glyph} color={codeColor(code.color, theme)} size={9} />
          {code.name}
        </span>
      ))}
    </>
  )
}
