import type { PageInfo } from '../../../shared/model/page-layout.ts'

/** A picture is one page that has no name and no text: there is nothing to turn over, nor to read. */
export const isPicture = (pages: readonly Pick<PageInfo, 'label'>[], text: string): boolean =>
  pages.length === 1 && pages[0]?.label === '' && text === '\uFFFC'
