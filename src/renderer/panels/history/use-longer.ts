import { useRef } from 'react'

/** The last answer stays while a longer one is on its way: the list does not blink. */
export function useLonger<T>(answer: T | undefined): T | undefined {
  const last = useRef(answer)
  if (answer !== undefined) last.current = answer
  return last.current
}
