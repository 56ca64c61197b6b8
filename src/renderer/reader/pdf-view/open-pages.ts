import type { Pages } from '../../../shared/contract/documents.ts'
import type { DocumentId } from '../../../shared/model/ids.ts'
import type { Structure } from '../../../shared/model/structure.ts'
import { client } from '../../data/session.ts'
import { host } from '../../host/index.ts'
import { keepPlaces } from '../../state/places.ts'
import { remember, workspace } from '../../state/workspace.ts'
import { openImage } from '../image-view/image-file.ts'
import type { Units } from '../units.ts'
import { looksOf, pagesLooks } from './pages-looks.ts'
import type { AskPassword, PagePainter } from './painter.ts'
import { openPdf } from './pdf-file.ts'
import { PdfView } from './pdf-view.ts'

interface Readable {
  readonly documentId: DocumentId
  readonly name: string
  readonly text: string
  readonly structure: Structure
  readonly units: Units
}

/** The printed pages of a PDF of the project; a picture is one page. */
export function openPages({ documentId, name, ...readable }: Readable, { pages }: Pages): PdfView {
  const { zoom, turn } = looksOf(documentId)
  const { isDark, side, mode } = pagesLooks.getState()
  return new PdfView({
    ...readable,
    label: name,
    pages,
    looks: { zoom, turn, mode, isDark, side },
    load: (from, to) => client().documents.layout({ documentId, from, to }),
    open: async askPassword => {
      const { file, mediaType } = await client().documents.original({ documentId })
      return openPainter(await host().read(file), mediaType, askPassword)
    },
    leave,
  })
}

export const openPainter = (
  bytes: Uint8Array,
  mediaType: string,
  askPassword: AskPassword,
): Promise<PagePainter> => (mediaType.startsWith('image/') ? openImage(bytes) : openPdf(bytes, askPassword))

/** Writes down where one is, so that Back leads here. */
function leave(): void {
  keepPlaces()
  workspace.setState(remember)
}
