import { personHistory } from '../../../../db/repositories/people.ts'
import type { DecisionRecord, Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import {
  comparableResponsibility,
  DIFFERENCE_SUBJECTS,
  markStands,
  nationalResponsibility,
  type DifferenceMarked,
  type DifferenceSubject,
} from '../../../../domain/planning/national-difference.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { asAtOf } from '../caseload/case-facts.ts'
import { nationalOf } from '../caseload/case-rules.ts'
import { byWorry, type UnitCase } from '../caseload/unit-view.ts'
import type { PlannedCase, Planning } from '../planning/planned-case.ts'

type DifferencesList = OutputOf<'differences.list'>
export type Difference = DifferencesList['rows'][number]['difference']

const WHO = { pom: 'POM responsible', com: 'COM responsible' } as const

interface Values {
  national: string | null
  ours: string | null
}

/** The two values of a subject, for comparing; null where the national list says nothing of it. */
export function valuesOf(planned: PlannedCase, subject: DifferenceSubject): Values | null {
  const { record } = planned.person
  if (subject === 'handover_date') {
    const national = record.handover_date ?? null
    return national === null ? null : { national, ours: planned.plan?.handover_date ?? null }
  }
  const national = nationalResponsibility(record.pom_role)
  if (national === null) return null
  return { national, ours: comparableResponsibility(planned.responsibility) }
}

/** The mark that stands recorded, whether or not it still speaks of these values. */
function markOf(planned: PlannedCase, subject: DifferenceSubject): DecisionRecord | null {
  const found = planned.decisions.findLast(
    (decision) => decision.kind === 'national_difference' && decision.subject === subject,
  )
  return found ?? null
}

function markedOf(planned: PlannedCase, subject: DifferenceSubject, values: Values): Difference['marked'] {
  const record = markOf(planned, subject)
  if (record === null) return null
  const body = record.body as DifferenceMarked
  return {
    mark: body.mark,
    note: body.note,
    by: record.byName,
    at: record.at,
    stands: markStands(body, values.national, values.ours),
  }
}

/** How many differences of a case nobody has explained, or has to explain again. */
export function openDifferences(planned: PlannedCase): number {
  return DIFFERENCE_SUBJECTS.filter((subject) => {
    const values = valuesOf(planned, subject)
    if (values === null || values.national === values.ours) return false
    return markedOf(planned, subject, values)?.stands !== true
  }).length
}

const shownDate = (date: string | null) =>
  date === null ? 'No handover date' : formatDate(date as CivilDate)
const shownWho = (who: string | null) =>
  who === null ? 'Nobody: outside offender management in custody' : WHO[who as keyof typeof WHO]

/** How one case differs from the national record, subject by subject; empty where it agrees or nothing is known. */
export function differencesOf(
  planning: Planning,
  store: Store,
  planned: PlannedCase,
  today: CivilDate,
): Difference[] {
  const found: Difference[] = []
  const differing = DIFFERENCE_SUBJECTS.filter((subject) => {
    const values = valuesOf(planned, subject)
    return values !== null && values.national !== values.ours
  })
  if (differing.length === 0) return found
  const history = personHistory(store.read, planned.person.id)
  for (const subject of differing) {
    const values = valuesOf(planned, subject)
    if (values === null) continue
    const isDate = subject === 'handover_date'
    const shown = isDate ? shownDate : shownWho
    found.push({
      subject,
      national: shown(values.national),
      ours: shown(values.ours),
      nationalValue: values.national,
      oursValue: values.ours,
      asAt: asAtOf(history, isDate ? 'handover_date' : 'pom_role'),
      likelyCause: isDate
        ? (nationalOf(planned, history, (earlier: PersonRecord) => planning.factsOf(store, earlier), today)
            ?.difference ?? '')
        : responsibilityCause(planned),
      marked: markedOf(planned, subject, values),
    })
  }
  return found
}

/** Responsibility follows the handover date, so its likely cause is the date's, or the case has none. */
function responsibilityCause({ plan, person, override }: PlannedCase): string {
  if (override !== null)
    return `Overridden here until ${formatDate(override.body.until)}: the national record may not know it.`
  const national = person.record.handover_date ?? null
  const ours = plan?.handover_date ?? null
  if (plan === null) return 'We cannot plan this case yet.'
  if (ours === null)
    return 'We give this case no handover date: see the reason on the case, and what the national record counts from.'
  if (national !== null && national !== ours) return 'The handover dates differ too: settle those first.'
  return 'The handover dates do not explain it: somebody may have overridden responsibility in one of the two records.'
}

/** Every difference of the cases given: those still to be explained first, then in the order of worry. */
export function differencesListOf(
  planning: Planning,
  store: Store,
  cases: readonly UnitCase[],
  today: CivilDate,
): DifferencesList {
  let agreeing = 0
  let unknown = 0
  const rows: DifferencesList['rows'] = []
  for (const one of [...cases].sort(byWorry)) {
    const { planned, personId, name, prisonNumber } = one
    const found = differencesOf(planning, store, planned, today)
    if (found.length === 0) {
      const known = valuesOf(planned, 'handover_date') ?? valuesOf(planned, 'responsibility')
      if (known === null) unknown += 1
      else agreeing += 1
    }
    const pom = planned.person.record.pom_name ?? null
    for (const difference of found) rows.push({ personId, name, prisonNumber, pom, difference })
  }
  const isOpen = ({ difference: { marked } }: DifferencesList['rows'][number]) =>
    marked === null || !marked.stands
  return { rows: [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))], agreeing, unknown }
}
