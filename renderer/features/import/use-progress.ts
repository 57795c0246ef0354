import { useEffect, useState } from 'react'

export interface Progress {
  name: string
  done: number
  of: number
}

/** What the app says of the file it is reading, while something is being done. */
export function useProgress(isDoing: boolean): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null)
  useEffect(() => {
    if (!isDoing) return
    const stop = window.desk.on((event) => {
      if (event.type === 'progress') setProgress({ name: event.name, done: event.done, of: event.of })
    })
    return () => {
      stop()
      setProgress(null)
    }
  }, [isDoing])
  return progress
}
