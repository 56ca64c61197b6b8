import { useEffect, useState } from 'react'
import { GroupId } from '../../../shared/model/ids.ts'
import { attempt, say } from '../../state/messages.ts'
import { filesOf } from './dropped-files.ts'
import { startImport } from './start-import.ts'

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

/** Files dropped anywhere in the window are imported. True while some are above it. */
export function useWindowDrop(): boolean {
  const [above, setAbove] = useState(false)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy'
      setAbove(true)
    }
    window.addEventListener('dragenter', over, { signal })
    window.addEventListener('dragover', over, { signal })
    window.addEventListener(
      'dragleave',
      event => {
        // it leaves the window, not just one element for the next
        if (event.relatedTarget === null) setAbove(false)
      },
      { signal },
    )
    window.addEventListener(
      'drop',
      event => {
        setAbove(false)
        if (carriesFiles(event)) take(event)
      },
      { signal },
    )
    return () => stop.abort()
  }, [])
  return above
}

function take(event: DragEvent): void {
  event.preventDefault()
  const items = event.dataTransfer?.items
  if (!items) return
  const heading = event.target instanceof Element ? event.target.closest('[data-drop-group]') : null
  const group = heading?.getAttribute('data-drop-group') ?? null
  void attempt(async () => {
    const files = await filesOf(items)
    if (files.length === 0) say('There are no files in what was dropped.')
    else await startImport(files, group === null ? undefined : GroupId.parse(group))
  })
}
