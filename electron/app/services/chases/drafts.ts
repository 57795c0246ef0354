import type { Store } from '../../../../db/types.ts'
import { stepAsked, type Rung } from '../../../../domain/chases/ladder.ts'
import {
  chaseSubjectLine,
  chaseText,
  type MessageCase,
  type MessageFrom,
  type MessageGroup,
  type MessageNames,
  type MessagePerson,
} from '../../../../domain/chases/message.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { countDays } from '../../../../domain/text/status-tags.ts'
import { isEmailAddress } from '../../documents/eml.ts'
import type { Session } from '../../context.ts'
import type { Unit, UnitCase } from '../caseload/unit-view.ts'
import { addressesIn, ladderOf, type Addresses } from './ladder-setting.ts'
import { isSomewhere, type Place } from './place.ts'
import { asksOn, type CaseAsk } from './unit-chases.ts'

/** One message to one place: what a message is due on there today, and what is owed there besides. */
export interface Draft {
  place: Place
  /** The steps its cases have reached. */
  rungs: readonly Rung[]
  due: CaseAsk[]
  open: CaseAsk[]
}

/** A message for each place one is due to; those with the longest wait first. */
export function draftsOf(store: Store, unit: Unit, cases: readonly UnitCase[]): Draft[] {
  const ladder = ladderOf(store)
  const byPlace = new Map<string, Draft>()
  for (const ask of asksOn(store, unit, cases)) {
    const { place, climb } = ask
    if (!isSomewhere(place)) continue
    let draft = byPlace.get(place.key)
    if (draft === undefined) byPlace.set(place.key, (draft = { place, rungs: [], due: [], open: [] }))
    ;(climb.isDue ? draft.due : draft.open).push(ask)
  }
  const longest = ({ due }: Draft) => Math.max(...due.map(({ climb }) => climb.days ?? 0))
  return [...byPlace.values()]
    .filter(({ due }) => due.length > 0)
    .map((draft) => {
      const reached = new Set(draft.due.map(({ climb }) => climb.next?.rung.days))
      const email = draft.due.find(({ place }) => place.email !== null)?.place.email ?? null
      return {
        place: { key: draft.place.key, name: draft.place.name, email },
        rungs: ladder.filter(({ days }) => reached.has(days)),
        due: draft.due,
        open: draft.open,
      }
    })
    .sort((a, b) => longest(b) - longest(a) || a.place.name.localeCompare(b.place.name, 'en-GB'))
}

const dueAt = ({ due }: Pick<Draft, 'due'>, rung: Rung): CaseAsk[] =>
  due.filter(({ climb }) => climb.next?.rung.days === rung.days)

/** Each step of a draft: whom it goes to, "again" only where somebody in it was asked about before, and about how many. */
export const stepsOfDraft = (draft: Draft): { days: number; toWords: string; people: number }[] =>
  draft.rungs.map((rung) => {
    const asks = dueAt(draft, rung)
    return {
      days: rung.days,
      toWords: stepAsked(
        rung,
        asks.every(({ climb }) => climb.last === null),
      ),
      people: new Set(asks.map(({ one }) => one.personId)).size,
    }
  })

/** The addresses a draft goes to: what is set for its steps at its place, else the listed mailbox; none where neither is one. */
export function recipientsOf(
  { place, rungs }: Pick<Draft, 'place' | 'rungs'>,
  addresses: Addresses,
): { to: string[]; cc: string[] } {
  const set = addresses[place.key]?.emails ?? []
  const to = new Set<string>()
  const cc = new Set<string>()
  for (const { days } of rungs) {
    const own = set.find((each) => each.days === days)
    const address = own?.to || place.email || ''
    if (isEmailAddress(address)) to.add(address)
    if (own !== undefined && isEmailAddress(own.cc)) cc.add(own.cc)
  }
  return { to: [...to], cc: [...cc].filter((address) => !to.has(address)) }
}

const ROLE_WORDS: Record<string, string> = {
  head_of_omu: 'Head of OMU',
  pom: 'Prison offender manager',
  case_administrator: 'Case administrator',
}

export const messageFrom = ({ store, user }: Session): MessageFrom => ({
  establishment: store.establishment.name,
  name: user.name,
  role: ROLE_WORDS[user.role] ?? 'Offender management unit',
})

export const messagePerson = ({
  prison_number,
  crn,
  last_name,
  first_name,
}: PersonRecord): MessagePerson => ({
  prisonNumber: prison_number ?? '',
  crn: crn ?? null,
  surname: last_name?.trim() ?? '',
  forename: first_name?.trim() ?? '',
})

/** Each case once, with everything of it that belongs to the group. */
function casesIn(asks: readonly CaseAsk[]): MessageCase[] {
  const byPerson = new Map<string, CaseAsk[]>()
  for (const ask of asks) {
    const known = byPerson.get(ask.one.personId)
    if (known === undefined) byPerson.set(ask.one.personId, [ask])
    else known.push(ask)
  }
  return [...byPerson.values()].map((own) => ({
    person: messagePerson(own[0]?.one.planned.person.record ?? {}),
    asks: own.map(({ owed, climb }) => ({ says: owed.says, days: climb.days, last: climb.last })),
  }))
}

/** The highest step first, then what is open without a message due. */
export function draftMessage(
  session: Session,
  { place, rungs, due, open }: Draft,
  names: MessageNames,
): { subject: string; text: string } {
  const groups: MessageGroup[] = rungs.toReversed().map((rung) => ({
    heading: `${countDays(rung.days)} or more overdue`,
    cases: casesIn(dueAt({ due }, rung)),
  }))
  if (open.length > 0) groups.push({ heading: 'Also still open', cases: casesIn(open) })
  const from = messageFrom(session)
  const people = new Set([...due, ...open].map(({ one }) => one.personId)).size
  return {
    subject: chaseSubjectLine(from.establishment, place.name, people),
    text: chaseText(groups, { place: place.name, names, from }),
  }
}

export const draftRecipients = (session: Session, draft: Draft) =>
  recipientsOf(draft, addressesIn(session.store.read))
