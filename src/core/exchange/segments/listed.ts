import type { SegmentRow } from '../../../shared/contract/segments.ts'
import type { Table } from '../../../shared/model/table.ts'

/** A list of segments as it is shown: what all its exports are made from. */
export interface ListedForExport {
  readonly title: string
  readonly rows: readonly SegmentRow[]
  /** runs of rows, in order */
  readonly sections: readonly { readonly title: string; readonly count: number }[]
  readonly notes: Table['notes']
  /** grouped by document groups: a row can lie in several sections */
  readonly byGroup: boolean
  /** what stands around the passages was asked for */
  readonly hasContext: boolean
}
