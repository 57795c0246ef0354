// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { lockedStatus, madeUpAnswers, PEOPLE, SAMPLE_PASSPHRASE } from './support/made-up.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

/** A locked desk that opens with the sample's passphrase. */
function lockedAnswers(change: Parameters<typeof lockedStatus>[0] = {}): FakeAnswers {
  const answers = madeUpAnswers()
  let open = false
  return {
    ...answers,
    'session.status': (input) =>
      open ? (answers['session.status']?.(input) ?? lockedStatus(change)) : lockedStatus(change),
    'session.unlock': (input) => {
      open = input.passphrase === SAMPLE_PASSPHRASE
      return answers['session.unlock']?.(input) ?? new FakeError('unexpected', '')
    },
  }
}

const unlock = () => fireEvent.click(screen.getByRole('button', { name: /^Unlock/u }))
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

describe('Unlock', () => {
  it('shows the establishment, names without roles, the handling notice and no case fact', async () => {
    const { desk } = await renderApp(lockedAnswers(), '/', 'unlock')
    expect(screen.getByRole('heading', { level: 1, name: 'HMP Hollin Moor' })).toBeTruthy()
    expect(screen.getAllByRole('radio')).toHaveLength(PEOPLE.length)
    expect(screen.getByRole('heading', { name: 'Handling notice' })).toBeTruthy()
    expect(document.body.textContent).not.toContain('POM')
    expect(new Set(desk.calls.map(({ method }) => method))).toEqual(new Set(['session.status']))
  })

  it('has the sample’s passphrase on the page, and only the sample’s', async () => {
    const first = await renderApp(lockedAnswers(), '/', 'unlock')
    expect(screen.getByText(SAMPLE_PASSPHRASE)).toBeTruthy()
    first.unmount()
    await renderApp(lockedAnswers({ sample: null }), '/', 'unlock')
    expect(screen.queryByText(SAMPLE_PASSPHRASE)).toBeNull()
  })

  it('opens Today with a name and the passphrase', async () => {
    const { desk } = await renderApp(lockedAnswers(), '/', 'unlock')
    fireEvent.click(screen.getByRole('radio', { name: 'Ruth Adeyemi' }))
    type('Passphrase', SAMPLE_PASSPHRASE)
    unlock()
    await loaded('today')
    expect(desk.calls).toContainEqual({
      method: 'session.unlock',
      input: { userId: 'u-ruth', passphrase: SAMPLE_PASSPHRASE },
    })
  })

  it('says what is missing, at the top and at the field', async () => {
    const { desk } = await renderApp(lockedAnswers(), '/', 'unlock')
    unlock()
    expect(screen.getByRole('link', { name: 'Choose your name' })).toBeTruthy()
    fireEvent.click(screen.getByRole('link', { name: 'Enter your passphrase' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Passphrase'))
    expect(desk.calls.filter(({ method }) => method === 'session.unlock')).toEqual([])
    await expectNoAxeViolations()
  })

  it('keeps what was typed after a wrong passphrase, and says how long to wait', async () => {
    const { desk } = await renderApp(lockedAnswers(), '/', 'unlock')
    fireEvent.click(screen.getByRole('radio', { name: 'Amy Thornber' }))
    type('Passphrase', 'not this one')
    unlock()
    await screen.findByRole('link', { name: 'That passphrase does not open this desk.' })
    expect(screen.getByLabelText<HTMLInputElement>('Passphrase').value).toBe('not this one')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Amy Thornber' }).checked).toBe(true)
    desk.answer({ 'session.unlock': () => new FakeError('wait', 'Wait 8 seconds, then try again.') })
    unlock()
    await screen.findByRole('link', { name: 'Wait 8 seconds, then try again.' })
  })

  it('says in plain words that the store cannot be opened', async () => {
    const { desk } = await renderApp(lockedAnswers(), '/', 'unlock')
    desk.answer({
      'session.unlock': () => new FakeError('newer_version', 'A newer Handover Desk made this store.'),
    })
    fireEvent.click(screen.getByRole('radio', { name: 'Amy Thornber' }))
    type('Passphrase', 'anything')
    unlock()
    await waitFor(() =>
      expect(screen.getByRole('alert').textContent).toContain('A newer Handover Desk made this store.'),
    )
  })

  it('shows and hides what is typed, and lets it be pasted', async () => {
    await renderApp(lockedAnswers(), '/', 'unlock')
    const field = screen.getByLabelText('Passphrase')
    expect(field.getAttribute('type')).toBe('password')
    expect(fireEvent.paste(field)).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: 'Show passphrase' }))
    expect(field.getAttribute('type')).toBe('text')
  })

  it('finds a name among many', async () => {
    const people = Array.from({ length: 14 }, (_, at) => ({
      userId: `u-${at}`,
      name: `Person ${'ABCDEFGHIJKLMN'[at]}`,
    }))
    await renderApp(lockedAnswers({ people }), '/', 'unlock')
    fireEvent.change(screen.getByLabelText('Type a name to find yours'), { target: { value: 'person m' } })
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    expect(screen.getByText('1 of 14 people.')).toBeTruthy()
  })

  it('opens with the recovery key and a new passphrase', async () => {
    const { desk } = await renderApp(lockedAnswers(), '/', 'unlock')
    desk.answer({ 'session.recover': () => ({ ...PEOPLE[0] }) })
    fireEvent.click(screen.getByRole('button', { name: 'Use the recovery key' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Amy Thornber' }))
    type('Recovery key', 'ABCD-EFGH')
    type('New passphrase', 'short')
    fireEvent.click(screen.getByRole('button', { name: /^Unlock and set/u }))
    expect(screen.getByRole('link', { name: 'Passphrase must be 12 characters or more' })).toBeTruthy()
    await expectNoAxeViolations()
    type('New passphrase', 'three long words')
    type('New passphrase again', 'three long words')
    fireEvent.click(screen.getByRole('button', { name: /^Unlock and set/u }))
    await waitFor(() =>
      expect(desk.calls).toContainEqual({
        method: 'session.recover',
        input: { userId: 'u-amy', recoveryKey: 'ABCD-EFGH', newPassphrase: 'three long words' },
      }),
    )
  })

  it('has no axe violations', async () => {
    await renderApp(lockedAnswers(), '/', 'unlock')
    await expectNoAxeViolations()
  })
})
