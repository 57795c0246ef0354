import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { CONCERN_TEXT, type ConcernCode } from '../../../domain/planning/concerns.ts'

type List = OutputOf<'quality.list'>
type Row = List['rows'][number]

const row = (n: number, name: string, code: ConcernCode, says: string): Row => ({
  personId: `p-${n}`,
  name,
  prisonNumber: `A100${n}QQ`,
  code,
  ...CONCERN_TEXT[code],
  says,
  pom: 'Amy Thornber',
})

const ROWS: readonly Row[] = [
  row(1, 'Marlowe, Dean', 'ped_after_crd', 'The PED is 1 May 2028, after the CRD of 15 July 2027.'),
  row(2, 'Rashid, Imran', 'unknown_region', 'The home region is written “Northumberland”.'),
  row(3, 'Abara, Chidi', 'no_risk', 'No risk of serious harm level is recorded.'),
  row(1, 'Marlowe, Dean', 'no_risk', 'No risk of serious harm level is recorded.'),
]

export function madeUpQuality(code: InputOf<'quality.list'>['code']): List {
  const codes = [...new Set(ROWS.map((each) => each.code))]
  return {
    people: 3,
    total: ROWS.length,
    checks: codes.map((each) => ({
      code: each,
      title: CONCERN_TEXT[each].title,
      count: ROWS.filter((one) => one.code === each).length,
    })),
    rows: ROWS.filter((each) => code === null || each.code === code),
  }
}

export function madeUpDifferences(): OutputOf<'differences.list'> {
  const difference = {
    subject: 'handover_date' as const,
    national: '15 January 2027',
    ours: '30 November 2026',
    nationalValue: '2027-01-15',
    oursValue: '2026-11-30',
    asAt: '2026-11-20' as CivilDate,
    likelyCause:
      'The national date is 46 days later than ours. Likely cause: an older CRD (29 September 2027).',
    marked: null,
  }
  const person = (n: number, name: string) => ({
    personId: `p-${n}`,
    name,
    prisonNumber: `A100${n}QQ`,
    pom: 'Amy Thornber',
  })
  const mark = { by: 'Ruth Adeyemi', at: '2026-11-20T10:00:00.000Z' }
  return {
    rows: [
      { ...person(1, 'Marlowe, Dean'), difference },
      {
        ...person(2, 'Rashid, Imran'),
        difference: {
          ...difference,
          marked: { ...mark, mark: 'both_right', note: 'Another region', stands: false },
        },
      },
      {
        ...person(3, 'Abara, Chidi'),
        difference: {
          ...difference,
          subject: 'responsibility',
          national: 'POM responsible',
          ours: 'COM responsible',
          nationalValue: 'pom',
          oursValue: 'com',
          marked: { ...mark, mark: 'national_to_correct', note: 'Told the hub', stands: true },
        },
      },
    ],
    agreeing: 40,
    unknown: 5,
  }
}
