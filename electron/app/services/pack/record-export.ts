import { savePack } from '../../../../db/repositories/packs.ts'
import { newId } from '../../../../db/uuid.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Policy } from '../../../host/host.ts'
import type { Session } from '../../context.ts'
import { sealPack, type SealedPack } from '../../documents/sealed-pack.ts'
import { refuseForTheDead } from '../movements/refuse-for-the-dead.ts'
import type { Planning } from '../planning/planned-case.ts'
import { buildPack } from './build-pack.ts'

/** Throws `not_allowed` where IT has turned exports off on this computer. */
export function refuseWhereExportsAreOff(policy: Policy): void {
  if (policy.read().exportsAllowed) return
  throw new DeskError('not_allowed', 'Exports are turned off on this computer. Ask whoever looks after it.')
}

/** The next version of one person's pack, with the id and hash it will be known by. Nothing is recorded yet. */
export function prepareExport(
  planning: Planning,
  session: Session,
  personId: string,
  today: CivilDate,
  now: Date,
): SealedPack & { pack_id: string } {
  const packId = newId(now.getTime())
  refuseForTheDead(planning.caseload(session.store, today).find(({ person }) => person.id === personId))
  const { pack } = buildPack(planning, session, personId, today, packId)
  return { ...sealPack(pack, now.toISOString()), pack_id: packId }
}

/** Records a pack whose files have been written: its version is taken from then on. */
export async function recordExport(
  { store, user }: Session,
  personId: string,
  pack: SealedPack & { pack_id: string },
): Promise<void> {
  const { pack_id: id, exported_at: at, version, status, hash } = pack
  await store.write((db) => savePack(db, { userId: user.id }, { at, personId, version, status, hash }, id))
}
