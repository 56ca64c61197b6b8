import type { Page } from '../model/structure.ts'

/** "[[Page S705]]": how the printers of records and gazettes keep their pages in plain text. */
const PAGE_MARK =
  /^[ \t]*(?:\[\[|\{\{)\s*[Pp](?:age|\.|g\.?)\s+([\p{L}\p{N}.-]{1,12})\s*(?:\]\]|\}\})[ \t]*$/gmu
/** "[Pages S704-S709]" in the head of such a file tells where it begins. */
const FIRST_PAGE = /^\[Pages?\s+([\p{L}]{0,3}\d+)(?:\s*[-–]\s*[\p{L}]{0,3}\d+)?\]\s*$/mu

export const isPageMark = (line: string): boolean => new RegExp(PAGE_MARK.source, 'u').test(line)

/** The printed pages of a plain text, by its own marks or by form feeds; none if it has neither. */
export function findPages(text: string): Page[] {
  const marks = [...text.matchAll(PAGE_MARK)].map(match => ({ start: match.index, label: match[1] ?? '' }))
  if (marks.length > 0) {
    const head = text.slice(0, marks[0]?.start)
    const first = FIRST_PAGE.exec(head)?.[1] ?? before(marks[0]?.label ?? '')
    return pages(text, head.trim() === '' ? marks : [{ start: 0, label: first }, ...marks])
  }
  const feeds = [...text.matchAll(/\f/g)].map(match => match.index + 1)
  const starts = [0, ...feeds].filter(start => start < text.length)
  return feeds.length === 0
    ? []
    : pages(
        text,
        starts.map((start, index) => ({ start, label: String(index + 1) })),
      )
}

function pages(text: string, begins: readonly { start: number; label: string }[]): Page[] {
  return begins.map(({ start, label }, index) => ({
    start,
    end: begins[index + 1]?.start ?? text.length,
    label,
  }))
}

/** The page before "S705" is "S704". */
function before(label: string): string {
  return label.replace(/\d+$/, digits =>
    String(Math.max(1, Number(digits) - 1)).padStart(digits.startsWith('0') ? digits.length : 0, '0'),
  )
}
