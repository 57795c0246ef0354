// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { OutputOf } from '../../domain/contract/index.ts'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'
import { day } from './support/words.ts'

type Shown = OutputOf<'invitations.show'>
const SHOWN: Shown = {
  title: 'Handover meeting',
  kind: 'request',
  method: 'REQUEST',
  sequence: 0,
  seen: 41,
  subject: 'Handover meeting, Thu 26 Nov 2026, 2pm to 2:35pm (case 4C0D-95F2)',
  text: 'Please accept or decline this meeting.\n\nHow: Video',
  attendees: [
    { who: 'Amy Thornber (POM)', email: 'amy.thornber@example.gov.uk', from: 'staff', inCustody: false },
    { who: 'Marlowe, Dean', email: null, from: null, inCustody: true },
    { who: 'Officer Moss (key worker)', email: null, from: null, inCustody: false },
  ],
  organizer: { name: 'Amy Thornber', email: 'amy.thornber@example.gov.uk', from: 'you' },
  you: 'Amy Thornber',
  sent: null,
  mayCancel: false,
  whyNot: '',
  warnings: ['No address is known of Officer Moss (key worker): enter one, or tell them yourself.'],
}
const OFFER: OutputOf<'meetings.log'>['invitations'][number] = {
  task: 'mt-handover',
  title: 'Handover meeting',
  kind: 'request',
  words: 'Thu 26 Nov 2026, 2pm to 2:35pm, video',
  sent: null,
  same: false,
}
const SAVED: OutputOf<'invitations.save'> = {
  saved: true,
  file: 'invitation-4C0D-95F2-2026-11-26.eml',
  kind: 'request',
  method: 'REQUEST',
  sequence: 0,
  to: 1,
}
const open = (more: FakeAnswers = {}, at = '/case/p-3/meetings') =>
  renderApp(
    pageAnswers('u-amy', {
      'meetings.log': () => ({ contacts: [], steps: [], notes: [], invitations: [OFFER] }),
      'invitations.show': ({ names }) =>
        names ? { ...SHOWN, subject: 'OFFICIAL-SENSITIVE: Marlowe, Dean' } : SHOWN,
      'invitations.save': () => SAVED,
      ...more,
    }),
    at,
    at.startsWith('/case') ? 'case-meetings' : 'meetings',
  )
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const link = () => screen.findByRole('link', { name: 'Send the invitation: Handover meeting' })
const calls = (desk: { calls: { method: string; input: unknown }[] }, method: string) =>
  desk.calls.filter((each) => each.method === method).map(({ input }) => input)

describe('The invitation to a booked meeting', () => {
  it('is offered beside the meetings, opens on its heading, and shows what goes out to whom', async () => {
    await open()
    fireEvent.click(await link())
    const heading = await screen.findByRole('heading', { name: 'Handover meeting: invitation' })
    expect(heading).toBe(document.activeElement)
    expect(screen.getByLabelText<HTMLInputElement>('Amy Thornber (POM)').value).toBe(
      'amy.thornber@example.gov.uk',
    )
    expect(screen.getByLabelText<HTMLInputElement>('Officer Moss (key worker)').value).toBe('')
    expect(screen.queryByLabelText('Marlowe, Dean')).toBeNull()
    expect(screen.getByText(/Nothing is sent to Marlowe, Dean/u)).toBeTruthy()
    expect(screen.getByText(/^Handover meeting, Thu 26 Nov 2026/u)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'No names' }).checked).toBe(true)
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('radio', { name: 'With names' }))
    expect(await screen.findByText('OFFICIAL-SENSITIVE: Marlowe, Dean')).toBeTruthy()
  })

  it('is saved as an e-mail with the addresses as they stand, and leads back to where it was opened', async () => {
    const { desk } = await open()
    fireEvent.click(await link())
    fireEvent.change(await screen.findByLabelText('Officer Moss (key worker)'), {
      target: { value: 'moss@example.gov.uk' },
    })
    press('Save as e-mail')
    await screen.findByText(
      /Handover meeting: invitation saved as invitation-4C0D-95F2-2026-11-26\.eml, to 1 person/u,
    )
    expect(calls(desk, 'invitations.save')).toEqual([
      {
        personId: 'p-3',
        task: 'mt-handover',
        format: 'eml',
        names: false,
        cancel: false,
        addresses: [
          { who: 'Amy Thornber (POM)', email: 'amy.thornber@example.gov.uk' },
          { who: 'Officer Moss (key worker)', email: 'moss@example.gov.uk' },
        ],
        ownAddress: '',
        seen: 41,
      },
    ])
    expect(document.activeElement).toBe(await link())
  })

  it('leads from a wrong address to its field, and keeps what was typed', async () => {
    const why = 'Enter one email address, like name@example.gov.uk, or leave it empty'
    await open({ 'invitations.save': () => new FakeError('bad_input', why, { 'to-1': why }) })
    fireEvent.click(await link())
    fireEvent.change(await screen.findByLabelText('Officer Moss (key worker)'), { target: { value: 'moss' } })
    press('Save as calendar file')
    fireEvent.click(await screen.findByRole('link', { name: why }))
    const field = screen.getByLabelText<HTMLInputElement>('Officer Moss (key worker)')
    expect(document.activeElement).toBe(field)
    expect(field.value).toBe('moss')
    await expectNoAxeViolations()
  })

  it('is copied as text, and says so', async () => {
    const writeText = vi.fn(async (_text: string) => undefined)
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
    await open()
    fireEvent.click(await link())
    fireEvent.click(await screen.findByRole('button', { name: /Copy the text/u }))
    expect(await screen.findByText('The text is copied.')).toBeTruthy()
    expect(writeText).toHaveBeenCalledWith(`${SHOWN.subject}\n\n${SHOWN.text}`)
  })

  it('of somebody away may be a cancellation instead', async () => {
    const { desk } = await open({
      'invitations.show': ({ cancel }) => ({
        ...SHOWN,
        mayCancel: true,
        kind: cancel ? 'cancellation' : 'update',
      }),
    })
    fireEvent.click(await link())
    fireEvent.click(await screen.findByRole('radio', { name: 'It is off: the cancellation' }))
    await screen.findByRole('heading', { name: 'Handover meeting: cancellation' })
    press('Save as e-mail')
    await waitFor(() =>
      expect(calls(desk, 'invitations.save')).toEqual([expect.objectContaining({ cancel: true })]),
    )
  })

  it('is not offered where there is nothing to send, and says why', async () => {
    await open(
      {
        'invitations.show': () => ({
          ...SHOWN,
          kind: 'nothing',
          method: null,
          sequence: null,
          attendees: [],
          warnings: [],
          whyNot: 'Nothing is booked. No invitation went out, so there is nothing to call off.',
        }),
      },
      '/case/p-3/meetings?invite=mt-handover',
    )
    expect(await screen.findByText(/Nothing is booked\./u)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save as e-mail' })).toBeNull()
    await expectNoAxeViolations()
    press('Back to the meetings')
    await link()
  })
})

describe('The file of every booked meeting', () => {
  it('asks whose and with which names, and says how many were saved', async () => {
    const row = {
      personId: 'p-3',
      name: 'Marlowe, Dean',
      prisonNumber: 'A4417KD',
      task: 'mt-handover',
      title: 'Handover meeting',
      state: 'booked',
      on: day('2026-11-26'),
      how: '2pm to 2:35pm, video',
      due: day('2026-11-30'),
      windowFrom: null,

      windowTo: null,
      release: null,
      rearrange: null,
      relative: 'in 3 days',
      with: 'Hannah Priestley (COM)',
      tags: [],
    } as const
    const { desk } = await open(
      {
        'meetings.list': () => ({
          today: day('2026-11-23'),
          counts: { to_book: 0, booked: 2, to_record: 0, missed: 0, held: 0 },
          steps: 0,
          about: '',
          rows: [
            { ...row, tags: [], pom: 'Thornber, Amy' },
            { ...row, personId: 'p-4', tags: [], pom: 'Noor, Farida' },
          ],
        }),
        'invitations.saveAll': () => ({
          saved: true,
          file: 'booked-meetings-2026-11-23.ics',
          booked: 1,
          off: 1,
          first: day('2026-11-26'),
          last: day('2026-11-26'),
        }),
      },
      '/meetings?state=booked',
    )
    fireEvent.click(await screen.findByRole('link', { name: 'Save booked meetings as a calendar file' }))
    expect(await screen.findByRole('heading', { name: 'Save booked meetings as a calendar file' })).toBe(
      document.activeElement,
    )
    await expectNoAxeViolations()
    fireEvent.change(screen.getByLabelText('Whose meetings?'), { target: { value: 'Noor, Farida' } })
    press('Save calendar file')
    await screen.findByText('1 booked and 1 called off, saved as booked-meetings-2026-11-23.ics.')
    expect(calls(desk, 'invitations.saveAll')).toEqual([
      expect.objectContaining({ pom: 'Noor, Farida', names: false }),
    ])
    press('Close')
    expect(document.activeElement).toBe(
      await screen.findByRole('link', { name: 'Save booked meetings as a calendar file' }),
    )
  })
})
