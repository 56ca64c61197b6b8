import { useEffect, useState } from 'react'
import { FilterField } from '../../ui/filter-field.tsx'
import { listByWords } from './conditions.ts'

/** Until a word is likely to be written out. */
const PAUSE_MS = 220

/** Narrows the list to what has these words in the quote or in the comment. */
export function WordsField({ words }: { words: string }) {
  const [typed, setTyped] = useState(words)
  const [last, setLast] = useState(words)
  // the list was changed from elsewhere
  if (words !== last) {
    setLast(words)
    setTyped(words)
  }
  useEffect(() => {
    if (typed === words) return
    const timer = setTimeout(() => listByWords(typed), typed === '' ? 0 : PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, words])
  return (
    <FilterField label="Words in quote or comment" placeholder="Words" value={typed} onChange={setTyped} />
  )
}
