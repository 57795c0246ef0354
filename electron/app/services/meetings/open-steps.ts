import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { relativeDays } from '../../../../domain/text/dates.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { stepsOf } from './steps-of.ts'
import { compareText } from '../../../../domain/text/compare-text.ts'

type Shown = OutputOf<'meetings.steps'>
type Row = Shown['rows'][number]

/** The next steps of these cases that are still open, whoever is to do them, by day. */
export function openStepsOf(cases: readonly UnitCase[], today: CivilDate): Shown {
  const rows = cases.flatMap((one): Row[] => {
    const { personId, name, prisonNumber } = one
    return stepsOf(one)
      .filter(({ done }) => done === null)
      .map(({ what, owner, by, source, title }) => ({
        personId,
        name,
        prisonNumber,
        what,
        owner,
        by,
        source,
        title,
        pom: one.planned.person.record.pom_name ?? null,
        relative: relativeDays(by, today),
        overdue: by < today,
      }))
  })
  rows.sort((a, b) => compareText(a.by, b.by) || compareText(a.name, b.name))
  return { today, rows }
}
