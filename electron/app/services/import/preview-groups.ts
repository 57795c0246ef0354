import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import { PERSON_FIELDS, type PersonField } from '../../../../domain/model/person-record.ts'
import { formatShortDate } from '../../../../domain/text/dates.ts'
import { describeReason } from '../../../../domain/text/reasons.ts'
import { CLOSE_DAYS, countDays, WINDOW_DAYS } from '../../../../domain/text/status-tags.ts'
import { originOf, type FoundTogether, type Origin } from './compare-together.ts'
import { KEY_DATES, type Effect } from './plan-effects.ts'
import { nameOf, shown } from './shown-values.ts'

export type Group = OutputOf<'import.preview'>['groups'][number]
type Row = Group['rows'][number]
type EffectTogether = Effect<FoundTogether>

export const MOST_ROWS = 200
const COM_FIELDS = new Set<PersonField>(['com_name', 'com_email'])

interface Ranked {
  worry: number
  row: Row
}

/** What lists would do, kind by kind, in the order of worry: worst effect first in each. Kinds of which there is none are left out. */
export function groupsOf(
  effects: readonly EffectTogether[],
  left: readonly Row[],
  today: CivilDate,
): Group[] {
  const dates: Ranked[] = []
  const fresh: Ranked[] = []
  const com: Ranked[] = []
  const other: Ranked[] = []
  for (const effect of effects) {
    if (effect.found.before === null) fresh.push(newRow(effect, today))
    else {
      for (const field of Object.keys(effect.found.delta) as PersonField[]) {
        const group = KEY_DATES.has(field) ? dates : COM_FIELDS.has(field) ? com : other
        group.push(changedRow(effect, field, today))
      }
    }
  }
  return [
    groupOf('dates_moved', 'Dates moved', dates),
    groupOf('new', 'New', fresh),
    groupOf('com_changed', 'COM changed', com),
    { key: 'left' as const, title: 'Left the list', count: left.length, rows: left.slice(0, MOST_ROWS) },
    groupOf('other', 'Other changes', other),
  ].filter(({ count }) => count > 0)
}

function groupOf(key: Group['key'], title: string, rows: Ranked[]): Group {
  rows.sort((a, b) => b.worry - a.worry || a.row.file - b.row.file || (a.row.row ?? 0) - (b.row.row ?? 0))
  return { key, title, count: rows.length, rows: rows.slice(0, MOST_ROWS).map(({ row }) => row) }
}

function rowOf(
  { record }: FoundTogether,
  { list, row }: Origin,
): Pick<Row, 'row' | 'file' | 'name' | 'prisonNumber'> {
  return { row, file: list, name: nameOf(record), prisonNumber: record.prison_number ?? '' }
}

function newRow(effect: EffectTogether, today: CivilDate): Ranked {
  const { found } = effect
  const { tag, worry } = found.alike.length > 0 ? alikeTag(found.alike) : tagOf(effect, today)
  return {
    worry,
    row: {
      ...rowOf(found, found.origin),
      field: 'New',
      was: null,
      now: null,
      effect: planInWords(effect.after),
      tag,
    },
  }
}

/** A number may have been mistyped, or somebody may be back under another. */
const alikeTag = (numbers: readonly string[]): { tag: Tag; worry: number } => ({
  tag: { text: `Same surname and birth date as ${numbers.slice(0, 3).join(', ')}`, tone: 'late' },
  worry: 990,
})

function changedRow(effect: EffectTogether, field: PersonField, today: CivilDate): Ranked {
  const { found, before, after } = effect
  const moves =
    KEY_DATES.has(field) || before?.handover_date !== after?.handover_date || before?.reason !== after?.reason
  const { tag, worry } = moves ? tagOf(effect, today) : { tag: null, worry: 0 }
  return {
    worry,
    row: {
      ...rowOf(found, originOf(found, field)),
      field: PERSON_FIELDS[field].label,
      was: shown(found.before?.record[field]),
      now: shown(found.delta[field]),
      effect: moves ? moveInWords(before, after) : '',
      tag,
    },
  }
}

function planInWords(plan: Plan | null): string {
  if (plan === null) return 'Cannot be planned until a missing fact is recorded'
  return plan.handover_date === null
    ? describeReason(plan.reason)
    : `Handover ${formatShortDate(plan.handover_date)}`
}

function moveInWords(before: Plan | null, after: Plan | null): string {
  if (before?.handover_date !== after?.handover_date) {
    const now =
      after?.handover_date === null || after === null
        ? planInWords(after)
        : formatShortDate(after.handover_date)
    const was =
      before?.handover_date === null || before === null ? 'none' : formatShortDate(before.handover_date)
    return `Handover ${was} → ${now}`
  }
  if (before?.reason !== after?.reason) return planInWords(after)
  return after?.handover_date === null || after === null
    ? 'No handover date, as before'
    : 'Handover stays as it was'
}

/** The worst thing this row brings, in words, and how much it should worry: higher comes first. */
function tagOf(
  { found, before, after, newlyPast, releaseFirst }: EffectTogether,
  today: CivilDate,
): { tag: Tag | null; worry: number } {
  if (releaseFirst) return { tag: { text: 'Release before handover', tone: 'late' }, worry: 1000 }
  if (after === null) return { tag: { text: 'Cannot be planned', tone: 'late' }, worry: 950 }
  const days = after.handover_date === null ? null : daysBetween(today, after.handover_date)
  if (newlyPast) return { tag: { text: `Newly past, ${countDays(-(days ?? 0))}`, tone: 'late' }, worry: 900 }
  if (before !== null && before.responsibility === 'com' && after.responsibility !== 'com') {
    return { tag: { text: 'Moved back to prison', tone: 'late' }, worry: 850 }
  }
  if (after.reason === 'determinate_short' && before?.reason !== 'determinate_short') {
    return {
      tag: {
        text: found.before === null ? 'Short sentence' : 'Newly short',
        tone: found.before === null ? 'fact' : 'close',
      },
      worry: 500,
    }
  }
  if (after.reason === 'recall_case' && before?.reason !== 'recall_case')
    return { tag: { text: 'Recall', tone: 'fact' }, worry: 450 }
  if (days !== null && days >= 0 && days <= CLOSE_DAYS)
    return { tag: { text: `Handover in ${countDays(days)}`, tone: 'close' }, worry: 800 - days }
  if (days !== null && days > 0 && days <= WINDOW_DAYS)
    return { tag: { text: `Handover within ${WINDOW_DAYS} days`, tone: 'close' }, worry: 700 - days }
  if (found.before === null && days !== null && days < 0)
    return { tag: { text: 'Past handover', tone: 'fact' }, worry: 300 }
  return { tag: null, worry: 0 }
}
