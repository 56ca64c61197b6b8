import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { PanelAt, type Spot } from '../../ui/popover-at.tsx'
import { openPlace } from './open-place.ts'
import { placeOf } from './quotation.ts'

/** About two paragraphs. */
const AROUND = 700

interface Props {
  readonly row: SegmentRow
  readonly spot: Spot
  readonly onClose: () => void
}

/** The whole passage with what stands around it, over the list. */
export function Preview({ row, spot, onClose }: Props) {
  const text = useQuery('documents.text', { documentId: row.documentId })?.text
  const before = text?.slice(Math.max(0, row.start - AROUND), row.start) ?? row.before
  const after = text?.slice(row.end, row.end + AROUND) ?? row.after
  return (
    <PanelAt
      spot={spot}
      onClose={onClose}
      label={`${row.reference}, ${placeOf(row)}`}
      className="segments-preview"
    >
      <p className="segments-preview-head" aria-hidden="true">
        <strong>{row.reference}</strong> {placeOf(row)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keys */}
      <div className="segments-preview-text" dir="auto" tabIndex={0} role="document" aria-label="Passage">
        <span className="segments-around">{before.toWellFormed().trimStart()}</span>
        <mark>{row.quote}</mark>
        <span className="segments-around">{after.toWellFormed().trimEnd()}</span>
      </div>
      <footer className="segments-preview-foot">
        <span>{row.comment}</span>
        <Button
          onPress={() => {
            onClose()
            openPlace(row)
          }}
        >
          Open its place
        </Button>
      </footer>
    </PanelAt>
  )
}
