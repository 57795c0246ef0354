import { useEffect, useLayoutEffect, useState } from 'react'
import type { InputOf, OutputOf } from '../../domain/contract/index.ts'
import { call } from './client.ts'
import type { QueryName } from './query-areas.ts'

/** A question of the contract that may be asked before anybody wants its answer. */
export type Question = { [M in QueryName]: { method: M; input: InputOf<M> } }[QueryName]

/** Answers of one page to what it was asked and may be asked next, until anything changes. */
export interface AnswersAhead {
  /** The answer where it is here. */
  known: (key: string) => unknown
  /** The answer where it is on its way. */
  coming: (key: string) => Promise<unknown> | undefined
  keep: (key: string, answer: unknown) => void
  /** Asks unless it is known or on its way. Never rejects: whoever wants the answer in earnest is told of a failure. */
  ask: (question: Question) => Promise<void>
  forget: () => void
}

/** Enough for each way on from a view and a few back; the largest is a tenth of a megabyte. */
const MOST_KEPT = 12

export const questionKey = (method: string, words: string): string => `${method} ${words}`

export function createAnswersAhead(): AnswersAhead {
  const answers = new Map<string, unknown>()
  const onTheWay = new Map<string, Promise<unknown>>()
  const keep = (key: string, answer: unknown) => {
    answers.delete(key)
    answers.set(key, answer)
    for (const oldest of answers.keys()) {
      if (answers.size <= MOST_KEPT) break
      answers.delete(oldest)
    }
  }
  return {
    known: (key) => answers.get(key),
    coming: (key) => onTheWay.get(key),
    keep,
    async ask({ method, input }) {
      const key = questionKey(method, JSON.stringify(input))
      if (answers.has(key) || onTheWay.has(key)) return
      const answer: Promise<OutputOf<QueryName>> = call(method, input)
      onTheWay.set(key, answer)
      const value = await answer.catch(() => undefined)
      // Forgotten meanwhile: what came is an answer to how things stood before.
      if (onTheWay.get(key) !== answer) return
      onTheWay.delete(key)
      if (value !== undefined) keep(key, value)
    },
    forget() {
      answers.clear()
      onTheWay.clear()
    },
  }
}

/** Answers kept while a page is open. Whatever changes, of any area, all are forgotten: a lock leaves none behind. */
export function useAnswersAhead(): AnswersAhead {
  const [ahead] = useState(createAnswersAhead)
  useLayoutEffect(() => {
    const stop = window.desk.on((event) => {
      if (event.type === 'changed') ahead.forget()
    })
    return () => {
      stop()
      ahead.forget()
    }
  }, [ahead])
  return ahead
}

/**
 * Asks what is likely to be wanted next, the likeliest first, one at a time and only while the window has nothing else to do.
 * `after` is the answer on show: once there is another the round begins anew.
 */
export function useAskAhead(ahead: AnswersAhead, questions: readonly Question[], after: unknown): void {
  const words = JSON.stringify(questions)
  useEffect(() => {
    if (after === undefined || typeof requestIdleCallback !== 'function') return undefined
    const left: Question[] = JSON.parse(words)
    let idle: number | undefined
    let stopped = false
    const next = () => {
      const question = left.shift()
      if (question === undefined || stopped) return
      idle = requestIdleCallback(() => void ahead.ask(question).then(next))
    }
    next()
    return () => {
      stopped = true
      if (idle !== undefined) cancelIdleCallback(idle)
    }
  }, [ahead, words, after])
}
