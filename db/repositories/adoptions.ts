import { asc, lte } from 'drizzle-orm'
import type { Adoption } from '../../domain/model/adoption.ts'
import type { Proof } from '../../domain/model/proof.ts'
import { adoptions } from '../schema/unit.ts'
import { orm } from '../orm.ts'
import { statement } from '../statement.ts'
import type { Actor, Instant, ReadDb, WriteDb } from '../types.ts'
import { newId } from '../uuid.ts'
import { recordChange } from './change-log.ts'

/**
 * Every adoption that stands, by day: of two for one region and day, the one recorded later. `upTo` is a place in the log:
 * only what was recorded by then.
 */
export function listAdoptions(db: ReadDb, upTo = Number.MAX_SAFE_INTEGER): Adoption[] {
  const rows = orm(db)
    .select()
    .from(adoptions)
    .where(lte(adoptions.seq, upTo))
    .orderBy(asc(adoptions.fromDay), asc(adoptions.seq))
    .all()
  const standing = new Map(rows.map((row) => [`${row.fromDay} ${row.region ?? ''}`, row]))
  return [...standing.values()].map(({ region, ruleSet, fromDay }) => ({ region, ruleSet, from: fromDay }))
}

/** An adoption as it was recorded: by whom, when, and on whose word. */
export interface AdoptionRecord extends Adoption {
  id: string
  seq: number
  at: Instant
  byName: string
  proof: Proof | null
}

/** Every adoption ever recorded, oldest first, with those another has since taken the place of. */
export function listAdoptionRecords(db: ReadDb): AdoptionRecord[] {
  const rows = statement(
    db,
    `SELECT a.id, a.seq, s.at, u.name AS byName, a.region, a.rule_set AS ruleSet, a.from_day AS "from", a.proof
     FROM adoptions a JOIN changes c ON c.seq = a.seq JOIN change_sets s ON s.id = c.set_id
     JOIN users u ON u.id = s.author_id ORDER BY a.seq`,
  ).all() as (Omit<AdoptionRecord, 'proof'> & { proof: string | null })[]
  return rows.map(({ proof, ...row }) =>
    Object.assign(row, { proof: proof === null ? null : (JSON.parse(proof) as Proof) }),
  )
}

export function saveAdoption(
  db: WriteDb,
  actor: Actor,
  at: Instant,
  adoption: Adoption,
  proof: Proof | null = null,
): void {
  const { region, ruleSet, from } = adoption
  const id = newId(Date.parse(at))
  const payload = { region, ruleSet, from, ...(proof === null ? {} : { proof }) }
  const seq = recordChange(db, actor, at, 'adoption', id, payload)
  orm(db)
    .insert(adoptions)
    .values({ id, seq, region, ruleSet, fromDay: from, proof: proof === null ? null : JSON.stringify(proof) })
    .run()
}
