import { useEffect, useState } from 'react'
import type { DocumentId } from '../../../shared/model/ids.ts'
import type { Area } from '../../../shared/model/page-layout.ts'
import './area-picture.css'
import { cropOf } from './crops.ts'

interface Props {
  readonly documentId: DocumentId
  readonly area: Area
  /** what it is, in words */
  readonly label: string
  /** px, at the most */
  readonly width: number
  readonly height: number
}

/** What an area shows, cut out of its page; its place is there before it is drawn. */
export function AreaPicture({ documentId, area, label, width, height }: Props) {
  const scale = Math.min(width / area.width, height / area.height)
  const size = { width: Math.round(area.width * scale), height: Math.round(area.height * scale) }
  const address = usePicture(documentId, area, { width, height })
  return (
    <span className="area-picture" style={size} data-missing={address === null || undefined}>
      {address ? <img src={address} alt={label} {...size} draggable={false} /> : null}
    </span>
  )
}

/** undefined: on its way; null: it cannot be drawn. */
function usePicture(
  documentId: DocumentId,
  { page, x, y, width, height }: Area,
  most: { width: number; height: number },
): string | null | undefined {
  const [address, setAddress] = useState<string | null>()
  const density = Math.min(2, window.devicePixelRatio || 1)
  const [across, down] = [Math.round(most.width * density), Math.round(most.height * density)]
  useEffect(() => {
    let made: string | null = null
    let isGone = false
    const area = { page, x, y, width, height }
    void cropOf(documentId, area, { width: across, height: down }).then(blob => {
      if (isGone) return
      made = blob && URL.createObjectURL(blob)
      setAddress(made)
    })
    return () => {
      isGone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [documentId, page, x, y, width, height, across, down])
  return address
}
