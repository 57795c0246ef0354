import { MODE_WORDS, timeInWords, type Booking } from '../meetings/booking.ts'
import { formatDayAndDate } from '../text/dates.ts'

export const INVITATION_KINDS = ['request', 'update', 'cancellation'] as const
export type InvitationKind = (typeof INVITATION_KINDS)[number]

export const KIND_WORDS: Record<InvitationKind, string> = {
  request: 'invitation',
  update: 'update',
  cancellation: 'cancellation',
}

/** What an invitation may say. Without `who` it names nobody, and no place: a case reference stands for the person. */
export interface InvitationFacts {
  kind: InvitationKind
  /** `Handover meeting` */
  title: string
  booking: Booking
  /** Characters that stand for the case and mean nothing without the store. */
  reference: string
  /** Only where names are asked for. */
  who: { name: string; prisonNumber: string; establishment: string; from: string } | null
}

const BEGINS: Record<InvitationKind, string> = {
  request: '',
  update: 'Updated: ',
  cancellation: 'Called off: ',
}

const whose = ({ reference, who }: InvitationFacts): string =>
  who === null ? `case ${reference}` : `${who.name} (${who.prisonNumber})`

/** What a diary shows: `Handover meeting – case 4C0D-95F2`. Only that it is off is said before it, for diaries that keep it. */
export const summaryOf = (facts: InvitationFacts): string =>
  `${facts.kind === 'cancellation' ? BEGINS.cancellation : ''}${facts.title} – ${whose(facts)}`

/** Where a diary says it is: the place only with names, for a place can name the person as well as any name does. */
export const locationOf = ({ booking: { mode, place }, who }: InvitationFacts): string =>
  who === null || place === '' ? MODE_WORDS[mode] : `${MODE_WORDS[mode]}: ${place}`

const when = ({ on, from, to }: Booking): string =>
  `${formatDayAndDate(on)}, ${timeInWords(from)} to ${timeInWords(to)}`

/** `Updated: Handover meeting, Thu 26 Nov 2026, 2pm to 2:35pm (case 4C0D-95F2)` */
export function subjectOf(facts: InvitationFacts): string {
  const marking = facts.who === null ? '' : 'OFFICIAL-SENSITIVE: '
  return `${marking}${BEGINS[facts.kind]}${facts.title}, ${when(facts.booking)} (${whose(facts)})`
}

/** What a diary keeps beside the time, line by line. */
export function detailsOf({ booking, reference, who }: InvitationFacts): string {
  const { mode, place, attendees } = booking
  if (who === null)
    return [
      `How: ${MODE_WORDS[mode]}`,
      `Case reference: ${reference}`,
      'This names nobody. Whoever sent it can say who it is about.',
    ].join('\n')
  return [
    `How: ${MODE_WORDS[mode]}`,
    ...(place === '' ? [] : [`Where: ${place}`]),
    `Person: ${who.name}, ${who.prisonNumber}, at ${who.establishment}`,
    `Taking part: ${attendees.join(', ')}`,
  ].join('\n')
}

const OPENS: Record<InvitationKind, string> = {
  request: 'Please accept or decline this meeting.',
  update:
    'This meeting has changed: this takes the place of what was sent before. Please accept or decline it.',
  cancellation: 'This meeting will not take place. Please take it out of your diary.',
}

/** The message beside the invitation, to be read by somebody whose program knows no invitations. Lines end `\n`. */
export function messageOf(facts: InvitationFacts): string {
  const { kind, title, booking, who } = facts
  return [
    ...(who === null ? [] : ['OFFICIAL-SENSITIVE', '']),
    OPENS[kind],
    '',
    title,
    `When: ${when(booking)}, UK time`,
    detailsOf(facts),
    ...(who === null ? [] : ['', `${who.from}, ${who.establishment}`]),
  ].join('\n')
}
