import { listAdoptions, saveAdoption } from '../../../../db/repositories/adoptions.ts'
import { listLocalItems, saveLocalItem } from '../../../../db/repositories/local-items.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { canBeLocal } from '../../../../domain/dated-work/dated-item.ts'
import { findDatedItem } from '../../../../domain/dated-work/dated-items.ts'
import { isCivilDate, type CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { Adoption } from '../../../../domain/model/adoption.ts'
import type { LocalItem } from '../../../../domain/model/local-item.ts'
import type { Proof } from '../../../../domain/model/proof.ts'
import { findRegion } from '../../../../domain/reference/probation-regions.ts'
import type { Desk, Session } from '../../context.ts'
import { refuseField } from '../decisions/case-of.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { itemEffect, pairsOf, planEffect } from './effect-of.ts'

/** Custody management as it is now began in 2019: no rule set here is older. */
const EARLIEST = '2019-01-01' as CivilDate
const LATEST = '2199-12-31' as CivilDate

const NO_PROOF: Proof = { toldBy: '', body: '', document: null, documentDate: null }
const FURTHER_MEETINGS = ['mt-prerelease-2', 'mt-prerelease-1m'] as const

function checkPlaceAndDay(region: string | null, from: CivilDate): void {
  if (region !== null && findRegion(region)?.name !== region)
    refuseField('region', 'Choose a probation region from the list')
  if (!isCivilDate(from)) refuseField('from', 'This must be a real date, like 27 3 2026')
  if (from < EARLIEST || from > LATEST)
    refuseField('from', 'The first day must be from 1 January 2019 to 31 December 2199')
}

function checkProof({ document, documentDate }: Proof, today: CivilDate): void {
  if (documentDate === null) return
  if (document === null) refuseField('document', 'Say which document has that date')
  if (!isCivilDate(documentDate)) refuseField('documentDate', 'This must be a real date, like 27 3 2026')
  if (documentDate > today) refuseField('documentDate', 'The document must not be dated in the future')
}

function checkUnchanged({ store }: Session, revision: number): void {
  if (store.revision !== revision)
    throw new DeskError(
      'conflict',
      'The caseload has changed since the effect was shown. Look at it again, then record it.',
    )
}

const laterOf = (a: CivilDate, b: CivilDate) => (a > b ? a : b)

/** With an adoption more. One recorded again for a region and day takes the place of the former. */
const withAdoption = (adoptions: readonly Adoption[], added: Adoption): Adoption[] => [
  ...adoptions.filter(({ region, from }) => region !== added.region || from !== added.from),
  added,
]

function adoptionOf({ region, ruleSet, from }: ParsedInputOf<'rules.previewAdoption'>): Adoption {
  return { region, ruleSet, from }
}

/** What an adoption would do, on its first day or today, whichever is later. */
export function previewAdoption(
  desk: Desk,
  { store }: Session,
  input: ParsedInputOf<'rules.previewAdoption'>,
): OutputOf<'rules.previewAdoption'> {
  const added = adoptionOf(input)
  checkPlaceAndDay(added.region, added.from)
  const on = laterOf(added.from, desk.clock.today())
  const local = listLocalItems(store.read)
  const adoptions = listAdoptions(store.read)
  const pairs = pairsOf(
    desk.planning,
    store,
    { adoptions, local },
    { adoptions: withAdoption(adoptions, added), local },
    on,
  )
  // Theirs by region, and still planned under what they had: the COM already has them.
  const kept = pairs.filter(({ after }) => {
    const region = homeRegionOf(after.person.record)
    const isTheirs =
      added.region === null
        ? after.adoption.region === null
        : region === added.region && after.plan?.in_scope === true
    return isTheirs && after.adoption.from !== added.from && after.rules !== added.ruleSet
  }).length
  return { ...planEffect(store, pairs, on), kept }
}

/** Records an adoption and who said so; under the national rules also whether the two further meetings are kept. */
export async function adopt(
  desk: Desk,
  session: Session,
  input: ParsedInputOf<'rules.adopt'>,
): Promise<void> {
  const { store, user } = session
  const added: Adoption = { region: input.region, ruleSet: input.ruleSet, from: input.from }
  const today = desk.clock.today()
  checkPlaceAndDay(added.region, added.from)
  checkProof(input.proof, today)
  checkUnchanged(session, input.revision)
  const at = desk.clock.now().toISOString()
  const actor = { userId: user.id }
  await store.write((db) => {
    saveAdoption(db, actor, at, added, input.proof)
    if (added.ruleSet !== 'national-2023' || input.keepFurtherMeetings !== false) return
    for (const item of FURTHER_MEETINGS) {
      saveLocalItem(db, actor, at, {
        region: added.region,
        item,
        from: added.from,
        on: false,
        owner: null,
        offset: null,
        proof: input.proof,
      })
    }
  })
}

function localItemOf(input: ParsedInputOf<'rules.previewItem'>, proof: Proof = NO_PROOF): LocalItem {
  const { item, region, from, on, owner, offset } = input
  checkPlaceAndDay(region, from)
  const known = findDatedItem(item)
  if (known === null) refuseField('item', 'There is no such item')
  if (!canBeLocal(known))
    refuseField('item', 'This item is never done a local way: the rule sets, or what is recorded, decide it')
  if (offset !== null) {
    const { months, weeks, days, workingDays } = offset
    if (workingDays > 0 && months + weeks + days > 0)
      refuseField('offset', 'Count in working days alone, or in months, weeks and days')
  }
  return { region, item, from, on, owner, offset, proof }
}

/** What doing an item another way would do, on its first day or today, whichever is later. */
export function previewItem(
  desk: Desk,
  { store }: Session,
  input: ParsedInputOf<'rules.previewItem'>,
): OutputOf<'rules.previewItem'> {
  const added = localItemOf(input)
  const on = laterOf(added.from, desk.clock.today())
  const adoptions = listAdoptions(store.read)
  const local = listLocalItems(store.read)
  const pairs = pairsOf(
    desk.planning,
    store,
    { adoptions, local },
    { adoptions, local: [...local, added] },
    on,
  )
  return itemEffect(store, pairs, added.item, on)
}

export async function overrideItem(
  desk: Desk,
  session: Session,
  input: ParsedInputOf<'rules.overrideItem'>,
): Promise<void> {
  const added = localItemOf(input, input.proof)
  checkProof(input.proof, desk.clock.today())
  checkUnchanged(session, input.revision)
  await session.store.write((db) =>
    saveLocalItem(db, { userId: session.user.id }, desk.clock.now().toISOString(), added),
  )
}
