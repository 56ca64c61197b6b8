import { spotOf } from '../../ui/popover-at.tsx'
import { openMenu } from '../menus.ts'
import type { ReaderModel } from '../model.ts'
import { count } from '../say.ts'
import { INSET, MOST_LANES, type Overflow } from './bars.ts'

interface Props {
  readonly model: ReaderModel
  readonly overflow: Overflow
  readonly pitch: number
}

/** more than that are not read in a menu: the segments drawer is the place for them */
const MOST_LISTED = 200

/** "+3": codings for which there was no lane; a list of them is a click away. */
export function OverflowChip({ model, overflow, pitch }: Props) {
  const { top, segmentIds, codings } = overflow
  return (
    <button
      type="button"
      className="margin-overflow"
      style={{ top, left: INSET + MOST_LANES * pitch }}
      aria-label={`${count(codings, 'coding')} more here: list the segments`}
      onClick={event => {
        event.stopPropagation()
        const ids = segmentIds.slice(0, MOST_LISTED)
        openMenu(model, spotOf(event.currentTarget), { kind: 'segments', ids })
      }}
    >
      +{codings.toLocaleString('en')}
    </button>
  )
}
