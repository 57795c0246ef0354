import { packsOf, nextPackVersion } from '../../../../db/repositories/packs.ts'
import { findPerson, personHistory } from '../../../../db/repositories/people.ts'
import { tasksOf as taskRecordsOf } from '../../../../db/repositories/tasks.ts'
import type { PackRecord, PersonChange } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import { composePack } from '../../../../domain/pack/compose-pack.ts'
import type { Pack } from '../../../../domain/pack/pack.ts'
import type { PackInput, PackTask, PackWorking } from '../../../../domain/pack/pack-input.ts'
import { MANDATED_MEETINGS } from '../../../../domain/planning/mandated-meetings.ts'
import { showWorking } from '../../../../domain/planning/show-working.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { describeFlag } from '../../../../domain/text/flags.ts'
import type { Session } from '../../context.ts'
import { nationalOf } from '../caseload/case-rules.ts'
import { responsibilitySentence } from '../caseload/responsibility-sentence.ts'
import { latestRecords, tasksOf, type CaseTask } from '../caseload/tasks.ts'
import { unitOf } from '../caseload/unit-view.ts'
import type { PlannedCase, Planning } from '../planning/planned-case.ts'

export interface BuiltPack {
  pack: Pack
  /** Packs exported before, newest first. */
  exported: PackRecord[]
}

/**
 * The pack of one person as it would be built today, as the next version. `packId` null while it is only being shown.
 * Throws `not_found` where nobody has that id.
 */
export function buildPack(
  planning: Planning,
  { store, user }: Session,
  personId: string,
  today: CivilDate,
  packId: string | null,
): BuiltPack {
  const person = findPerson(store.read, personId)
  if (person === null) throw new DeskError('not_found', 'This person is not in the store.')
  const planned = planning.planRecord(store, person, today)
  const history = personHistory(store.read, personId)
  const records = latestRecords(taskRecordsOf(store.read, personId)).get(personId)
  const input: PackInput = {
    packId,
    version: nextPackVersion(store.read, personId),
    today,
    establishment: store.establishment,
    author: user.name,
    record: person.record,
    history,
    ...planParts(planned, history, planning, { store, user }, today),
    tasks: tasksOf(planned, records, today)
      .filter(({ state }) => state !== 'not_needed')
      .map((task) => packTask(task)),
  }
  return { pack: composePack(input), exported: packsOf(store.read, personId) }
}

type PlanParts = Pick<
  PackInput,
  'plan' | 'cannotPlan' | 'responsible' | 'nationalDifference' | 'rules' | 'flags' | 'working'
>

function planParts(
  planned: PlannedCase,
  history: readonly PersonChange[],
  planning: Planning,
  { store }: Session,
  today: CivilDate,
): PlanParts {
  const { plan, missing, facts, adoption } = planned
  const passedOn = unitOf(planning, store, today).byId.get(planned.person.id)?.passedOn ?? null
  const national = nationalOf(planned, history, (record) => planning.factsOf(store, record), today)
  return {
    plan,
    cannotPlan: missing?.message ?? null,
    responsible: plan === null ? null : responsibilitySentence(planned, today, passedOn),
    nationalDifference: national?.difference ?? null,
    rules: `${RULE_SETS[planned.rules].name}, ${whose(adoption)}`,
    flags:
      plan === null
        ? []
        : plan.flags.map((flag) => {
            const { says, todo } = describeFlag(flag, facts, plan, planned.rulesAtEighteen)
            return { code: flag, says: `${says} ${todo}`.trim() }
          }),
    working: plan === null ? null : handoverWorking(planned, today),
  }
}

const whose = ({ region, from }: Adoption): string =>
  `in force for ${region ?? 'this establishment'} since ${formatDate(from)}`

function handoverWorking({ plan, facts, rules }: PlannedCase, today: CivilDate): PackWorking | null {
  if (plan === null) return null
  const card = showWorking(facts, plan, rules, today).find(({ key }) => key === 'handover')
  return card === undefined
    ? null
    : { sum: card.sum, checks: card.checks, rule: card.rule, source: card.source }
}

function packTask(task: CaseTask): PackTask {
  const meeting =
    task.entry === null ? null : MANDATED_MEETINGS[task.entry.id as keyof typeof MANDATED_MEETINGS]
  return {
    task: task.task,
    title: task.title,
    owner: meeting?.owner ?? 'POM',
    due: task.due,
    state: stateOf(task),
    doneOn: task.doneOn,
    notDone: task.notDone === null ? null : { why: task.notDone.words, on: task.notDone.on },
    reference: task.reference,
    note: task.note,
    by: task.by,
    source: task.entry === null ? 'National handover checklist' : basisText(task.entry.basis),
  }
}

/** `Founding letter 2021, national handover service 2026`: what a reader needs of where the duty comes from. */
function basisText(basis: readonly string[]): string {
  const words = basis.join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function stateOf({ state, dueOnArrival, entry }: CaseTask): PackTask['state'] {
  if (state === 'completed') return 'done'
  if (state === 'not_done') return 'not_done'
  if (state === 'overdue') return 'overdue'
  if (dueOnArrival) return 'on_arrival'
  return entry?.provisional === true ? 'planning_date' : 'to_do'
}
