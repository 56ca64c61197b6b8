import { useEffect } from 'react'
import type { DocumentInfo } from '../../../shared/contract/documents.ts'
import { useQueryPart } from '../../data/use-query.ts'
import { whenIdle } from '../../ui/idle.ts'
import { warmPdf } from './pdf-file.ts'

const hasPdf = (documents: readonly DocumentInfo[]) => documents.some(({ kind }) => kind === 'pdf')

/** Where a project has PDFs, what draws them is made ready while the window has nothing else to do. */
export function useWarmPdf(): void {
  const isWanted = useQueryPart('documents.list', {}, hasPdf) ?? false
  useEffect(() => {
    if (!isWanted) return
    return whenIdle(() => {
      warmPdf().catch((error: unknown) => console.warn('what draws PDFs could not be made ready', error))
    })
  }, [isWanted])
}
