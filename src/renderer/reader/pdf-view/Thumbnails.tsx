import { useEffect, useRef, useState } from 'react'
import type { PageInfo } from '../../../shared/model/page-layout.ts'
import { useStore } from '../../ui/use-store.ts'
import { pageWords } from './page-index.ts'
import type { PdfView } from './pdf-view.ts'

const WIDTH = 112

/** All pages small, one below the other; drawn while they can be seen. */
export function Thumbnails({ pages }: { pages: PdfView }) {
  const current = useStore(pages.state, state => state.page)
  const [queue] = useState(() => createQueue())
  return (
    <div className="pages-side-scroll">
      <ul className="thumbnails">
        {pages.pages.map(page => (
          <Thumbnail
            key={page.index}
            pages={pages}
            page={page}
            isCurrent={page.index === current}
            queue={queue}
          />
        ))}
      </ul>
    </div>
  )
}

interface Props {
  readonly pages: PdfView
  readonly page: PageInfo
  readonly isCurrent: boolean
  readonly queue: Queue
}

function Thumbnail({ pages, page, isCurrent, queue }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  useEffect(() => {
    const picture = canvas.current
    return picture ? drawnWhileSeen(picture, pages, page, queue) : undefined
  }, [pages, page, queue])
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="thumbnail"
        aria-label={`Page ${pageWords(page, pages.pages.length)}`}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => pages.goTo({ page: page.index, point: null })}
      >
        <canvas
          ref={canvas}
          className="thumbnail-picture"
          style={{ width: WIDTH, height: Math.round((WIDTH * page.height) / Math.max(1, page.width)) }}
        />
        <span className="thumbnail-label">{page.label}</span>
      </button>
    </li>
  )
}

/** Its canvas has a size, and with that memory, only while it is in sight. */
function drawnWhileSeen(canvas: HTMLCanvasElement, pages: PdfView, page: PageInfo, queue: Queue): () => void {
  let drawing: AbortController | null = null
  const clear = () => {
    drawing?.abort()
    drawing = null
    canvas.width = canvas.height = 0
  }
  const observer = new IntersectionObserver(
    entries => {
      const isSeen = entries.at(-1)?.isIntersecting ?? false
      if (!isSeen) clear()
      if (!isSeen || drawing) return
      const mine = new AbortController()
      drawing = mine
      queue(async () => {
        if (mine.signal.aborted) return
        const density = Math.min(2, window.devicePixelRatio)
        canvas.width = WIDTH * density
        canvas.height = Math.round((WIDTH * density * page.height) / Math.max(1, page.width))
        await pages.drawSmall(page.index, canvas, mine.signal)
      })
    },
    { root: canvas.closest('.pages-side-scroll'), rootMargin: '200px 0px' },
  )
  observer.observe(canvas)
  return () => {
    observer.disconnect()
    clear()
  }
}

type Queue = (work: () => Promise<void>) => void

/** One after the other: the pages that are read are drawn beside them. */
function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    last = last.then(work).catch((error: unknown) => {
      // broken off because it was scrolled away: drawn when it is seen again
      if ((error as Error).name !== 'RenderingCancelledException' && (error as Error).name !== 'AbortError')
        console.warn('a page cannot be drawn small', error)
    })
  }
}
