import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { ComparisonList } from '../../../../domain/model/comparison.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { decidingRow } from '../../../../domain/text/deciding-row.ts'
import { countDays } from '../../../../domain/text/status-tags.ts'
import { worstThree } from '../caseload/tags.ts'
import type { UnitComparison } from './compare-unit.ts'
import { LISTS, peopleIn } from './comparison-lists.ts'

type People = OutputOf<'compare.people'>
type Row = People['rows'][number]

const PAGE = 50

/** `29 days earlier`, `would get a date`, `stays: the COM has it`. */
export function movesInWords({ compared, one }: UnitComparison): string {
  const { move, days, stays } = compared
  switch (move) {
    case 'earlier':
      return `${countDays(-(days ?? 0))} earlier`
    case 'later':
      return `${countDays(days ?? 0)} later`
    case 'gains':
      return 'gets a date'
    case 'loses':
      return 'loses its date'
    case 'none':
      return 'no date'
    case 'not_planned':
      return one.planned.missing?.message ?? 'a fact is missing'
    case 'same':
      return stays === 'with_com' ? 'stays: the COM has it' : 'stays'
  }
}

/** The row of the rules under B that decides; under A's where the case keeps them. */
export function ruleInWords({ one, aRules, bRules }: UnitComparison, b: string, today: CivilDate): string {
  const row = decidingRow(one.planned.facts, bRules, today)
  return bRules === aRules && bRules !== b ? `${row} (${RULE_SETS[bRules].shortName} kept)` : row
}

function tagsOf({ compared }: UnitComparison): Tag[] {
  const late = compared.meetings.some(({ lateAtOnce, held }) => lateAtOnce && !held)
  return worstThree([
    compared.pastAtOnce ? { text: 'Past at once', tone: 'late' } : null,
    compared.pastAtOnce && !compared.hasCom ? { text: 'COM missing', tone: 'late' } : null,
    late && !compared.pastAtOnce ? { text: 'Meeting late', tone: 'late' } : null,
    compared.newlyShort ? { text: 'Newly short', tone: 'changed' } : null,
    compared.noLongerShort ? { text: 'No longer short', tone: 'changed' } : null,
  ])
}

function rowOf(comparison: UnitComparison, b: People['b'], today: CivilDate): Row {
  const { one, compared } = comparison
  const plan = comparison.b.plan ?? comparison.a.plan
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    pom: compared.pom,
    release: plan?.earliest_release ?? null,
    from: compared.from,
    to: compared.to,
    moves: movesInWords(comparison),
    rule: ruleInWords(comparison, b, today),
    tags: tagsOf(comparison),
  }
}

/** Who one count of a comparison is, 50 to a page. A page beyond the last is the last. */
export function comparisonPeople(
  comparisons: readonly UnitComparison[],
  { a, b, list, page }: { a: People['a']; b: People['b']; list: ComparisonList; page: number },
  today: CivilDate,
): People {
  const people = peopleIn(comparisons, list)
  const pages = Math.max(1, Math.ceil(people.length / PAGE))
  const shown = Math.min(page, pages)
  return {
    a,
    b,
    list,
    title: LISTS[list].title,
    total: people.length,
    page: shown,
    pages,
    rows: people.slice((shown - 1) * PAGE, shown * PAGE).map((one) => rowOf(one, b, today)),
  }
}
