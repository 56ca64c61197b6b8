import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { In, Out } from '../../../shared/contract/define.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import type { SegmentRow } from '../../../shared/contract/segments.ts'
import type { Answer, Answers } from '../../data/answers.ts'
import { useSession } from '../../data/use-query.ts'
import type { Strip } from './row-layout.ts'

const NAME = 'segments.list'
const PAGE = 100
/** Pages kept at hand beyond those in view, so that scrolling back shows no gap. */
const KEPT = 3
/** While a long list flies by, nothing is asked; what it comes to rest on is. */
const REST_MS = 60

type Question = In<Contract['segments']['list']>
type Found = Out<Contract['segments']['list']>

/**
 * The rows of these strips, asked for in pages as they come into view: a list of two
 * hundred thousand costs what a list of two hundred does. undefined: not there yet.
 */
export function useRows(strips: readonly Strip[], context: number): (strip: Strip) => SegmentRow | undefined {
  const { answers } = useSession()
  const questions = new Map<string, Question>()
  for (const strip of strips) {
    const question = questionFor(strip, context)
    questions.set(keyOf(question), question)
  }
  const keys = [...questions.keys()]
  const watched = useRef(new Map<string, () => void>())

  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys are the questions, compared by value
  useEffect(() => {
    const isFirst = watched.current.size === 0
    const timer = setTimeout(() => watchAll(answers, watched.current, questions), isFirst ? 0 : REST_MS)
    return () => clearTimeout(timer)
  }, [answers, keys.join('\n')])

  useEffect(() => {
    const all = watched.current
    return () => {
      for (const stop of all.values()) stop()
      all.clear()
    }
  }, [])

  const last = useRef<readonly (Answer | undefined)[]>([])
  const found = useSyncExternalStore(answers.store.subscribe, () => {
    const state = answers.store.getState()
    const now = keys.map(key => state[key])
    const same = now.length === last.current.length && now.every((answer, i) => answer === last.current[i])
    if (!same) last.current = now
    return last.current
  })
  const byKey = new Map(keys.map((key, i) => [key, found[i]]))
  return strip => {
    const answer = byKey.get(keyOf(questionFor(strip, context)))
    if (answer?.error && answer.value === undefined) throw answer.error
    return (answer?.value as Found | undefined)?.rows[strip.place % PAGE]
  }
}

/** Begins to look at what is wanted, and stops with what has not been wanted for longest. */
function watchAll(
  answers: Answers,
  watched: Map<string, () => void>,
  questions: ReadonlyMap<string, Question>,
): void {
  for (const [key, question] of questions) {
    const stop = watched.get(key) ?? answers.watch(key, NAME, question)
    watched.delete(key)
    watched.set(key, stop)
  }
  for (const [key, stop] of watched) {
    if (watched.size <= Math.max(KEPT, questions.size)) break
    stop()
    watched.delete(key)
  }
}

const keyOf = (question: Question) => `${NAME} ${JSON.stringify(question)}`

const questionFor = ({ section, place }: Strip, context: number): Question => ({
  scope: section.scope,
  context,
  offset: place - (place % PAGE),
  limit: PAGE,
})
