import type { Scope } from '../../../domain/contract/schemas.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { HandoverTab } from '../../../domain/model/handover-tab.ts'
import { addDays, daysBetween } from '../../../domain/dates/arithmetic.ts'
import { day, tag, TODAY } from './words.ts'

type List = OutputOf<'handovers.list'>
type Row = List['rows'][number]

export const HANDOVER_COUNTS: List['counts'] = {
  upcoming: 31,
  in_progress: 104,
  tasks_overdue: 9,
  com_overdue: 6,
  past_tariff: 11,
  open_com_supports: 7,
  recalls: 46,
  short_sentences: 19,
  release_unknown: 2,
  under_18: 1,
  remand: 9,
  overrides: 1,
  early_allocation: 2,
  immigration: 3,
}

type Short = readonly [name: string, number: string, handover: string, change?: Partial<Row>]

const missing = { name: null, state: 'missing' } as const
const named = (name: string): Row['com'] => ({ name, state: 'named' })
const held = (on: string): Row['meeting'] => ({ state: 'held', on: day(on) })

const UPCOMING: readonly Short[] = [
  ['Reyes-Holt, Kai', 'A7781MR', '2027-01-18', { com: missing, tags: [tag('late', 'Release first, 4 Jan')] }],
  [
    'Whitlock, Terence',
    'A2093LV',
    '2026-11-23',
    { com: named('Hannah Priestley'), meeting: held('2026-11-20') },
  ],
  [
    'Nwosu, Daniel',
    'A8042JB',
    '2026-11-26',
    { com: missing, pom: 'B Lindqvist', region: 'North East', tags: [tag('fact', 'National rules')] },
  ],
  ['Stannard, Lee', 'A6610CE', '2026-11-27', { com: named('Leon Grady'), meeting: held('2026-11-19') }],
  ['Marlowe, Dean', 'A4417KD', '2026-11-30', { com: missing, tags: [tag('changed', 'Moved 75 days')] }],
  [
    'Ibbotson, Craig',
    'A3350RN',
    '2026-12-04',
    { com: named('Grace Ferriby'), pom: 'J Askey', rosh: 'Medium', tier: 'C' },
  ],
  ['Rashid, Imran', 'A9127FT', '2026-12-06', { pom: 'F Noor', tags: [tag('fact', 'By Fri 4 Dec')] }],
  [
    'Pryce, Gethin',
    'A5504HW',
    '2026-12-07',
    { com: named('Nia Beddoe'), pom: 'C Reid', tags: [tag('fact', 'National rules')] },
  ],
  ['Abara, Chidi', 'A6238DK', '2026-12-09', { tags: [tag('fact', 'Parole')] }],
  [
    'Farrow, Nathan',
    'A7419SC',
    '2026-12-11',
    { com: named('Leon Grady'), pom: 'P Nair', rosh: 'Low', tier: 'D' },
  ],
  [
    'Lacey, Owen',
    'A1976XP',
    '2026-12-11',
    {
      com: named('Tomasz Wren'),
      pom: 'J Askey',
      region: 'East Midlands',
      tags: [tag('fact', '5-month rules')],
    },
  ],
  ['Gill, Harpreet', 'A2865VY', '2026-12-14', { com: named('Hannah Priestley'), pom: 'F Noor' }],
  [
    'Underhay, Paul',
    'A4693ZL',
    '2026-12-18',
    {
      com: named('Ellen Storey'),
      pom: 'S Oyelaran',
      rosh: 'Very high',
      tier: 'A',
      tags: [tag('fact', 'Not in national list')],
    },
  ],
  [
    'Kowalczyk, Piotr',
    'A3108GM',
    '2026-12-19',
    { com: named('Tomasz Wren'), tags: [tag('fact', 'By Fri 18 Dec')] },
  ],
  [
    'Bexley, Aaron',
    'A9570NH',
    '2026-12-25',
    { com: missing, pom: 'C Reid', tags: [tag('fact', 'By 24 Dec')] },
  ],
  [
    'Sewell, Jordan',
    'A5827QT',
    '2026-12-28',
    { com: named('Leon Grady'), pom: 'P Nair', tags: [tag('fact', 'By 24 Dec')] },
  ],
]

const PAST_TARIFF: readonly Short[] = [
  [
    'Blackett, Ian',
    'A1160JS',
    '2026-03-22',
    { tags: [tag('late', 'Moved back to prison')], note: 'Tariff passed yesterday; hearing 5 August 2027.' },
  ],
  [
    'Vasey, Robert',
    'A0358WK',
    '2023-06-12',
    {
      rosh: 'Very high',
      tags: [tag('late', 'OASys overdue')],
      note: 'Tariff passed 12 February 2024. No next hearing.',
    },
  ],
  [
    'Yates, Norman',
    'A0466TD',
    '2018-07-17',
    { com: { name: null, state: 'overdue' }, tags: [tag('late', 'COM overdue')] },
  ],
]

function row([name, prisonNumber, handover, change]: Short, at: number): Row {
  const on = day(handover)
  const days = daysBetween(TODAY, on)
  return {
    personId: `p-${prisonNumber}`,
    name,
    prisonNumber,
    responsibility: 'pom',
    reason: 'determinate',
    handoverStart: on,
    handover: on,
    days,
    windowFrom: addDays(on, -56),
    windowTo: on,
    meeting: { state: days < 0 ? 'missed' : 'to_book', on: null },
    com: named('Sunita Bhatt'),
    pom: 'A Thornber',
    tier: at % 3 === 0 ? 'B' : 'C',
    rosh: at % 3 === 0 ? 'High' : 'Medium',
    region: 'Yorkshire and the Humber',
    ruleSet: 'enhanced-7-5',
    earliestRelease: { type: 'CRD', date: addDays(on, 228) },
    tags: [],
    note: '',
    ...change,
  }
}

const WORDS: Partial<Record<HandoverTab, { about: string; sortedBy: string; rows: readonly Short[] }>> = {
  upcoming: {
    about: 'Handover in the next 8 weeks, or due today.',
    sortedBy: 'flags, then handover date',
    rows: UPCOMING,
  },
  past_tariff: {
    about:
      'Each has a tariff that has passed and has not been released. The national lists take a past date for a release, so the case drops out of sight there. Here it stays until release is recorded.',
    sortedBy: 'what has just changed, then tariff',
    rows: PAST_TARIFF,
  },
}

export function madeUpHandovers(tab: HandoverTab, scope: Scope): Pick<List, 'about' | 'sortedBy' | 'rows'> {
  const words = WORDS[tab] ?? { about: 'Nobody is on this list.', sortedBy: 'handover date', rows: [] }
  const rows = words.rows.map(row).filter((each) => scope === 'unit' || each.pom === 'A Thornber')
  return { about: words.about, sortedBy: words.sortedBy, rows }
}

/** As many upcoming rows as asked: for paging. */
export const manyHandovers = (count: number): Row[] =>
  Array.from({ length: count }, (_, at) => {
    const short = UPCOMING[at % UPCOMING.length] ?? UPCOMING[0]
    if (!short) throw new Error('No rows')
    return { ...row(short, at), personId: `many-${at}`, prisonNumber: `A${1000 + at}MN` }
  })
