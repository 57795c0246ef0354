import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { InputOf, OutputOf } from '../../domain/contract/index.ts'
import { useUi } from '../state/ui-store.ts'
import { questionKey, type AnswersAhead } from './answers-ahead.ts'
import { call, toCallError, type CallError } from './client.ts'
import { QUERY_AREAS, type QueryName } from './query-areas.ts'

export interface Query<T> {
  /** The newest answer. Kept while a newer one is on its way, also when the input has changed. */
  data: T | undefined
  /** The last failure; null once an answer has come. */
  error: CallError | null
  /** True while `data` answers another input than the one asked now. */
  former: boolean
  refetch: () => void
}

interface Held<T> {
  key: string
  data: T | undefined
  error: CallError | null
}

/** Nothing is said about waiting before this many milliseconds. */
const QUIET_MS = 150

/**
 * Asks a contract query and asks again when a `changed` event names one of its areas. `input` null asks nothing yet.
 * The old answer stays until the new one is here; after 150 ms the status bar says *Updating…*. An answer that is in `ahead`
 * is shown at once and not asked for; one on its way there is waited for.
 */
export function useQuery<M extends QueryName>(
  method: M,
  input: InputOf<M> | null,
  ahead?: AnswersAhead,
): Query<OutputOf<M>> {
  // The words of the question, so that a new object of the same content is the same question.
  const words = input === null ? null : JSON.stringify(input)
  const key = words === null ? '' : questionKey(method, words)
  const [held, setHeld] = useState<Held<OutputOf<M>>>({ key: '', data: undefined, error: null })
  const latest = useRef(0)
  const waiting = useUi((ui) => ui.waiting)
  const known = held.key === key ? undefined : (ahead?.known(key) as OutputOf<M> | undefined)
  // While rendering, so that a page whose answer is here is drawn once.
  if (known !== undefined) setHeld({ key, data: known, error: null })

  const ask = useCallback(async () => {
    if (words === null) return
    const question: InputOf<M> = JSON.parse(words)
    latest.current += 1
    const turn = latest.current
    let done: (() => void) | undefined
    const timer = setTimeout(() => (done = waiting()), QUIET_MS)
    try {
      const data = await ((ahead?.coming(key) as Promise<OutputOf<M>> | undefined) ?? call(method, question))
      if (turn === latest.current) {
        ahead?.keep(key, data)
        setHeld({ key, data, error: null })
      }
    } catch (thrown) {
      const error = toCallError(thrown)
      if (turn === latest.current)
        setHeld((was) => ({ key, data: was.key === key ? was.data : undefined, error }))
    } finally {
      clearTimeout(timer)
      done?.()
    }
  }, [ahead, key, method, setHeld, waiting, words])

  // Before the frame is painted, not after it: the answer is then on its way while the page draws what it already has.
  useLayoutEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the answer comes later, from outside
    if (ahead?.known(key) === undefined) void ask()
    const areas: readonly string[] = QUERY_AREAS[method]
    const stop = window.desk.on((event) => {
      if (event.type === 'changed' && event.areas.some((area) => areas.includes(area))) void ask()
    })
    return () => {
      stop()
      latest.current += 1
    }
  }, [ahead, ask, key, method])

  return { data: held.data, error: held.error, former: held.key !== key, refetch: ask }
}
