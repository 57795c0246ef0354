import { DeskError, refuseMistakes } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { ladderMistakes } from '../../../../domain/chases/ladder.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Store } from '../../../../db/types.ts'
import { isEmailAddress } from '../../documents/eml.ts'
import type { Desk, Session } from '../../context.ts'
import type { Unit } from '../caseload/unit-view.ts'
import {
  addressesIn,
  ladderOf,
  monthlySentIn,
  savedLadder,
  writeAddresses,
  writeLadder,
  writeMonthly,
} from './ladder-setting.ts'
import { isSomewhere, placeOf } from './place.ts'
import { refuseDay } from './record-chases.ts'

/** The ladder, and every place of the unit with its addresses. */
export function ladderShown(store: Store, unit: Unit): OutputOf<'chases.ladder'> {
  const saved = savedLadder(store.read)
  const addresses = addressesIn(store.read)
  const places = new Map<string, OutputOf<'chases.ladder'>['places'][number]>()
  for (const { planned } of unit.cases) {
    const { key, name, email } = placeOf(planned.person.record)
    if (!isSomewhere({ key, name, email })) continue
    const set = addresses[key]
    let place = places.get(key)
    if (place === undefined)
      places.set(
        key,
        (place = { key, name, people: 0, listed: null, emails: set?.emails ?? [], seen: set?.at ?? null }),
      )
    place.people += 1
    place.listed ??= email
  }
  return {
    rungs: [...ladderOf(store)],
    by: saved?.by ?? null,
    seen: saved?.at ?? null,
    places: [...places.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  }
}

const changedMeanwhile = (by: string): never => {
  throw new DeskError(
    'conflict',
    `${by} changed this after you opened it. Nothing was saved. Look at it again, then save once more if yours should take its place.`,
  )
}

/** Sets the ladder. Throws `bad_input` at each field, `conflict` where somebody set another meanwhile. */
export async function saveLadder(
  desk: Desk,
  { store, user }: Session,
  { rungs, seen }: ParsedInputOf<'chases.saveLadder'>,
): Promise<void> {
  refuseMistakes(ladderMistakes(rungs))
  const plain = rungs.map(({ days, who, copy }) => ({ days, who: who.trim(), copy: copy.trim() }))
  const at = desk.clock.now().toISOString()
  await store.write((db) => {
    const standing = savedLadder(db)
    if ((standing?.at ?? null) !== seen) changedMeanwhile(standing?.by ?? 'Somebody')
    writeLadder({ db, actor: { userId: user.id }, at }, { rungs: plain, by: user.name, at })
  })
}

/** Sets the addresses of one place. Throws `bad_input` at each that is none, `conflict` as above. */
export async function saveAddresses(
  desk: Desk,
  { store, user }: Session,
  { key, emails, seen }: ParsedInputOf<'chases.saveAddresses'>,
): Promise<void> {
  const wrong: Record<string, string> = {}
  const plain = emails.map(({ days, to, cc }) => ({ days, to: to.trim(), cc: cc.trim() }))
  for (const { days, to, cc } of plain)
    for (const [field, address] of [
      [`to-${days}`, to],
      [`cc-${days}`, cc],
    ] as const)
      if (address !== '' && !isEmailAddress(address))
        wrong[field] = 'Enter one email address, like name@example.gov.uk, or leave it empty'
  refuseMistakes(wrong)
  const at = desk.clock.now().toISOString()
  await store.write((db) => {
    const all = addressesIn(db)
    const standing = all[key]
    if ((standing?.at ?? null) !== seen) changedMeanwhile(standing?.by ?? 'Somebody')
    const set = plain.filter(({ to, cc }) => to !== '' || cc !== '')
    writeAddresses(
      { db, actor: { userId: user.id }, at },
      { ...all, [key]: { emails: set, by: user.name, at } },
    )
  })
}

/** Records the monthly lists of these places as sent: all of them or none. */
export async function recordMonthly(
  desk: Desk,
  { store, user }: Session,
  { sentOn, lists }: ParsedInputOf<'chases.monthlySent'>,
): Promise<void> {
  refuseDay('sentOn', sentOn, desk.clock.today(), 'The day it was sent')
  const at = desk.clock.now().toISOString()
  await store.write((db) => {
    const sent = { ...monthlySentIn(db) }
    for (const { key, seen } of lists) {
      const standing = sent[key]
      if ((standing?.sentOn ?? null) !== seen)
        throw new DeskError(
          'conflict',
          standing === undefined
            ? 'The record of a list was changed after you opened this. Nothing was saved. Look at the page again.'
            : `${standing.by} recorded a list as sent on ${formatDate(standing.sentOn)}, after you opened this. Nothing was saved. Look at the page again.`,
        )
      sent[key] = { sentOn, by: user.name }
    }
    writeMonthly({ db, actor: { userId: user.id }, at }, sent)
  })
}
