import { useEffect, useState } from 'react'
import type { PdfView } from '../pdf-view/pdf-view.ts'

/** An element of one's own over each page that is there; it goes with the page. */
export function useOverlays(printed: PdfView): ReadonlyMap<number, HTMLElement> {
  const [boxes, setBoxes] = useState<ReadonlyMap<number, HTMLElement>>(() => new Map())
  useEffect(() => {
    const stop = printed.overlay((page, element) => {
      const box = document.createElement('div')
      box.className = 'areas'
      element.append(box)
      setBoxes(known => new Map(known).set(page, box))
      return () => {
        box.remove()
        setBoxes(known => without(known, page, box))
      }
    })
    return () => {
      stop()
      setBoxes(new Map())
    }
  }, [printed])
  return boxes
}

function without(known: ReadonlyMap<number, HTMLElement>, page: number, box: HTMLElement) {
  if (known.get(page) !== box) return known
  const rest = new Map(known)
  rest.delete(page)
  return rest
}
