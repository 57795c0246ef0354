import { asc } from 'drizzle-orm'
import type { Adoption } from '../../domain/model/adoption.ts'
import { adoptions } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

/** Every adoption that stands, by day: of two for one region and day, the one recorded later. */
export function listAdoptions(db: ReadDb): Adoption[] {
  const rows = orm(db).select().from(adoptions).orderBy(asc(adoptions.fromDay), asc(adoptions.seq)).all()
  const standing = new Map(rows.map((row) => [`${row.fromDay} ${row.region ?? ''}`, row]))
  return [...standing.values()].map(({ region, ruleSet, fromDay }) => ({ region, ruleSet, from: fromDay }))
}

export function saveAdoption(db: WriteDb, actor: Actor, at: Instant, adoption: Adoption): void {
  const id = newId(Date.parse(at))
  const seq = recordChange(db, actor, at, 'adoption', id, adoption)
  orm(db)
    .insert(adoptions)
    .values({ id, seq, region: adoption.region, ruleSet: adoption.ruleSet, fromDay: adoption.from })
    .run()
}
