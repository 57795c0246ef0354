// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { APP_ACTIONS } from '../../renderer/actions/app-actions.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

describe('Help', () => {
  it('says what the desk does, what it does not, and how to handle what it holds', async () => {
    await renderApp(pageAnswers(), '/help', 'help')
    expect(
      within(screen.getByRole('region', { name: 'What it does not do' })).getByText(
        /does not work out release dates/u,
      ),
    ).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Handling: OFFICIAL-SENSITIVE' })).toBeTruthy()
    expect(
      within(screen.getByRole('region', { name: 'Words used here' })).getByText('Planning date'),
    ).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('lists every shortcut of the window', async () => {
    await renderApp(pageAnswers(), '/help', 'help')
    const list = within(screen.getByRole('region', { name: 'Keyboard shortcuts' }))
    for (const action of APP_ACTIONS.filter((each) => each.shortcut))
      expect(list.getByText(action.label)).toBeTruthy()
  })
})
