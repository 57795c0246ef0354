// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswersAhead } from '../../renderer/api/answers-ahead.ts'
import { fakeDesk, type FakeDesk } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { loaded, renderApp } from './support/render-app.tsx'

// What a browser has and jsdom has not: here the window is idle whenever it is asked.
beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0))
  vi.stubGlobal('cancelIdleCallback', clearTimeout)
})
afterAll(() => vi.unstubAllGlobals())

const asked = ({ calls }: FakeDesk, method = 'calendar.month') =>
  calls.filter((call) => call.method === method).map(({ input }) => (input as { from: string }).from)

/** The month on and the month back have been asked for, and the other two views. */
const allAhead = (desk: FakeDesk) => waitFor(() => expect(asked(desk)).toContain('2026-10-26'))

describe('The ways on from a view of the calendar', () => {
  const openMonth = async () => {
    const { desk } = await renderApp(pageAnswers(), '/calendar?view=month&from=2026-11-23', 'calendar-month')
    await allAhead(desk)
    return desk
  }
  const next = () => fireEvent.click(screen.getByRole('link', { name: 'Next four weeks' }))

  it('are asked for while nobody waits: on, the other views, back', async () => {
    const desk = await openMonth()
    expect(asked(desk)).toEqual(['2026-11-23', '2026-12-21', '2026-10-26'])
    expect(desk.calls.filter(({ method }) => method === 'calendar.show')).toHaveLength(2)
  })

  it('are drawn at once, and said to be painted anew', async () => {
    const desk = await openMonth()
    next()
    // No turn of the event loop between: what was asked for ahead is on the page already.
    expect(screen.getByRole('link', { name: /Friday 1 January 2027/u })).toBeTruthy()
    expect(document.querySelector('[data-app-state]')).toBeNull()
    await loaded('calendar-month')
    expect(asked(desk).filter((from) => from === '2026-12-21')).toHaveLength(1)
  })

  it('are forgotten when anything changes, and asked for anew', async () => {
    const desk = await openMonth()
    const before = asked(desk).length
    desk.changed('caseload')
    await waitFor(() => expect(asked(desk)).toHaveLength(before * 2))
    expect(asked(desk).filter((from) => from === '2026-12-21')).toHaveLength(2)
  })

  it('are no longer believed once something has changed', async () => {
    const desk = await openMonth()
    vi.stubGlobal('requestIdleCallback', () => 0)
    desk.changed('views')
    next()
    await waitFor(() => expect(asked(desk).filter((from) => from === '2026-12-21')).toHaveLength(2))
  })
})

describe('Answers ahead', () => {
  const question = { method: 'today.administration', input: {} } as const
  const key = 'today.administration {}'

  it('does not keep an answer to how things stood before a change', async () => {
    let answer: (value: never) => void = () => undefined
    const desk = fakeDesk({})
    window.desk = { ...desk, invoke: () => new Promise((resolve) => (answer = resolve as typeof answer)) }
    const ahead = createAnswersAhead()
    const asking = ahead.ask(question)
    expect(ahead.coming(key)).toBeDefined()
    ahead.forget()
    answer({ ok: true, value: { old: true } } as never)
    await asking
    expect(ahead.known(key)).toBeUndefined()
  })

  it('keeps no failure, and lets go of the oldest of many', async () => {
    window.desk = fakeDesk({})
    const ahead = createAnswersAhead()
    await ahead.ask(question)
    expect([ahead.known(key), ahead.coming(key)]).toEqual([undefined, undefined])
    for (let at = 0; at < 13; at += 1) ahead.keep(`k${at}`, at)
    expect([ahead.known('k0'), ahead.known('k1'), ahead.known('k12')]).toEqual([undefined, 1, 12])
  })
})
