import type { OutputOf } from '../../../domain/contract/index.ts'
import type { FakeAnswers } from './fake-desk.ts'
import { madeUpAnswers, PEOPLE } from './made-up.ts'
import { flaggedCase, madeUpCase, unplannedCase } from './made-up-case.ts'
import { madeUpComparison, madeUpMovers } from './made-up-comparison.ts'
import { madeUpChanges } from './made-up-changes.ts'
import { madeUpDecisions } from './made-up-decisions.ts'
import { busyDiary, madeUpDiary, madeUpMonth } from './made-up-diary.ts'
import { MADE_UP_HISTORY, madeUpInspected, madeUpPreview, madeUpReport } from './made-up-import.ts'
import { madeUpDifferences, madeUpQuality } from './made-up-quality.ts'
import { madeUpParole, madeUpParoleList } from './made-up-parole.ts'
import { madeUpEffect, madeUpRules } from './made-up-rules.ts'
import { exportedPack, madeUpPack } from './made-up-pack.ts'
import { day } from './words.ts'

const unlocked = (userId: string, at: number) => (userId === 'u-rona' ? null : `2026-11-2${at}T08:1${at}:00Z`)

/** Those who may unlock, and one who no longer may. */
export const MADE_UP_USERS: OutputOf<'users.list'> = [
  ...PEOPLE.map(({ userId, name, role }, at) => ({
    userId,
    name,
    role,
    disabled: false,
    lastUnlockedAt: unlocked(userId, at),
  })),
  {
    userId: 'u-omar',
    name: 'Omar Bexley',
    role: 'pom',
    disabled: true,
    lastUnlockedAt: '2026-08-14T16:40:00Z',
  },
]

const BUSY = busyDiary()

/** What early allocation would do to Marlowe, Dean. */
const EARLY_ALLOCATION: OutputOf<'case.whatIf'> = {
  headline: 'Handover would be 15 April 2026: COM responsible now',
  planned: true,
  handover: day('2026-04-15'),
  responsibility: 'com',
  days: -229,
  lines: [
    '15 July 2027 (CRD) − 15 months. 7 months 8 days ago.',
    '229 days earlier than in today’s plan, 30 November 2026.',
  ],
  meetings: [{ says: 'Handover meeting: by 15 April 2026, not 30 November 2026, late at once.', late: true }],
  flagsAppear: [
    { title: 'Due on allocation', says: 'Counted back, handover falls before the sentence began.' },
  ],
  flagsGo: ['Risk level not known'],
}

/** Answers to everything the case, calendar, pack, import and users pages ask. */
export function pageAnswers(
  who: (typeof PEOPLE)[number]['userId'] = 'u-amy',
  more: FakeAnswers = {},
): FakeAnswers {
  return {
    ...madeUpAnswers(who),
    'case.show': ({ personId }) =>
      personId === 'p-9' ? unplannedCase() : personId === 'p-1' ? flaggedCase() : madeUpCase(personId),
    'case.recordTask': () => ({}),
    'calendar.show': ({ from, to, scope, filters }) =>
      madeUpDiary(from as never, to as never, scope === 'unit' ? BUSY : undefined, filters),
    'calendar.month': ({ from, scope, filters }) =>
      madeUpMonth(from as never, scope === 'unit' ? BUSY : undefined, filters),
    'calendar.saveFilters': () => ({}),
    'calendar.print': ({ view }) => ({ saved: true, file: `CALENDAR_${view}_2026-11-23.pdf` }),
    'calendar.export': () => ({ saved: true, events: 17, file: 'handovers-2026-11-23-to-2027-05-24.ics' }),
    'compare.show': (input) => madeUpComparison(input),
    'compare.people': (input) => madeUpMovers(input),
    'compare.export': ({ format }) => ({ saved: true, rows: 346, file: `compare.${format}` }),
    'case.whatIf': () => EARLY_ALLOCATION,
    'pack.show': ({ personId }) => madeUpPack(personId),
    'pack.export': ({ formats }) => exportedPack(formats),
    'decisions.show': () => madeUpDecisions(),
    'responsibility.override': () => ({}),
    'responsibility.end': () => ({}),
    'assessment.save': () => ({ outcome: 'eligible', insideWindow: true }),
    'assessment.recordDecision': () => ({}),
    'assessment.export': () => ({ saved: true, file: 'EARLY-ALLOCATION_A4417KD_2026-11-23.pdf' }),
    'rules.show': () => madeUpRules(),
    'rules.previewAdoption': () => ({ ...madeUpEffect(), kept: 4 }),
    'rules.adopt': () => ({}),
    'rules.previewItem': () => madeUpEffect(),
    'rules.overrideItem': () => ({}),
    'parole.list': () => madeUpParoleList(),
    'parole.show': () => madeUpParole(),
    'parole.saveReview': () => ({}),
    'parole.saveStep': () => ({}),
    'parole.takeBack': () => ({}),
    'parole.setOffsets': () => ({}),
    'changes.list': ({ kind }) => madeUpChanges(kind),
    'quality.list': ({ code }) => madeUpQuality(code),
    'differences.list': () => madeUpDifferences(),
    'differences.mark': () => ({}),
    'import.choose': () => ({
      files: [{ token: 'f-1', name: 'nomis_caseload_20261122.csv', bytes: 91_204 }],
    }),
    'import.newFiles': () => ({ folder: null, problem: null, files: [] }),
    'import.inspect': () => madeUpInspected(),
    'import.preview': () => madeUpPreview(),
    'import.confirm': () => madeUpReport(),
    'import.discard': () => ({}),
    'import.history': () => MADE_UP_HISTORY,
    'users.list': () => MADE_UP_USERS,
    'users.add': () => ({ userId: 'u-new' }),
    'users.disable': () => ({}),
    'users.changePassphrase': () => ({}),
    ...more,
  }
}
