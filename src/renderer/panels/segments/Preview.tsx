import type { SegmentRow } from '../../../shared/contract/segments.ts'
import { useQuery } from '../../data/use-query.ts'
import { AreaPicture } from '../../reader/areas/AreaPicture.tsx'
import { Button } from '../../ui/button.tsx'
import { PanelAt, type Spot } from '../../ui/popover-at.tsx'
import { openPlace } from './open-place.ts'
import { passageAround } from './passage-around.ts'
import { placeOf, wordsOf } from './quotation.ts'

interface Props {
  readonly row: SegmentRow
  readonly spot: Spot
  readonly onClose: () => void
}

/** The whole passage with what stands around it, over the list. */
export function Preview({ row, spot, onClose }: Props) {
  const { documentId } = row
  const text = useQuery('documents.text', { documentId })?.text
  const structure = useQuery('documents.structure', { documentId })
  const around = text !== undefined && structure && passageAround(text, structure.blocks, row)
  const before = around ? text.slice(around.start, row.start) : row.before
  const after = around ? text.slice(row.end, around.end) : row.after
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
      {row.area ? (
        <div className="segments-preview-area">
          <AreaPicture
            documentId={documentId}
            area={row.area}
            label={wordsOf(row)}
            width={580}
            height={300}
          />
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keys
        <div className="segments-preview-text" dir="auto" tabIndex={0} role="document" aria-label="Passage">
          <span className="segments-around">{before.toWellFormed().trimStart()}</span>
          <mark>{row.quote}</mark>
          <span className="segments-around">{after.toWellFormed().trimEnd()}</span>
        </div>
      )}
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
