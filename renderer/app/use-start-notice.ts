import { useEffect } from 'react'
import { useUi } from '../state/ui-store.ts'

const LIST = 'notice'

/**
 * Says once a day, in the desktop's own notices, what is due: the app may start minimised, and the day with it. The words name nobody.
 * Where the computer allows no notices nothing happens: the page itself says the same.
 */
export function useStartNotice(words: string | undefined, today: string): void {
  const said = useUi((ui) => ui.lists[LIST]?.['day'])
  const setList = useUi((ui) => ui.setList)
  useEffect(() => {
    if (words === undefined || said === today) return
    setList(LIST, { day: today })
    if (words === '' || typeof Notification !== 'function' || Notification.permission !== 'granted') return
    void new Notification('Handover Desk', { body: words, tag: 'handover-desk-today' })
  }, [words, said, today, setList])
}
