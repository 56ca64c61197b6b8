import { useEffect, useState } from 'react'
import { splitPath } from '../../../shared/model/code-path.ts'
import { countWords } from '../../../shared/text/words.ts'
import type { ReaderModel } from '../model.ts'
import { areaWords, count } from '../say.ts'
import type { Bar } from './bars.ts'

const DELAY_MS = 300

/** What there is to know of a coding: where its code stands, who, which, what was noted. */
export function BarTip({ model, bar }: { model: ReaderModel; bar: Bar }) {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  const { segment, code, coder } = bar
  const size = segment.area
    ? areaWords(model, segment.area)
    : count(countWords(model.text.slice(segment.start, segment.end)), 'word')
  return (
    <div className="margin-tip" style={{ top: bar.top + 26 }} aria-hidden="true">
      <p className="margin-tip-path">{code ? splitPath(code.path).join(' › ') : 'No code'}</p>
      <p className="margin-tip-facts">
        {segment.reference} · {size}
        {coder ? ` · ${coder}` : ''}
      </p>
      {segment.comment === '' ? null : <p className="margin-tip-comment">{segment.comment}</p>}
    </div>
  )
}
