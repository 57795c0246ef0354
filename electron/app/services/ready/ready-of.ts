import type { DecisionRecord } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import {
  BOARD_DAYS,
  READY_ITEMS,
  READY_STATE_WORDS,
  READY_WORDS,
  type ReadyAnswer,
  type ReadyItem,
} from '../../../../domain/model/ready-to-go.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { expectedRelease } from '../diary/events.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

export type ReadyPerson = OutputOf<'ready.board'>['rows'][number]
type Item = ReadyPerson['items'][number]

/** What of a case says whether somebody is ready. */
type Released = Pick<UnitCase, 'planned' | 'com'>

/** What the facts say of an item by themselves; null where they say nothing. */
function fromFacts(item: ReadyItem, { planned: { facts }, com }: Released): string | null {
  if (item === 'date_confirmed' && facts.confirmed_release_date)
    return `Confirmed for ${formatDate(facts.confirmed_release_date)}`
  return item === 'com_named' && com.name !== null ? com.name : null
}

function itemOf(item: ReadyItem, one: Released, record: DecisionRecord | undefined): Item {
  const title = READY_WORDS[item]
  if (record !== undefined && record.body !== null) {
    const { state, note } = record.body as ReadyAnswer
    const words = READY_STATE_WORDS[state]
    return { item, title, state, words, note, by: record.byName, at: record.at, fromFacts: false }
  }
  const known = fromFacts(item, one)
  return {
    item,
    title,
    state: known === null ? 'open' : 'yes',
    words: READY_STATE_WORDS[known === null ? 'open' : 'yes'],
    note: known ?? '',
    by: null,
    at: null,
    fromFacts: known !== null,
  }
}

const isOpen = ({ state }: Item) => state === 'open' || state === 'no'

interface InPlace {
  release: { date: CivilDate; title: string }
  days: number
  items: Item[]
  open: number
}

/** What is in place before a release expected from today to `most` days on; null where none is. */
export function inPlace(one: Released, today: CivilDate, most: number): InPlace | null {
  const { plan, facts, decisions } = one.planned
  const release = plan?.in_scope === true ? expectedRelease(facts, plan) : null
  if (release === null || release.provisional) return null
  const days = daysBetween(today, release.date)
  if (days < 0 || days > most) return null
  const answers = new Map(
    decisions.filter(({ kind }) => kind === 'ready_to_go').map((record) => [record.subject, record]),
  )
  const items = READY_ITEMS.map((item) => itemOf(item, one, answers.get(item)))
  return { release, days, items, open: items.filter(isOpen).length }
}

/** A case on the board; null where no release is expected in its four weeks. */
export function readyOf(one: UnitCase, today: CivilDate): ReadyPerson | null {
  const found = inPlace(one, today, BOARD_DAYS)
  if (found === null) return null
  const { release, ...rest } = found
  const { record } = one.planned.person
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    release: release.date,
    releaseType: release.title,
    pom: record.pom_name ?? null,
    location: record.location ?? null,
    ...rest,
  }
}

/** Everybody on the board, soonest first, then by name. */
export const boardOf = (cases: readonly UnitCase[], today: CivilDate): ReadyPerson[] =>
  cases
    .flatMap((one) => readyOf(one, today) ?? [])
    .sort((a, b) => (a.release < b.release ? -1 : a.release > b.release ? 1 : a.name < b.name ? -1 : 1))
