// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

const open = (who: Parameters<typeof pageAnswers>[0] = 'u-ruth') =>
  renderApp(pageAnswers(who), '/users', 'users')
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const called = (desk: { calls: { method: string; input: unknown }[] }, name: string) =>
  desk.calls.filter(({ method }) => method === name).map(({ input }) => input)

describe('Users', () => {
  it('lists who can unlock the desk, and who no longer may', async () => {
    await open()
    const rows = within(await screen.findByRole('table'))
      .getAllByRole('row')
      .slice(1)
    expect(rows.map((row) => row.textContent)).toContain('Rona PetrieRead onlyneverActiveDisable Rona Petrie')
    expect(rows.at(-1)?.textContent).toBe('Omar BexleyPOM14 Aug 2026, 5:40pmDisabled')
    expect(screen.queryByRole('link', { name: 'Disable Ruth Adeyemi' })).toBeNull()
    await expectNoAxeViolations()
  })

  it('shows others only their own passphrase', async () => {
    const { desk } = await open('u-amy')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Your passphrase')
    expect(screen.queryByRole('table')).toBeNull()
    expect(called(desk, 'users.list')).toEqual([])
    await expectNoAxeViolations()
  })
})

describe('Adding a user', () => {
  const start = async () => {
    const result = await open()
    fireEvent.click(await screen.findByRole('button', { name: 'Add a user' }))
    await loaded('users-add')
    return result
  }

  it('adds with a role and a first passphrase typed twice', async () => {
    const { desk } = await start()
    expect(document.activeElement?.textContent).toBe('Add a user')
    type('Full name', ' Nia Beddoe ')
    fireEvent.click(screen.getByRole('radio', { name: 'POM' }))
    type('First passphrase', 'copper lantern meadow')
    type('First passphrase again', 'copper lantern meadow')
    press('Add user')
    await screen.findByText(/Nia Beddoe was added/u)
    expect(called(desk, 'users.add')).toEqual([
      { name: 'Nia Beddoe', role: 'pom', passphrase: 'copper lantern meadow' },
    ])
  })

  it('says all that is missing at once, and takes one to each', async () => {
    const { desk } = await start()
    press('Add user')
    const summary = within(
      (await screen.findByText('There is a problem')).closest('.govuk-error-summary') as HTMLElement,
    )
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Enter their full name',
      'Select a role',
      'Enter a first passphrase',
    ])
    fireEvent.click(summary.getByRole('link', { name: 'Select a role' }))
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Head of OMU' }))
    expect(document.title).toMatch(/^Error: /u)
    expect(called(desk, 'users.add')).toEqual([])
    await expectNoAxeViolations()
  })

  it('refuses a short passphrase, and two that differ', async () => {
    await start()
    type('First passphrase', 'short')
    press('Add user')
    await screen.findByRole('link', { name: 'A first passphrase must be 12 characters or more' })
    type('First passphrase', 'copper lantern meadow')
    type('First passphrase again', 'copper lantern')
    press('Add user')
    await screen.findByRole('link', { name: 'The two passphrases must be the same' })
  })
})

describe('Disabling a user', () => {
  const start = async () => {
    const result = await open()
    fireEvent.click(await screen.findByRole('link', { name: 'Disable Dev Malik' }))
    await loaded('users-disable')
    return result
  }

  it('warns on a page of its own and asks for a tick before it is done', async () => {
    const { desk } = await start()
    expect(document.activeElement?.textContent).toBe('Disable Dev Malik')
    expect(screen.getByText(/will not be able to unlock this desk again/u)).toBeTruthy()
    press('Disable user')
    await screen.findByRole('link', { name: 'Tick the box to confirm' })
    expect(called(desk, 'users.disable')).toEqual([])
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('checkbox', { name: /^Yes, Dev Malik/u }))
    press('Disable user')
    await screen.findByText('Dev Malik can no longer unlock this desk.')
    expect(called(desk, 'users.disable')).toEqual([{ userId: 'u-dev' }])
  })

  it('does nothing on cancel', async () => {
    const { desk } = await start()
    press('Cancel')
    await loaded('users')
    expect(called(desk, 'users.disable')).toEqual([])
  })

  it('says why the app refused', async () => {
    const { desk } = await start()
    desk.answer({
      'users.disable': () => new FakeError('conflict', 'The last head of OMU cannot be disabled.'),
    })
    fireEvent.click(screen.getByRole('checkbox', { name: /^Yes/u }))
    press('Disable user')
    await screen.findByText('The last head of OMU cannot be disabled.')
  })
})

describe('Changing one’s passphrase', () => {
  const start = async () => {
    const result = await open('u-amy')
    press('Change my passphrase')
    await loaded('users-passphrase')
    type('Passphrase now', 'made up people only')
    type('New passphrase', 'copper lantern meadow')
    type('New passphrase again', 'copper lantern meadow')
    return result
  }

  it('sends the old and the new one', async () => {
    const { desk } = await start()
    press('Change passphrase')
    await screen.findByText(/Your passphrase was changed/u)
    expect(called(desk, 'users.changePassphrase')).toEqual([
      { current: 'made up people only', next: 'copper lantern meadow' },
    ])
  })

  it('puts a wrong one at its field', async () => {
    const { desk } = await start()
    desk.answer({
      'users.changePassphrase': () => new FakeError('wrong_passphrase', 'That is not your passphrase now.'),
    })
    press('Change passphrase')
    fireEvent.click(await screen.findByRole('link', { name: 'That is not your passphrase now.' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase now'))
    await expectNoAxeViolations()
  })
})
