import type { OutputOf } from '../../../domain/contract/index.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { MILESTONES, MILESTONE_WORDS } from '../../../domain/parole/parole-review.ts'

type Shown = OutputOf<'parole.show'>

const day = (text: string) => text as CivilDate

const REVIEW: Shown['reviews'][number] = {
  id: 'r-1',
  reviewType: 'On tariff',
  hearing: day('2027-03-08'),
  status: 'Open',
  isOpen: true,
  outcome: null,
  outcomeWords: 'No outcome yet',
  outcomeOn: null,
  writer: 'Amy Thornber',
  countersigner: 'Ruth Adeyemi',
  note: '',
  steps: MILESTONES.map((milestone, at) => ({
    milestone,
    title: MILESTONE_WORDS[milestone],
    due: at < 3 ? day('2026-12-14') : null,
    own: at === 1,
    doneOn: at === 0 ? day('2026-11-02') : null,
    state: at === 0 ? 'Done 2 November 2026' : at < 3 ? 'Due 14 December 2026, in 3 weeks' : 'No day given',
    tone: at === 0 ? 'done' : at < 3 ? 'planned' : 'unknown',
  })),
  by: 'Amy Thornber',
  at: '2026-11-02T10:00:00.000Z',
}

const past = (hearing: string, id: string | null): Shown['reviews'][number] => ({
  ...REVIEW,
  id,
  hearing: day(hearing),
  status: 'Not Active',
  isOpen: false,
  outcome: null,
  outcomeWords: 'No outcome recorded',
  steps: [],
  at: id === null ? null : REVIEW.at,
})

/** An open review, one nobody recorded the outcome of, and two that are over. */
export const madeUpParole = (change: Partial<Shown> = {}): Shown => ({
  next: { type: 'THD', date: day('2027-03-08') },
  reviews: [REVIEW, past('2025-02-03', null), past('2023-02-06', 'r-01'), past('2021-02-01', 'r-02')],
  offsets: [],
  offsetsProof: null,
  ...change,
})

export function madeUpParoleList(): OutputOf<'parole.list'> {
  const row = (n: number, name: string, what: string) => ({
    personId: `p-${n}`,
    name,
    prisonNumber: `A100${n}QQ`,
    pom: 'Amy Thornber',
    what,
    date: day('2027-03-08'),
    who: 'Amy Thornber writes, countersigner not named',
    tags: [{ text: 'in 3 months', tone: 'fact' as const }],
  })
  return {
    today: day('2026-11-23'),
    approaching: [row(1, 'Vasey, Robert', 'Target hearing date (THD)')],
    reports: [row(2, 'Blackett, Ian', 'Custody report')],
    outcomes: [],
  }
}
