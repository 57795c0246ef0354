import { useCallback, useRef, useState } from 'react'
import type { InputOf, MethodName, OutputOf } from '../../domain/contract/index.ts'
import { call, toCallError, type CallError } from './client.ts'

export interface Command<M extends MethodName> {
  /** Resolves to the output, or to undefined where it failed (then `error` says why) or one is already running. */
  run: (input: InputOf<M>) => Promise<OutputOf<M> | undefined>
  running: boolean
  error: CallError | null
  /** Forgets the error, as when the person starts to mend it. */
  clear: () => void
}

/** Runs a contract method that writes, exports or opens a dialog. A second press while one runs does nothing. */
export function useCommand<M extends MethodName>(method: M): Command<M> {
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const busy = useRef(false)

  const run = useCallback(
    async (input: InputOf<M>) => {
      if (busy.current) return undefined
      busy.current = true
      setRunning(true)
      setError(null)
      try {
        return await call(method, input)
      } catch (thrown) {
        setError(toCallError(thrown))
        return undefined
      } finally {
        busy.current = false
        setRunning(false)
      }
    },
    [method],
  )
  const clear = useCallback(() => setError(null), [])
  return { run, running, error, clear }
}
