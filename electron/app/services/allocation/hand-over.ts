import { needsReason } from '../../../../domain/allocation/allocation.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import { staffNameOf } from '../../../../domain/model/staff-name.ts'
import type { StaffRecord } from '../../../../db/repositories/staff.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { unitOf, type UnitCase } from '../caseload/unit-view.ts'
import { reasonFor, refuseUnlessTakingCases, roleMistake, unitCase, writtenBy } from './allocate.ts'
import { recommendationFor } from './case-to-allocate.ts'
import { rosterOf, staffMember, type Roster } from './roster.ts'
import { hasRole } from './staff-shown.ts'
import { writeAllocations, type ToWrite } from './write-allocations.ts'

type Input = ParsedInputOf<'allocation.handOver'>
type Entry = Input['cases'][number]

/** Whether the case is still with whom it is taken from, or still with nobody. */
function isStillTheirs(one: UnitCase, { role }: Entry, from: StaffRecord | null): boolean {
  if (from !== null) return hasRole(one, role, from.body.name)
  return role === 'pom' && staffNameOf(one.planned.person.record.pom_name) === null
}

/** Who is to have it; null where a second POM's part ends. Refuses whoever cannot. */
function receiverOf(one: UnitCase, { role, to }: Entry, roster: Roster): StaffRecord | null {
  if (to === null) {
    if (role === 'pom') refuseField('cases', `Choose a POM for ${one.name}: no case is left with nobody`)
    return null
  }
  const record = staffMember(roster, to)
  refuseUnlessTakingCases(record, 'cases')
  const mistake = roleMistake(one, role, record.body.name)
  if (mistake !== null) refuseField('cases', `${one.name}: ${mistake}`)
  return record
}

function entriesOf({ cases }: Input, unit: ReturnType<typeof unitOf>, roster: Roster) {
  const seen = new Set<string>()
  return cases.map((entry) => {
    const key = `${entry.personId} ${entry.role}`
    if (seen.has(key)) throw new DeskError('bad_input', 'A case stands twice in what was sent.')
    seen.add(key)
    const one = unitCase(unit, entry.personId)
    return {
      entry,
      one,
      to: receiverOf(one, entry, roster),
      recommended: recommendationFor(one.planned).kind,
    }
  })
}

/** Both parts of a case given to one person would leave it with one POM in two places. */
function refuseOnePersonTwice(cases: ReturnType<typeof entriesOf>): void {
  const given = new Map<string, string>()
  for (const { one, to } of cases) {
    if (to === null) continue
    if (given.get(one.personId) === to.staffId)
      refuseField('cases', `${one.name}: ${to.body.name} cannot be POM and co-working POM at once`)
    given.set(one.personId, to.staffId)
  }
}

/** Writes a checked proposal. Returns how many cases changed hands. */
export async function handOver(desk: Desk, session: Session, input: Input): Promise<number> {
  const written = writtenBy(desk, session)
  const roster = rosterOf(session.store)
  const unit = unitOf(desk.planning, session.store, written.today)
  const from = input.from === null ? null : staffMember(roster, input.from)
  if (from !== null && input.reason === '') refuseField('reason', 'Enter why the cases change hands')
  const gone = input.cases.flatMap((entry) => {
    const one = unitCase(unit, entry.personId)
    return isStillTheirs(one, entry, from) ? [] : [one.name]
  })
  if (gone.length > 0)
    throw new DeskError(
      'conflict',
      `Nothing was written: ${gone.slice(0, 5).join('; ')}${gone.length > 5 ? `; and ${gone.length - 5} more` : ''} ${from === null ? 'have a POM by now' : `are no longer ${from.body.name}’s`}. Look at the list again, then choose anew.`,
    )
  const cases = entriesOf(input, unit, roster)
  refuseOnePersonTwice(cases)
  const isAgainst = ({ entry, to, recommended }: (typeof cases)[number]) =>
    entry.role === 'pom' && to !== null && needsReason(recommended, to.body.kind)
  const because = reasonFor(cases.some(isAgainst), input.overridden)
  const entries = cases.map((each): ToWrite => {
    const { entry, one, to, recommended } = each
    const reasons = [input.reason, isAgainst(each) ? because : ''].filter((text) => text !== '')
    return {
      personId: one.personId,
      name: one.name,
      version: entry.version,
      role: entry.role,
      to,
      recommended: entry.role === 'pom' ? recommended : null,
      reason: reasons.join('. '),
    }
  })
  await writeAllocations(written, entries, input.reason)
  return entries.length
}
