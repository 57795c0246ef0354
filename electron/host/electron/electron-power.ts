import type { Power } from '../host.ts'
import { createIdleWatch } from '../shared/idle-watch.ts'
import type { ElectronApi } from './electron-api.ts'

/** The longest quitting may take: Windows ends a program that is slower when the computer shuts down. */
const LONGEST_QUIT = 5000

/** Idle, lock and sleep from the system; quitting waits for the store to be backed up and closed, but not for ever. */
export function electronPower({ app, powerMonitor }: Pick<ElectronApi, 'app' | 'powerMonitor'>): Power {
  const idle = createIdleWatch(() => powerMonitor.getSystemIdleTime() * 1000)
  const quitting: (() => Promise<void>)[] = []
  let quit: 'not yet' | 'closing' | 'done' = 'not yet'
  app.on('before-quit', (event) => {
    if (quit === 'done') return
    event.preventDefault()
    if (quit === 'closing') return
    quit = 'closing'
    idle.stop()
    const enough = Promise.withResolvers<void>()
    const limit = setTimeout(enough.resolve, LONGEST_QUIT)
    void Promise.race([Promise.allSettled(quitting.map((run) => run())), enough.promise]).then(() => {
      clearTimeout(limit)
      quit = 'done'
      app.quit()
    })
  })
  return {
    onIdle: idle.add,
    onLock: (run) => void powerMonitor.on('lock-screen', run),
    onSuspend: (run) => void powerMonitor.on('suspend', run),
    onQuit: (run) => void quitting.push(run),
  }
}
