import { seqAtEndOf } from '../../../../db/repositories/change-log.ts'
import { listAdoptions } from '../../../../db/repositories/adoptions.ts'
import { decisionsAt } from '../../../../db/repositories/decisions.ts'
import { listLocalItems } from '../../../../db/repositories/local-items.ts'
import { findPerson, peopleAsKnownOn, personHistory } from '../../../../db/repositories/people.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import { type PersonRecord } from '../../../../domain/model/person-record.ts'
import { RULE_SETS } from '../../../../domain/rule-sets/rule-sets.ts'
import { describeResponsibility } from '../../../../domain/text/reasons.ts'
import type { Desk, Session } from '../../context.ts'
import { factsShown } from '../caseload/case-facts.ts'
import { responsibilitySentence } from '../caseload/responsibility-sentence.ts'
import { nameOf } from '../caseload/unit-view.ts'
import { refuseField } from '../decisions/case-of.ts'
import type { KnownThen } from '../planning/planned-case.ts'

type CaseAsKnown = OutputOf<'facts.asKnown'>
type UnitAsKnown = OutputOf<'facts.unitAsKnown'>

const PAGE = 50

function refuseDay(on: CivilDate, today: CivilDate): void {
  if (!isCivilDate(on)) refuseField('on', 'This must be a real date, like 27 3 2026')
  if (on > today) refuseField('on', 'The day must be today or in the past')
}

/** What else was recorded by a place in the log, for planning as it was known then. */
function knownAt({ store }: Session, seq: number): Omit<KnownThen, 'decisions'> {
  return { adoptions: listAdoptions(store.read, seq), local: listLocalItems(store.read, seq) }
}

/** One person as known at the end of a day in London, with the plan that gave on that day. Reads only. */
export function caseAsKnown(
  desk: Pick<Desk, 'clock' | 'planning'>,
  session: Session,
  { personId, on }: { personId: string; on: CivilDate },
): CaseAsKnown {
  refuseDay(on, desk.clock.today())
  const { read } = session.store
  const now = findPerson(read, personId)
  if (now === null) throw new DeskError('not_found', 'This person is not in the store.')
  const seq = seqAtEndOf(read, on)
  const history = personHistory(read, personId).filter((change) => change.seq <= seq)
  const last = history.at(-1)
  if (last === undefined)
    return {
      on,
      known: false,
      responsibilitySentence: '',
      handover: null,
      earliestRelease: null,
      rules: '',
      facts: [],
    }
  const record = Object.assign({}, ...history.map(({ delta }) => delta)) as PersonRecord
  const known = knownAt(session, seq)
  // Before anybody had said which rules apply there was no plan.
  const planned =
    known.adoptions.length === 0
      ? null
      : desk.planning.planAsKnown(
          session.store,
          { id: personId, record, version: last.seq },
          { ...known, decisions: decisionsAt(read, personId, seq) },
          on,
        )
  return {
    on,
    known: true,
    responsibilitySentence:
      planned === null ? 'No rules had been adopted yet.' : responsibilitySentence(planned, on),
    handover: planned?.plan?.handover_date ?? null,
    earliestRelease: planned?.plan?.earliest_release ?? null,
    rules: planned === null ? '' : RULE_SETS[planned.rules].name,
    facts: factsShown(record, history, []).map(({ group, field, label, value, source, asAt }) => ({
      group,
      field,
      label,
      value,
      source,
      asAt,
      differs:
        (now.record[field as keyof PersonRecord] ?? null) !== (record[field as keyof PersonRecord] ?? null),
    })),
  }
}

/** Everybody known at the end of a day, by name, with the plan of that day beside today's. Reads only. */
export function unitAsKnown(
  desk: Pick<Desk, 'clock' | 'planning'>,
  session: Session,
  { on, page }: { on: CivilDate; page: number },
): UnitAsKnown {
  const today = desk.clock.today()
  refuseDay(on, today)
  const { store } = session
  const seq = seqAtEndOf(store.read, on)
  const people = peopleAsKnownOn(store.read, on)
    .map((person) => ({ person, name: nameOf(person.record) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const pages = Math.max(1, Math.ceil(people.length / PAGE))
  const at = Math.min(page, pages)
  const known = knownAt(session, seq)
  const now = new Map(desk.planning.caseload(store, today).map((planned) => [planned.person.id, planned]))
  const rows = people.slice((at - 1) * PAGE, at * PAGE).map(({ person, name }) => {
    const planned =
      known.adoptions.length === 0
        ? null
        : desk.planning.planAsKnown(
            store,
            person,
            { ...known, decisions: decisionsAt(store.read, person.id, seq) },
            on,
          )
    const handover = planned?.plan?.handover_date ?? null
    const handoverNow = now.get(person.id)?.plan?.handover_date ?? null
    const responsibility = planned?.responsibility ?? null
    return {
      personId: person.id,
      name,
      prisonNumber: person.record.prison_number ?? '',
      responsibility: responsibility === null ? '' : describeResponsibility(responsibility),
      handover,
      handoverNow,
      differs: handover !== handoverNow,
      pom: person.record.pom_name ?? null,
      com: person.record.com_name ?? null,
    }
  })
  return { on, total: people.length, page: at, pages, rows }
}
