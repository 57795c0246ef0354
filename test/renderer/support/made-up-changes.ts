import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { PlanChange } from '../../../domain/model/remembered-plan.ts'
import { CHANGE_TAGS } from '../../../domain/text/plan-changes.ts'

type List = OutputOf<'changes.list'>
type Row = List['rows'][number]

interface Made {
  kinds: PlanChange[]
  shown: Row
}

const row = (n: number, name: string, kinds: PlanChange[], more: Partial<Row> = {}): Made => ({
  kinds,
  shown: {
    personId: `p-${n}`,
    name,
    prisonNumber: `A100${n}QQ`,
    id: `f-${n}`,
    happenedOn: '2026-11-23' as CivilDate,
    at: '2026-11-23T07:42:00.000Z',
    by: 'Dev Malik',
    tags: kinds.map((kind) => CHANGE_TAGS[kind]),
    was: '13 February 2027',
    now: '30 November 2026',
    dateMoved: true,
    sentence: 'Handover: 13 February 2027 became 30 November 2026, 75 days earlier',
    because: ['CRD: 29 September 2027 became 15 July 2027 (NOMIS, as at 22 November 2026)'],
    pom: 'Amy Thornber',
    ...more,
  },
})

const ROWS = [
  row(1, 'Marlowe, Dean', ['newly_past', 'date_moved']),
  row(2, 'Rashid, Imran', ['responsibility'], {
    dateMoved: false,
    sentence: 'Now COM responsible; was POM responsible',
    because: ['The day passing, with no fact changed'],
  }),
  row(3, 'Abara, Chidi', ['rules_changed'], {
    dateMoved: false,
    sentence: 'Planned under National service 8½ months, with the same handover date',
    because: [
      'National service 8½ months in force for Wales from 1 November 2026, told by Priya Holt: Notice 12',
    ],
  }),
]

export function madeUpChanges(kind: InputOf<'changes.list'>['kind']): List {
  const kinds = [...new Set(ROWS.flatMap((each) => each.kinds))]
  return {
    since: '2026-10-26' as CivilDate,
    total: ROWS.length,
    kinds: kinds.map((each) => ({
      kind: each,
      label: CHANGE_TAGS[each].text,
      count: ROWS.filter((one) => one.kinds.includes(each)).length,
    })),
    rows: ROWS.filter((each) => kind === null || each.kinds.includes(kind)).map(({ shown }) => shown),
  }
}
