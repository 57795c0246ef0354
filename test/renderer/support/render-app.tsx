import { cleanup, render, screen, type RenderResult } from '@testing-library/react'
import axe from 'axe-core'
import { afterEach, expect } from 'vitest'
import { App } from '../../../renderer/app/app.tsx'
import { useUi } from '../../../renderer/state/ui-store.ts'
import { fakeDesk, type FakeAnswers, type FakeDesk } from './fake-desk.ts'

/** Shows the whole app at a route, in front of a fake desk, and waits until that page's content has painted. */
export async function renderApp(
  answers: FakeAnswers,
  at: string,
  route: string,
): Promise<RenderResult & { desk: FakeDesk }> {
  const desk = fakeDesk(answers)
  window.desk = desk
  window.scrollTo = () => undefined
  useUi.getState().reset()
  const result = render(<App at={at} />)
  await loaded(route)
  return { ...result, desk }
}

/** Resolves when the page of that name says its content has painted. */
export async function loaded(route: string): Promise<HTMLElement> {
  return screen.findByText(
    (_, element) =>
      element?.getAttribute('data-route') === route && element.getAttribute('data-app-state') === 'loaded',
    {},
    { timeout: 5000 },
  )
}

/** axe over what is shown, at WCAG 2.2 AA. Colour contrast needs a painted window and is checked there. */
export async function expectNoAxeViolations(container: Element = document.body): Promise<void> {
  const result = await axe.run(container, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(
    result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`),
  ).toEqual([])
}

afterEach(cleanup)
