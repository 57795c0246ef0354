import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { attendeeKey } from '../../domain/invitations/attendee.ts'
import { clockChangeOn, oddTime } from '../../domain/invitations/clock-change.ts'
import {
  detailsOf,
  locationOf,
  messageOf,
  subjectOf,
  summaryOf,
  type InvitationFacts,
} from '../../domain/invitations/invitation.ts'
import { changesSinceBooked, nextSequence, OFF, toldOf } from '../../domain/invitations/sequence.ts'
import type { Booking } from '../../domain/meetings/booking.ts'

const day = (text: string) => text as CivilDate
const BOOKING: Booking = {
  on: day('2026-11-26'),
  from: '14:00',
  to: '14:35',
  mode: 'video',
  place: 'Link room 1, Healthcare',
  attendees: ['Amy Thornber (POM)', 'Marlowe, Dean', 'Hannah Priestley (COM)'],
}
const [A, B] = [toldOf(BOOKING), toldOf({ ...BOOKING, on: day('2026-11-27') })]

describe('how often a diary was told something else', () => {
  it.each<[string, (string | null)[], number]>([
    ['never booked', [], 0],
    ['taken back before it was ever booked', [OFF, null, OFF], 0],
    ['booked', [A], 0],
    ['recorded twice alike', [A, A], 0],
    ['moved', [A, B], 1],
    ['moved and back', [A, B, A], 2],
    ['called off', [A, OFF], 1],
    ['called off twice', [A, OFF, OFF], 1],
    ['booked again as before', [A, OFF, A], 2],
    ['held: nothing new', [A, null], 0],
    ['held by mistake, taken back and booked again', [A, null, OFF, B], 2],
  ])('%s', (_, said, changes) => expect(changesSinceBooked(said)).toBe(changes))
})

describe('the number given out', () => {
  it.each<[string, string, number, { sequence: number; told: string } | null, number]>([
    ['the first', A, 0, null, 0],
    ['the first, of a meeting moved before anybody was told', B, 1, null, 1],
    ['the same again', A, 0, { sequence: 0, told: A }, 0],
    ['another, recorded', B, 1, { sequence: 0, told: A }, 1],
    ['another, with no record of the meeting', OFF, 0, { sequence: 0, told: A }, 1],
    ['back again after that', A, 0, { sequence: 1, told: OFF }, 2],
    ['never one below the last', B, 1, { sequence: 4, told: A }, 5],
  ])('%s', (_, told, changes, last, number) => expect(nextSequence(told, changes, last)).toBe(number))
})

describe('days on which the clocks change', () => {
  it.each([
    ['2026-03-29', 'forward'],
    ['2027-03-28', 'forward'],
    ['2026-10-25', 'back'],
    ['2026-03-22', null],
    ['2026-10-31', null],
    ['2026-11-29', null],
  ])('%s: %s', (on, change) => expect(clockChangeOn(day(on))).toBe(change))

  it('say which hour is missing or comes twice, and nothing of any other', () => {
    expect(oddTime(day('2026-03-29'), '01:30')).toMatch(/^There is no 1:30am on 29 March 2026/)
    expect(oddTime(day('2026-10-25'), '01:30')).toMatch(/^1:30am comes twice on 25 October 2026/)
    expect(oddTime(day('2026-03-29'), '02:00')).toBeNull()
    expect(oddTime(day('2026-10-25'), '00:59')).toBeNull()
    expect(oddTime(day('2026-11-26'), '01:30')).toBeNull()
  })
})

describe('the words of an invitation', () => {
  const facts = (more: Partial<InvitationFacts> = {}): InvitationFacts => ({
    kind: 'request',
    title: 'Handover meeting',
    booking: BOOKING,
    reference: '4C0D-95F2',
    who: null,
    ...more,
  })
  const WHO = {
    name: 'Marlowe, Dean',
    prisonNumber: 'A4417KD',
    establishment: 'HMP Leeds',
    from: 'Ruth Adeyemi',
  }
  const all = (of: InvitationFacts) =>
    [summaryOf(of), locationOf(of), subjectOf(of), detailsOf(of), messageOf(of)].join('\n')

  it('name nobody and no place unless asked', () => {
    for (const kind of ['request', 'update', 'cancellation'] as const)
      expect(all(facts({ kind }))).not.toMatch(
        /Marlowe|A4417KD|Thornber|Priestley|Adeyemi|Leeds|Link room|Healthcare/,
      )
    expect(subjectOf(facts())).toBe('Handover meeting, Thu 26 Nov 2026, 2pm to 2:35pm (case 4C0D-95F2)')
    expect(locationOf(facts())).toBe('Video')
  })

  it('with names say who, where and with whom, marked', () => {
    const named = facts({ who: WHO, kind: 'update' })
    expect(subjectOf(named)).toBe(
      'OFFICIAL-SENSITIVE: Updated: Handover meeting, Thu 26 Nov 2026, 2pm to 2:35pm (Marlowe, Dean (A4417KD))',
    )
    expect(summaryOf(named)).toBe('Handover meeting – Marlowe, Dean (A4417KD)')
    expect(locationOf(named)).toBe('Video: Link room 1, Healthcare')
    expect(messageOf(named)).toMatch(/^OFFICIAL-SENSITIVE\n\nThis meeting has changed/)
    expect(messageOf(named)).toMatch(
      /Taking part: Amy Thornber \(POM\), Marlowe, Dean, Hannah Priestley \(COM\)/,
    )
  })

  it('say that a meeting is off where a diary shows it', () =>
    expect(summaryOf(facts({ kind: 'cancellation' }))).toBe('Called off: Handover meeting – case 4C0D-95F2'))
})

it('knows who takes part however the name is written', () => {
  expect(attendeeKey('PRIESTLEY, Hannah (COM)')).toBe(attendeeKey('Hannah  Priestley'))
})
