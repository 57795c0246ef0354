import { decisionsOf } from '../../../../db/repositories/decisions.ts'
import type { Store } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { staffNameOf } from '../../../../domain/model/staff-name.ts'
import { decisionInWords, withFormer } from '../caseload/decision-words.ts'
import type { Unit } from '../caseload/unit-view.ts'
import { recommendationFor, roshOf, standingOf } from './case-to-allocate.ts'
import { formerPoms } from './former-poms.ts'
import type { Roster } from './roster.ts'
import { pomsToChoose } from './staff-rows.ts'

/** Who has a case and whom to choose. Throws `not_found`. */
export function allocationShown(
  store: Store,
  unit: Unit,
  roster: Roster,
  personId: string,
): OutputOf<'allocation.show'> {
  const one = unit.byId.get(personId)
  if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
  const { planned } = one
  const { record, version } = planned.person
  const recommended = recommendationFor(planned)
  return {
    personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    today: unit.today,
    version,
    pom: staffNameOf(record.pom_name),
    coPom: staffNameOf(record.co_pom_name),
    allocatedOn: record.allocation_date ?? null,
    standing: standingOf(planned),
    tier: record.tier ?? null,
    rosh: roshOf(planned),
    recommended,
    former: formerPoms(store.read, personId),
    poms: pomsToChoose(unit, roster, recommended.kind),
    history: withFormer(decisionsOf(store.read, personId))
      .filter(({ record: { kind } }) => kind === 'allocation')
      .map(({ record: { id, at, byName, ...said }, former }) =>
        Object.assign({ id, at, by: byName }, decisionInWords(said, former)),
      )
      .toReversed(),
  }
}
