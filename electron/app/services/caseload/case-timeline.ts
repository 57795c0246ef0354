import { TYPED_HERE } from '../../../../db/repositories/change-log.ts'
import type { FormerPlanRecord } from '../../../../db/repositories/plan-memory.ts'
import type { DecisionRecord, PackRecord, PersonChange, TaskRecord } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { PERSON_FIELDS, type PersonField, type PersonRecord } from '../../../../domain/model/person-record.ts'
import { factText } from '../../../../domain/pack/fact-text.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { causeInWords, changeSentence } from '../../../../domain/text/plan-changes.ts'
import { decisionInWords, withFormer } from './decision-words.ts'
import { taskRecordInWords, taskTitle } from './tasks.ts'

type Entry = OutputOf<'case.show'>['timeline'][number]

const shown = (field: PersonField, value: PersonRecord[PersonField]) =>
  value === undefined || value === null ? 'not recorded' : factText(field, value)

/** `CRD: 29 September 2027 became 15 July 2027` */
export const changedInWords = (field: PersonField, before: PersonRecord, after: PersonRecord): string =>
  `${PERSON_FIELDS[field].label}: ${shown(field, before[field])} became ${shown(field, after[field])}`

function changeEntry(change: PersonChange, before: PersonRecord | null): Entry {
  const source = systemOf(change.source)
  const speaksOf = change.asAt === null ? '' : `, as at ${formatDate(change.asAt)}`
  const fields = (Object.keys(change.delta) as PersonField[]).filter((field) =>
    Object.hasOwn(PERSON_FIELDS, field),
  )
  if (before === null) {
    const count = fields.length === 1 ? '1 fact' : `${fields.length} facts`
    return entry(change, 'facts', `First recorded, from ${source}`, [`${count}${speaksOf}`])
  }
  const moved = fields.filter((field) => (before[field] ?? null) !== (change.delta[field] ?? null))
  const details = moved.map((field) => changedInWords(field, before, change.delta))
  const why = change.reason === null ? [] : [`Why: ${change.reason}`]
  const title = change.source === TYPED_HERE ? 'Changed here' : `Changed, from ${source}${speaksOf}`
  return entry(change, 'facts', title, [...details, ...why])
}

function entry(
  of: { id: string; at: string; byName: string },
  kind: Entry['kind'],
  title: string,
  details: string[],
): Entry {
  return { id: of.id, at: of.at, by: of.byName, kind, title, details }
}

function taskEntry(record: TaskRecord): Entry {
  const [what, ...details] = taskRecordInWords(record)
  return entry(record, 'checklist', `${taskTitle(record.task)}: ${what}`, details)
}

/** A plan that changed: what, why, and when where nobody looked for a while. */
function planEntry(record: FormerPlanRecord): Entry {
  const { at, happenedOn, causes } = record
  const late = happenedOn < at.slice(0, 10) ? [`It happened on ${formatDate(happenedOn)}.`] : []
  return entry(record, 'dates', changeSentence(record), [...causes.map(causeInWords), ...late])
}

/** Decisions that are not about responsibility or a plan stand among what they are about. */
const DECISION_KINDS: Partial<Record<DecisionRecord['kind'], Entry['kind']>> = {
  allocation: 'allocation',
  movement: 'movement',
  ready_to_go: 'pre_release',
  sentence: 'facts',
  recall: 'facts',
  kept_ours: 'facts',
  contact: 'contact',
  case_note: 'contact',
  next_step: 'contact',
  chase: 'contact',
  told: 'contact',
}

function decisionEntry({ record, former }: ReturnType<typeof withFormer>[number]): Entry {
  const { title, details } = decisionInWords(record, former)
  return entry(record, DECISION_KINDS[record.kind] ?? 'decision', title, details)
}

/** What was learned, decided and done about one person, newest first. */
export function timelineOf(
  history: readonly PersonChange[],
  decisions: readonly DecisionRecord[],
  formerPlans: readonly FormerPlanRecord[],
  tasks: readonly TaskRecord[],
  packs: readonly PackRecord[],
): Entry[] {
  const entries: Entry[] = []
  let known: PersonRecord | null = null
  for (const change of history) {
    entries.push(changeEntry(change, known))
    known = known === null ? change.delta : Object.assign({}, known, change.delta)
  }
  entries.push(
    ...tasks.map(taskEntry),
    ...withFormer(decisions).map(decisionEntry),
    ...formerPlans.map(planEntry),
  )
  for (const pack of packs.toReversed()) {
    const status = pack.status === 'draft' ? 'a draft' : 'ready'
    entries.push(entry(pack, 'pack', `Handover pack version ${pack.version} made, ${status}`, []))
  }
  // Each kind is in the order it happened, and the sort keeps that order within one moment.
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).toReversed()
}
