import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from './client.ts'

/** A pause in typing this long keeps the form. */
const KEEP_MS = 700

export interface Draft<T> {
  value: T
  change: (next: T) => void
  /** When it was last kept; null before. */
  keptAt: string | null
  /** A draft left earlier stands in the form. */
  restored: boolean
  /** Forgets the draft: the form was saved or given up. */
  forget: () => Promise<void>
}

/**
 * A form that keeps itself: whatever is typed is in the store a moment later, through leaving the page, the lock and a restart,
 * until it is forgotten. `form` names it and whom it is about. `isShape`, always the same function,
 * tells a draft of this form from one an earlier version kept.
 */
export function useDraft<T>(form: string, initial: () => T, isShape: (body: unknown) => body is T): Draft<T> {
  const [value, setValue] = useState(initial)
  const [keptAt, setKeptAt] = useState<string | null>(null)
  const [restored, setRestored] = useState(false)
  const newest = useRef<{
    value: T | null
    timer: ReturnType<typeof setTimeout> | undefined
    touched: boolean
  }>({
    value: null,
    timer: undefined,
    touched: false,
  })

  const keep = useCallback(async () => {
    const held = newest.current
    clearTimeout(held.timer)
    held.timer = undefined
    if (held.value === null) return
    const body = JSON.stringify(held.value)
    held.value = null
    try {
      const { at } = await call('drafts.keep', { form, body })
      setKeptAt(at)
    } catch {
      // Locked or not allowed: what was typed stays in the form, and the save itself will say why.
    }
  }, [form])

  useEffect(() => {
    let gone = false
    const bring = async () => {
      try {
        const { draft } = await call('drafts.show', { form })
        if (gone || draft === null || newest.current.touched) return
        const body: unknown = JSON.parse(draft.body)
        if (!isShape(body)) return
        setValue(body)
        setKeptAt(draft.at)
        setRestored(true)
      } catch {
        // Without an answer the form begins as it would have without a draft.
      }
    }
    void bring()
    return () => {
      gone = true
      void keep()
    }
  }, [form, keep, isShape])

  const change = useCallback(
    (next: T) => {
      const held = newest.current
      setValue(next)
      held.touched = true
      held.value = next
      clearTimeout(held.timer)
      held.timer = setTimeout(() => void keep(), KEEP_MS)
    },
    [keep],
  )

  const forget = useCallback(async () => {
    const held = newest.current
    clearTimeout(held.timer)
    held.value = null
    setKeptAt(null)
    try {
      await call('drafts.keep', { form, body: null })
    } catch {
      // It is offered again, and can be given up then.
    }
  }, [form])

  return { value, change, keptAt, restored, forget }
}
