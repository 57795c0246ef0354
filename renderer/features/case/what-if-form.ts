import type { InputOf } from '../../../domain/contract/index.ts'
import { RULE_SET_IDS } from '../../../domain/model/rule-set-id.ts'
import { isBlankDate, NO_DATE, readTypedDate, type TypedDate } from '../../components/form/typed-date.ts'

export type Change = InputOf<'case.whatIf'>['change']
export type ChangeKind = Change['kind']
export type Which = Extract<Change, { kind: 'release' }>['which']

/** What has been chosen and typed so far. */
export interface WhatIfForm {
  kind: ChangeKind
  date: TypedDate
  which: Which
  ruleSet: string
}

export const EMPTY_FORM: WhatIfForm = {
  kind: 'early_allocation',
  date: NO_DATE,
  which: 'CRD',
  ruleSet: RULE_SET_IDS[0],
}

export const RELEASE_CHOICES: readonly (readonly [Which, string])[] = [
  ['CRD', 'Conditional release date (CRD)'],
  ['ARD', 'Automatic release date (ARD)'],
  ['TED', 'Tariff expiry date (TED)'],
  ['HDCAD', 'HDC actual date (HDCAD)'],
  ['confirmed', 'Confirmed release date'],
]

/** How each date is asked for; kinds that take none are not here. `name` begins an error message. */
export const DATE_WORDS: Partial<Record<ChangeKind, { label: string; name: string }>> = {
  parole_date: { label: 'Parole eligibility date', name: 'the parole eligibility date' },
  hearing_date: { label: 'Target hearing date', name: 'the target hearing date' },
  recalled: { label: 'Post-recall release date (optional)', name: 'the post-recall release date' },
  release: { label: 'Would be released on', name: 'the day of release' },
}

export type Mistake = { message: string; part: keyof TypedDate }

/** The change that was described, or what is wrong with its day. Only a recall may leave the day out. */
export function readWhatIf(form: WhatIfForm): { change: Change } | { mistake: Mistake } {
  const { kind } = form
  if (kind === 'early_allocation') return { change: { kind } }
  if (kind === 'rules') {
    const ruleSet = RULE_SET_IDS.find((id) => id === form.ruleSet) ?? RULE_SET_IDS[0]
    return { change: { kind, ruleSet } }
  }
  if (kind === 'recalled' && isBlankDate(form.date)) return { change: { kind, postRecallRelease: null } }
  const read = readTypedDate(form.date, DATE_WORDS[kind]?.name ?? 'the date')
  if ('error' in read) return { mistake: { message: read.error, part: read.part } }
  if (kind === 'recalled') return { change: { kind, postRecallRelease: read.date } }
  return { change: kind === 'release' ? { kind, which: form.which, to: read.date } : { kind, to: read.date } }
}
