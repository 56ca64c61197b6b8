import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { In, Out } from '../../../shared/contract/define.ts'
import type { Contract } from '../../../shared/contract/index.ts'
import type { SegmentContext, SegmentQuestion, SegmentRow } from '../../../shared/contract/segments.ts'
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
 * While another context is asked for, the rows stay as they were.
 */
export function useRows(
  list: SegmentQuestion,
  strips: readonly Strip[],
  context: SegmentContext,
): (index: number) => SegmentRow | undefined {
  const { answers } = useSession()
  const questions = new Map<string, Question>()
  for (const { index } of strips) {
    const question = pageOf(list, context, index)
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
  const known = useRef(new Map<number, SegmentRow>())
  const rows = new Map<number, SegmentRow>()
  for (const { index } of strips) {
    const answer = byKey.get(keyOf(pageOf(list, context, index)))
    if (answer?.error && answer.value === undefined) throw answer.error
    const page = answer?.value as Found | undefined
    const row = page ? page.rows[index % PAGE] : known.current.get(index)
    if (row) rows.set(index, row)
  }
  known.current = rows
  return index => rows.get(index)
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

/** The question for the page on which a row lies. */
export const pageOf = (list: SegmentQuestion, context: SegmentContext, index: number): Question => ({
  ...list,
  context,
  offset: index - (index % PAGE),
  limit: PAGE,
})
