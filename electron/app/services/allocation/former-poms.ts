import { personHistory } from '../../../../db/repositories/people.ts'
import type { ReadDb } from '../../../../db/types.ts'
import { plainStaffName, staffNameOf } from '../../../../domain/model/staff-name.ts'

/** Who had a case before, newest first, each once; whoever has it now is left out. */
export function formerPoms(db: ReadDb, personId: string): string[] {
  const names = new Map<string, string>()
  let now: string | null = null
  for (const { delta } of personHistory(db, personId)) {
    if (!Object.hasOwn(delta, 'pom_name')) continue
    const name = staffNameOf(delta.pom_name)
    now = name === null ? null : plainStaffName(name)
    if (name === null || now === null) continue
    names.delete(now)
    names.set(now, name)
  }
  if (now !== null) names.delete(now)
  return [...names.values()].toReversed()
}
