import type { OutputOf } from '../../../../domain/contract/index.ts'
import { REASON_TEXT } from '../../../../domain/text/reasons.ts'
import { homeRegionOf } from '../planning/facts-of.ts'
import { caseTags } from './tags.ts'
import { caseReference } from './case-reference.ts'
import type { Unit, UnitCase } from './unit-view.ts'

type CaseloadList = OutputOf<'caseload.list'>
type Row = CaseloadList['rows'][number]

const PAGE = 50

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

// What can be found of a case, made plain once: unit cases are made anew when anything changes.
const searched = new WeakMap<UnitCase, string>()
function searchText(one: UnitCase): string {
  let text = searched.get(one)
  if (text === undefined) {
    const { first_name: first, middle_names: middle, last_name: last, crn } = one.planned.person.record
    const reference = caseReference(one.personId)
    const undivided = reference.replace('-', '')
    text = plain([last, first, middle, one.prisonNumber, crn, reference, undivided].filter(Boolean).join(' '))
    searched.set(one, text)
  }
  return text
}

/** Every word typed must begin some word of the name, in any order, or be part of a number or a calendar's case reference. */
function matches(one: UnitCase, words: readonly string[]): boolean {
  const text = searchText(one)
  return words.every(
    (word) => text.startsWith(word) || text.includes(` ${word}`) || (/\d/.test(word) && text.includes(word)),
  )
}

function rowOf(one: UnitCase, unit: Unit): Row {
  const { planned, com } = one
  const { plan, person, missing } = planned
  return {
    personId: one.personId,
    name: one.name,
    prisonNumber: one.prisonNumber,
    crn: person.record.crn ?? null,
    location: person.record.location ?? null,
    responsibility: planned.responsibility,
    reason: plan === null ? (missing?.message ?? '') : REASON_TEXT[plan.reason],
    handover: plan?.handover_date ?? null,
    earliestRelease: plan?.earliest_release ?? null,
    pom: person.record.pom_name ?? null,
    com: com.name,
    region: homeRegionOf(person.record),
    tags: caseTags(one, unit.usualRules, unit.today),
  }
}

/** Everybody, by name, 50 to a page. A page beyond the last is the last. */
export function caseloadListOf(
  unit: Unit,
  cases: readonly UnitCase[],
  find: string,
  page: number,
): CaseloadList {
  const words = plain(find)
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  const found = (words.length === 0 ? [...cases] : cases.filter((one) => matches(one, words))).sort(byName)
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const shown = Math.min(page, pages)
  return {
    total: found.length,
    page: shown,
    pages,
    rows: found.slice((shown - 1) * PAGE, shown * PAGE).map((one) => rowOf(one, unit)),
  }
}

function byName(a: UnitCase, b: UnitCase): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.personId < b.personId ? -1 : 1
}
