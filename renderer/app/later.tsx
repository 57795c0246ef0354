import { useEffect, useState, type ComponentType } from 'react'

export interface LaterPage {
  Page: ComponentType
  /** Fetches its code; once. */
  bring: () => Promise<void>
}

/**
 * A page whose code is fetched when it is first wanted. Not React's `lazy`: that holds what it shows back for a third of
 * a second after a fallback, which is longer than these files take.
 */
export function later(load: () => Promise<{ default: ComponentType }>): LaterPage {
  let Loaded: ComponentType | null = null
  let fetching: Promise<void> | undefined
  const bring = () => (fetching ??= load().then((file) => void (Loaded = file.default)))
  function Page() {
    const [here, setHere] = useState(Loaded !== null)
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (here) return undefined
      let shown = true
      bring().then(
        () => shown && setHere(true),
        () => shown && setFailed(true),
      )
      return () => {
        shown = false
      }
    }, [here])
    if (failed) throw new Error('A page of Handover Desk could not be read')
    return Loaded !== null && here ? <Loaded /> : null
  }
  return { Page, bring }
}
