import type { Scope } from '../../../domain/contract/schemas.ts'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { madeUpChanges } from './made-up-changes.ts'
import { day, tag, TODAY } from './words.ts'

type Today = OutputOf<'today.show'>
type Item = Today['week'][number]

const item = (
  [personId, name, prisonNumber]: readonly [string, string, string],
  rest: Pick<Item, 'kind' | 'what' | 'why'> & Partial<Item>,
): Item => ({
  personId,
  name,
  prisonNumber,
  due: null,
  days: null,
  tags: [],
  pom: 'A Thornber',
  time: '',
  meeting: null,
  owes: null,
  ...rest,
})

const ref = ([personId, name, prisonNumber]: readonly [string, string, string]) => ({
  personId,
  name,
  prisonNumber,
})

const REYES = ['p-1', 'Reyes-Holt, Kai', 'A7781MR'] as const
const WHITLOCK = ['p-2', 'Whitlock, Terence', 'A2093LV'] as const
const MARLOWE = ['p-3', 'Marlowe, Dean', 'A4417KD'] as const
const TUNSTALL = ['p-4', 'Tunstall, Kyle', 'A8813TA'] as const
const YARDLEY = ['p-5', 'Yardley, Curtis', 'A2750EJ'] as const
const ABARA = ['p-6', 'Abara, Chidi', 'A6238DK'] as const
const STANNARD = ['p-7', 'Stannard, Lee', 'A6610CE'] as const
const PENHALE = ['p-8', 'Penhale, Jory', 'A5120NB'] as const

const first = (): Item[] => [
  item(REYES, {
    kind: 'release_before_handover',
    what: 'HDC eligibility, 4 January 2027, is before handover on 18 January.',
    why: 'Could leave with no COM. RoSH high. HDC may not apply: check.',
    due: day('2027-01-04'),
    days: 42,
    tags: [tag('late', 'Release before handover'), tag('fact', 'COM missing')],
  }),
  item(WHITLOCK, {
    kind: 'handover',
    what: 'Handover is today. The handover meeting is still to be recorded.',
    why: 'Responsibility passes today.',
    due: TODAY,
    days: 0,
    tags: [tag('close', 'Due today')],
  }),
  item(MARLOWE, {
    kind: 'meeting',
    what: 'Handover moved to Monday 30 November. No COM, no meeting recorded.',
    why: 'Moved 75 days earlier overnight. RoSH high. 5 working days left.',
    due: day('2026-11-30'),
    days: 7,
    meeting: { task: 'mt-handover', act: 'book' },
    owes: { who: 'Leeds', days: null, asked: null, answered: null },
    tags: [tag('changed', 'Date moved'), tag('late', 'COM missing')],
  }),
]

const overdue = (): Item[] => [
  item(TUNSTALL, {
    kind: 'com_overdue',
    what: 'Handover was Saturday 21 November and there is no COM.',
    why: 'RoSH high. Asked 16 November.',
    due: day('2026-11-21'),
    days: -2,
    tags: [tag('late', 'COM overdue 2 days'), tag('late', 'Meeting missed')],
  }),
  item(YARDLEY, {
    kind: 'com_overdue',
    what: 'Handover was Monday 16 November and there is no COM.',
    why: 'RoSH high.',
    due: day('2026-11-16'),
    days: -7,
    tags: [tag('late', 'COM overdue 7 days')],
    pom: 'C Reid',
  }),
]

const week = (): Item[] => [
  item(WHITLOCK, {
    kind: 'handover',
    what: 'Handover to Hannah Priestley',
    why: '',
    due: TODAY,
    days: 0,
    tags: [tag('close', 'Due today')],
  }),
  item(ABARA, {
    kind: 'meeting',
    what: 'Handover meeting with Sunita Bhatt',
    why: '',
    due: day('2026-11-26'),
    days: 3,
    tags: [tag('fact', 'To book')],
  }),
  item(PENHALE, {
    kind: 'task',
    what: 'Handover report',
    why: '',
    due: day('2026-11-26'),
    days: 3,
    tags: [tag('fact', 'Not yet started')],
  }),
  item(STANNARD, {
    kind: 'handover',
    what: 'Handover to Leon Grady',
    why: '',
    due: day('2026-11-27'),
    days: 4,
    tags: [tag('done', 'Held')],
  }),
]

const coming = (): Item[] => [
  item(MARLOWE, {
    kind: 'handover',
    what: 'Handover, no COM yet',
    why: '',
    due: day('2026-11-30'),
    days: 7,
    tags: [tag('late', 'COM missing')],
  }),
  item(['p-9', 'Ibbotson, Craig', 'A3350RN'], {
    kind: 'handover',
    what: 'Handover to Grace Ferriby',
    why: '',
    due: day('2026-12-04'),
    days: 11,
    tags: [tag('fact', 'To book')],
  }),
]

const counts = (): Today['counts'] => [
  { tab: 'com_overdue', label: 'COM overdue', count: 6, detail: 'longest 14 days' },
  { tab: 'upcoming', label: 'Upcoming', count: 31, detail: 'next 8 weeks' },
  { tab: 'in_progress', label: 'In progress', count: 104, detail: 'COM supports or leads' },
  { tab: 'tasks_overdue', label: 'Tasks overdue', count: 9, detail: 'across 5 POMs' },
  { tab: 'past_tariff', label: 'Past tariff', count: 11, detail: '3 with no hearing' },
  { tab: 'open_com_supports', label: 'Open, COM supports', count: 7, detail: '' },
  { tab: 'recalls', label: 'Recalls', count: 46, detail: '4 with no COM' },
  { tab: 'short_sentences', label: 'Short sentences', count: 19, detail: '' },
  { tab: 'immigration', label: 'Immigration', count: 3, detail: '' },
]

export function madeUpToday(scope: Scope): Today {
  return {
    today: TODAY,
    cases: scope === 'mine' ? 58 : 574,
    counts: counts(),
    first: first(),
    needing: scope === 'mine' ? 9 : 47,
    overdue: overdue(),
    overdueTotal: scope === 'mine' ? 2 : 15,
    overdueAbove: 1,
    calledOff: [
      {
        ...ref(ABARA),
        title: 'Handover meeting',
        words: 'Thu 26 Nov 2026, 2pm to 2:35pm, video',
        why: 'Transferred out, HMP Hull, on 22 November 2026',
        pom: 'A Thornber',
      },
    ],
    week: week(),
    coming: coming(),
    comingTotal: 2,
    moved: madeUpChanges(null).rows.slice(0, 2),
    movedTotal: 3,
    overnight: 2,
    since: day('2026-11-20'),
    waiting: [
      {
        ...ref(TUNSTALL),
        what: 'No COM',
        who: 'Leeds',
        days: 7,
        asked: day('2026-11-16'),
        answered: day('2026-11-18'),
        kind: 'chase',
      },
      {
        ...ref(ABARA),
        what: 'Check the address',
        who: 'Tomasz Wren (COM)',
        days: 3,
        asked: null,
        answered: null,
        kind: 'step',
      },
    ],
    waitingTotal: 2,
    escalations: [
      {
        days: 7,
        who: 'head of the LDU',
        total: 1,
        rows: [{ ...ref(YARDLEY), place: 'Leeds', short: 'No COM' }],
      },
    ],
    escalationsTotal: 1,
    owes: [{ name: 'Leeds', of: '', asks: 5, longest: 7 }],
    owesTotal: 1,
    notice: '1 meeting today at 2pm. 2 cases overdue',
    cannotPlan: [
      {
        personId: 'p-40',
        name: 'Quill, Samuel',
        prisonNumber: 'A1290QR',
        message: 'The sentence start date is missing.',
      },
    ],
  }
}

/** A day on which nothing needs doing. */
export function goodDay(): Today {
  return {
    ...madeUpToday('mine'),
    counts: counts().map(({ tab, label }) => ({ tab, label, count: 0, detail: '' })),
    first: [],
    needing: 0,
    overdue: [],
    overdueTotal: 0,
    overdueAbove: 0,
    calledOff: [],
    week: [],
    coming: [],
    comingTotal: 0,
    moved: [],
    movedTotal: 0,
    overnight: 0,
    waiting: [],
    waitingTotal: 0,
    escalations: [],
    escalationsTotal: 0,
    owes: [],
    owesTotal: 0,
    notice: '',
    cannotPlan: [],
  }
}
