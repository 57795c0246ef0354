import type { Clock } from '../../app/context.ts'

const LOOK_EVERY = 15_000

/**
 * Runs something once each time nobody has been active for so many minutes. `idleFor` gives milliseconds since the last
 * activity; `look` is called by a timer, and by tests.
 */
export function createIdleWatch(idleFor: () => number) {
  const watched: { after: number; run: () => void; told: boolean }[] = []
  const look = () => {
    const idle = idleFor()
    for (const one of watched) {
      if (idle < one.after) one.told = false
      else if (!one.told) {
        one.told = true
        one.run()
      }
    }
  }
  const timer = setInterval(look, LOOK_EVERY)
  timer.unref()
  return {
    add: (minutes: number, run: () => void) =>
      void watched.push({ after: minutes * 60_000, run, told: false }),
    look,
    stop: () => clearInterval(timer),
  }
}

/** Milliseconds since the last `touch`, by a clock. */
export function createActivity(clock: Pick<Clock, 'now'>) {
  let last = clock.now().getTime()
  return {
    touch: () => {
      last = clock.now().getTime()
    },
    idleFor: () => clock.now().getTime() - last,
  }
}
