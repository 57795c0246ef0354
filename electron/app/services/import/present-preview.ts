import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { Tag } from '../../../../domain/contract/schemas.ts'
import { daysBetween } from '../../../../domain/dates/arithmetic.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../../../domain/model/person-record.ts'
import { formatShortDate } from '../../../../domain/text/dates.ts'
import { describeReason } from '../../../../domain/text/reasons.ts'
import { CLOSE_DAYS, countDays, WINDOW_DAYS } from '../../../../domain/text/status-tags.ts'
import type { Asked } from './compare-extract.ts'
import { keyOf, type ImportOutcome } from './import-extracts.ts'
import { doubtfulColumns } from './remembered-columns.ts'
import { KEY_DATES, type Effect } from './plan-effects.ts'

type PreviewAnswer = OutputOf<'import.preview'>
type Report = OutputOf<'import.confirm'>
type Group = PreviewAnswer['groups'][number]
type Row = Group['rows'][number]

const MOST_ROWS = 200
const COM_FIELDS = new Set<PersonField>(['com_name', 'com_email'])

/** What an import would do, in the order of worry: worst effect first in each group. */
export function presentPreview(previewId: string, outcome: ImportOutcome, today: CivilDate): PreviewAnswer {
  const { extract, asAt } = outcome.request
  return {
    previewId,
    name: extract.name,
    asAt,
    rows: extract.rows,
    ...countsOf(outcome),
    releaseBeforeHandover: outcome.effects.filter(({ releaseFirst }) => releaseFirst).length,
    unmappedColumns: extract.unmappedColumns,
    doubtfulColumns: doubtfulColumns(extract),
    groups: groupsOf(outcome.effects, today),
    asked: outcome.comparison.asked.map(askedShown),
    refused: outcome.comparison.refused.slice(0, MOST_ROWS),
  }
}

function askedShown(one: Asked): PreviewAnswer['asked'][number] {
  const { row, personId, name, prisonNumber, field, by } = one
  return {
    key: keyOf(one),
    row,
    personId,
    name,
    prisonNumber,
    field: PERSON_FIELDS[field].label,
    ours: shown(one.ours) ?? 'Nothing',
    by,
    listed: shown(one.listed) ?? 'Nothing',
  }
}

export function presentReport(importId: string, outcome: ImportOutcome): Report {
  const { extract } = outcome.request
  return {
    importId,
    name: extract.name,
    rows: extract.rows,
    ...countsOf(outcome),
    refused: outcome.comparison.refused.slice(0, MOST_ROWS),
  }
}

function countsOf({ comparison, effects }: ImportOutcome) {
  const { created, updated, unchanged, absent, refused } = comparison
  const newlyPastHandover = effects.filter(({ newlyPast }) => newlyPast).length
  return { created, updated, unchanged, absent, newlyPastHandover, refusedTotal: refused.length }
}

interface Ranked {
  worry: number
  row: Row
}

function groupsOf(effects: readonly Effect[], today: CivilDate): Group[] {
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
    groupOf('other', 'Other changes', other),
  ].filter(({ count }) => count > 0)
}

function groupOf(key: Group['key'], title: string, rows: Ranked[]): Group {
  rows.sort((a, b) => b.worry - a.worry || a.row.row - b.row.row)
  return { key, title, count: rows.length, rows: rows.slice(0, MOST_ROWS).map(({ row }) => row) }
}

const nameOf = ({ last_name: last, first_name: first }: PersonRecord) =>
  [last, first].filter((part) => (part ?? '') !== '').join(', ')

function rowOf({ found }: Effect): Pick<Row, 'row' | 'name' | 'prisonNumber'> {
  return { row: found.row, name: nameOf(found.record), prisonNumber: found.record.prison_number ?? '' }
}

function newRow(effect: Effect, today: CivilDate): Ranked {
  const { tag, worry } = tagOf(effect, today)
  return {
    worry,
    row: { ...rowOf(effect), field: 'New', was: null, now: null, effect: planInWords(effect.after), tag },
  }
}

function changedRow(effect: Effect, field: PersonField, today: CivilDate): Ranked {
  const { found, before, after } = effect
  const moves =
    KEY_DATES.has(field) || before?.handover_date !== after?.handover_date || before?.reason !== after?.reason
  const { tag, worry } = moves ? tagOf(effect, today) : { tag: null, worry: 0 }
  return {
    worry,
    row: {
      ...rowOf(effect),
      field: PERSON_FIELDS[field].label,
      was: shown(found.before?.record[field]),
      now: shown(found.delta[field]),
      effect: moves ? moveInWords(before, after) : '',
      tag,
    },
  }
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return isCivilDate(value) ? formatShortDate(value) : String(value)
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
  { found, before, after, newlyPast, releaseFirst }: Effect,
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
