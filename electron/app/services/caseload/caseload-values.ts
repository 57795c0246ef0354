import { workingDaysWaited, waitingSince } from '../../../../domain/allocation/waiting.ts'
import { addDays, daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseloadFilter, CaseloadSort, CaseloadView } from '../../../../domain/model/caseload-query.ts'
import { PERSON_FIELDS, type PersonField } from '../../../../domain/model/person-record.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { describeResponsibility } from '../../../../domain/text/reasons.ts'
import { ROSH_WORDS } from '../../../../domain/text/status-tags.ts'
import { expectedRelease } from '../diary/events.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { waitingIn } from '../allocation/waiting-list.ts'
import type { Unit, UnitCase } from './unit-view.ts'

const NEW_DAYS = 7
const RELEASE_DAYS = 28

export const roshOf = ({ planned: { facts } }: UnitCase): string | null =>
  facts.rosh_level ? ROSH_WORDS[facts.rosh_level] : null

const tierOf = ({ planned }: UnitCase): string | null => planned.person.record.tier ?? null

/** `C2-014` is on wing C2 in some prisons and C in others: what stands before the first dash is the wing. */
const wingOf = ({ planned }: UnitCase): string | null => {
  const [wing = ''] = (planned.person.record.location ?? '').split('-')
  return wing === '' ? null : wing
}

const COM_WORDS = { named: 'Named', missing: 'Missing', overdue: 'Overdue', not_due: 'Not due yet' } as const

/** What each filter looks at, in the words the page shows. */
export const FILTER_VALUES: Readonly<Record<CaseloadFilter, (one: UnitCase) => string>> = {
  pom: ({ planned }) => planned.person.record.pom_name ?? 'No POM',
  responsible: ({ planned }) =>
    planned.responsibility === null ? 'Outside OMiC' : describeResponsibility(planned.responsibility),
  wing: (one) => wingOf(one) ?? 'Not known',
  region: ({ planned }) => homeRegionOf(planned.person.record) ?? 'Not known',
  tier: (one) => tierOf(one) ?? 'Not known',
  rosh: (one) => roshOf(one) ?? 'Not known',
  com: ({ com }) => COM_WORDS[com.state],
}

const RISK_ORDER = ['low', 'medium', 'high', 'very_high']

/** What each column is sorted by; what is not known comes last whichever way it is sorted. */
export const SORT_VALUES: Readonly<Record<CaseloadSort, (one: UnitCase) => string | number | null>> = {
  name: ({ name }) => name,
  crn: ({ planned }) => planned.person.record.crn ?? null,
  location: ({ planned }) => planned.person.record.location ?? null,
  responsible: FILTER_VALUES.responsible,
  tier: tierOf,
  rosh: ({ planned: { facts } }) => (facts.rosh_level ? RISK_ORDER.indexOf(facts.rosh_level) : null),
  handover: ({ planned }) => planned.plan?.handover_date ?? null,
  release: ({ planned }) => planned.plan?.earliest_release?.date ?? null,
  pom: ({ planned }) => planned.person.record.pom_name ?? null,
  com: ({ com }) => com.name,
  region: ({ planned }) => homeRegionOf(planned.person.record),
}

/** What a case cannot be worked without, in the order it is shown. */
const NEEDED: readonly PersonField[] = [
  'crn',
  'date_of_birth',
  'sentence_start_date',
  'rosh',
  'tier',
  'pom_name',
  'probation_region',
  'location',
]

function missingOf({ planned }: UnitCase): string[] {
  if (planned.plan?.in_scope !== true) return []
  const { record } = planned.person
  return NEEDED.filter((field) => {
    const value = field === 'probation_region' ? homeRegionOf(record) : record[field]
    return (value ?? null) === null
  }).map((field) => PERSON_FIELDS[field].label)
}

function arrivedOn({ planned }: UnitCase): CivilDate | null {
  const { movement } = planned.presence
  const { arrival_date: arrived, reception_date: received } = planned.person.record
  const listed = arrived ?? received ?? null
  return movement !== null && (listed === null || movement.on > listed) ? movement.on : listed
}

/** A case of a view, with why it is there and where it stands in the view's own order: lowest first. */
export interface InView {
  one: UnitCase
  note: string
  order: string | number
}

/** The cases of a view. Everybody is in the first; the others each say why. */
export function casesInView(
  unit: Unit,
  cases: readonly UnitCase[],
  view: Exclude<CaseloadView, 'all'>,
): InView[] {
  switch (view) {
    case 'unallocated':
      return unallocated(unit, cases)
    case 'new':
      return cases.flatMap((one) => {
        const on = arrivedOn(one)
        if (on === null || on > unit.today || daysBetween(on, unit.today) > NEW_DAYS) return []
        return [
          { one, note: `Arrived ${formatDate(on)}`, order: -daysBetween(addDays(unit.today, -NEW_DAYS), on) },
        ]
      })
    case 'releases':
      return cases.flatMap((one) => releaseOf(one, unit.today))
    case 'missing':
      return cases.flatMap((one) => {
        const missing = missingOf(one)
        return missing.length === 0
          ? []
          : [{ one, note: `Missing: ${missing.join(', ')}`, order: -missing.length }]
      })
  }
}

function unallocated(unit: Unit, cases: readonly UnitCase[]): InView[] {
  const wanted = cases === unit.cases ? null : new Set(cases)
  return waitingIn(unit).waiting.flatMap(({ one }) => {
    if (wanted !== null && !wanted.has(one)) return []
    const since = waitingSince(one.planned.facts)
    const days = workingDaysWaited(since, unit.today)
    const note =
      since === null || days === null
        ? 'Waiting, since when is not known'
        : `Waiting ${days} working ${days === 1 ? 'day' : 'days'}, since ${formatDate(since)}`
    return [{ one, note, order: -(days ?? Infinity) }]
  })
}

function releaseOf(one: UnitCase, today: CivilDate): InView[] {
  const { plan, facts } = one.planned
  const release = plan?.in_scope === true ? expectedRelease(facts, plan) : null
  if (release === null || release.provisional) return []
  const days = daysBetween(today, release.date)
  if (days < 0 || days > RELEASE_DAYS) return []
  return [{ one, note: `${release.title}, ${formatDate(release.date)}`, order: release.date }]
}
