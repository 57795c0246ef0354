// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { FakeAnswers } from './support/fake-desk.ts'
import { emptyStatus, madeUpAnswers, madeUpStatus } from './support/made-up.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

function emptyDesk(): FakeAnswers {
  let made = false
  return {
    ...madeUpAnswers('u-ruth'),
    'session.status': () => (made ? madeUpStatus({ sample: null }) : emptyStatus()),
    'setup.create': () => {
      made = true
      return { recoveryKey: 'K7QM-2WRT-9XHF-4PLD' }
    },
  }
}

const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const submit = () => fireEvent.click(screen.getByRole('button', { name: 'Make the store' }))

function fillIn() {
  type('Establishment', 'LWB')
  fireEvent.click(screen.getByRole('radio', { name: /^Enhanced model/u }))
  type('Your name', 'Ruth Adeyemi')
  type('Passphrase', 'three long words')
  type('Passphrase again', 'three long words')
}

describe('Set up', () => {
  it('chooses no rules by itself, and explains each', async () => {
    await renderApp(emptyDesk(), '/', 'setup')
    const rules = screen.getAllByRole<HTMLInputElement>('radio')
    expect(rules.map((radio) => radio.checked)).toEqual([false, false, false, false])
    expect(
      screen.getByText(
        'Handover seven and a half months before release. A fixed sentence with a CRD of 15 July 2027: handover 30 November 2026.',
      ),
    ).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('says everything that is missing', async () => {
    const { desk } = await renderApp(emptyDesk(), '/', 'setup')
    submit()
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Choose an establishment',
      'Choose the rules this establishment works under',
      'Enter your name',
      'Enter a passphrase',
    ])
    expect(desk.calls.map(({ method }) => method)).not.toContain('setup.create')
    await expectNoAxeViolations()
  })

  it('asks for the passphrase twice', async () => {
    await renderApp(emptyDesk(), '/', 'setup')
    fillIn()
    type('Passphrase again', 'three other words')
    submit()
    expect(screen.getByRole('link', { name: 'Both passphrases must be the same' })).toBeTruthy()
  })

  it('shows the recovery key once and goes on only when it is put away', async () => {
    const { desk } = await renderApp(emptyDesk(), '/', 'setup')
    fillIn()
    submit()
    await loaded('recovery-key')
    expect(desk.calls).toContainEqual({
      method: 'setup.create',
      input: {
        establishment: 'LWB',
        ruleSet: 'enhanced-7-5',
        headOfOmu: 'Ruth Adeyemi',
        passphrase: 'three long words',
      },
    })
    expect(screen.getByText('K7QM-2WRT-9XHF-4PLD')).toBeTruthy()
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('button', { name: 'Go on to Handover Desk' }))
    expect(screen.getByRole('link', { name: 'Say that the recovery key is put away' })).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: 'I have stored it' }))
    fireEvent.click(screen.getByRole('button', { name: 'Go on to Handover Desk' }))
    await loaded('today')
    expect(document.body.textContent).not.toContain('K7QM')
  })
})
