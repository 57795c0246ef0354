import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { addMonths } from '../../../domain/dates/arithmetic.ts'
import { formatMonth } from '../../../domain/text/dates.ts'
import { day, tag, TODAY } from './words.ts'

type Comparison = OutputOf<'compare.show'>
type People = OutputOf<'compare.people'>

const NAMES = {
  in_force: { name: 'Enhanced 7½ months, in force', short: 'In force' },
  'national-2023': { name: 'National service 8½ months', short: 'National rules' },
  'day-1-2021': { name: 'Day 1, 26 June 2021', short: 'Day 1 rules' },
  'enhanced-7-5': { name: 'Enhanced 7½ months', short: '7½-month rules' },
  'pre-release-5': { name: 'Pre-release 5 months', short: '5-month rules' },
} as const

const MONTHS = Array.from({ length: 12 }, (_, at) => addMonths(day('2026-11-01'), at).slice(0, 7))
const A = [6, 14, 20, 21, 29, 24, 19, 27, 23, 18, 25, 20]
const B = [5, 19, 22, 31, 25, 20, 28, 24, 19, 26, 21, 17]

const TITLES = {
  past_at_once: ['Past at once', 24],
  moved: ['All moved', 346],
  earlier: ['Earlier', 346],
  later: ['Later', 0],
  same: ['Not moved', 116],
  none: ['No date in either', 112],
  gains: ['Would get a date', 0],
  loses: ['Would lose the date', 0],
  newly_short: ['Newly short', 0],
  no_longer_short: ['No longer short', 0],
  meetings_late: ['Meetings late at once', 17],
  not_planned: ['Cannot be compared', 0],
} as const

export function madeUpComparison({ a, b = 'national-2023' }: InputOf<'compare.show'>): Comparison {
  const count = (list: keyof typeof TITLES, count: number, says: string, detail = '') => ({
    list,
    count,
    says,
    detail,
  })
  return {
    today: TODAY,
    cases: 574,
    a: { id: a, ...NAMES[a] },
    b: { id: b, ...NAMES[b] },
    finding: '24 cases would be past handover at once; most others come about a month sooner',
    handovers: [
      { label: 'At once', a: 0, b: 24 },
      ...MONTHS.map((month, at) => ({
        label: formatMonth(month).slice(0, 3),
        a: A[at] ?? 0,
        b: B[at] ?? 0,
      })),
    ],
    counts: [
      count('earlier', 346, 'would be handed over earlier', 'by 27 to 122 days'),
      count('later', 0, 'would be handed over later'),
      count('same', 116, 'would not move', '104 already handed over, 12 early allocation'),
      count('none', 112, 'have no handover date in either', '60 recalled, 52 short'),
      count('past_at_once', 24, 'would be past handover at once', '11 of them have no COM'),
      count('meetings_late', 17, 'meetings would be late at once', '5 already held and kept'),
    ],
    lists: (Object.keys(TITLES) as (keyof typeof TITLES)[]).map((list) => ({
      list,
      title: TITLES[list][0],
      people: TITLES[list][1],
    })),
    byPom: [
      {
        pom: 'Amy Thornber',
        cases: 58,
        earlier: 31,
        later: 0,
        pastAtOnce: 4,
        withoutCom: 2,
        meetingsLate: 3,
      },
      { pom: null, cases: 3, earlier: 1, later: 0, pastAtOnce: 0, withoutCom: 0, meetingsLate: 0 },
    ],
    meetings: MONTHS.map((month, at) => ({
      month,
      label: formatMonth(month),
      handover: { a: A[at] ?? 0, b: B[at] ?? 0 },
      beforeRelease: { a: at, b: at },
    })),
  }
}

export function madeUpMovers({ a, b = 'national-2023', list, page }: InputOf<'compare.people'>): People {
  const [title, total] = TITLES[list]
  const all = Array.from({ length: total }, (_, at) => ({
    personId: `m-${at}`,
    name: at === 0 ? 'Marlowe, Dean' : `Surname${at}, Test`,
    prisonNumber: `A${1000 + at}KD`,
    pom: at === 1 ? null : 'Amy Thornber',
    release: { type: 'CRD', date: day('2027-07-15') },
    from: day('2026-11-30'),
    to: day('2026-11-01'),
    moves: '29 days earlier',
    rule: 'Row 12, 8 months 14 days',
    tags: [tag('late', 'Past at once')],
  }))
  const pages = Math.max(1, Math.ceil(total / 50))
  return { a, b, list, title, total, page, pages, rows: all.slice((page - 1) * 50, page * 50) }
}
