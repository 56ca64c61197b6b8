import type { Segment } from '../../../shared/contract/segments.ts'
import type { SegmentId } from '../../../shared/model/ids.ts'
import type { Area } from '../../../shared/model/page-layout.ts'
import { coding } from '../../state/coding.ts'
import type { ReaderModel, ReaderState } from '../model.ts'
import type { Point } from '../pdf-view/axis.ts'
import type { Lying } from './area-keys.ts'
import { holds, meets, sizeOf } from './rectangle.ts'

/** An area that is on its way to another place or size: what is shown until the core has said it is so. */
export interface MovingArea {
  readonly segmentId: SegmentId
  readonly area: Area
}

/** The area of a segment as it is shown. */
export function areaOf(segment: Segment, { movingArea }: Pick<ReaderState, 'movingArea'>): Area | undefined {
  return movingArea?.segmentId === segment.id ? movingArea.area : segment.area
}

/** How the page of an area lies on the screen; null in a document without pages. */
export function lyingOf({ printed }: ReaderModel, page: number): Lying | null {
  const size = printed?.pages[page]
  if (!printed || !size) return null
  const { turn, scale } = printed.state.getState()
  return { size, turn, scale }
}

/** The segments whose areas hold a point of the window, the smallest first. */
export function areasUnder({ printed, data }: ReaderModel, { x, y }: Point): Segment[] {
  const areas = data.segments.areas()
  const point = areas.length === 0 ? null : (printed?.pageAt(x, y) ?? null)
  if (!point) return []
  return areas
    .filter(({ area }) => area!.page === point.page && holds(area!, point))
    .sort((a, b) => sizeOf(a.area!) - sizeOf(b.area!))
}

/** The segments that share a part of their page with this one, itself among them. */
export const areasMeeting = ({ data }: ReaderModel, { area }: Segment): Segment[] =>
  data.segments.areas().filter(other => area !== undefined && meets(other.area!, area))

/** The area that keys and handles act on: the one that was drawn, else that of the selected segment. */
export function heldArea(model: ReaderModel): { area: Area; segment: Segment | null } | null {
  const { draft, movingArea } = model.store.getState()
  if (draft) return { area: draft, segment: null }
  const { segmentId } = coding.getState()
  const segment = segmentId === null ? undefined : model.data.every.byId(segmentId)
  const area = segment && areaOf(segment, { movingArea })
  return segment && area ? { area, segment } : null
}
