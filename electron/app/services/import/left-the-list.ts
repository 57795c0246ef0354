import { listImports } from '../../../../db/repositories/imports.ts'
import { isUnaccounted } from '../../../../domain/movements/presence.ts'
import { isCustodyList } from '../../../../domain/pack/sources.ts'
import { formatShortDate } from '../../../../domain/text/dates.ts'
import { lastSeen } from '../movements/movements-list.ts'
import { movementsIn } from '../planning/decided.ts'
import type { ImportOutcome, ImportParts } from './import-extracts.ts'
import type { Group } from './preview-groups.ts'
import { nameOf } from './shown-values.ts'

type Row = Group['rows'][number]

/**
 * Whom an earlier list of the prison held and the newest of these does not: unaccounted for once it is in, and asked about
 * under arrivals and departures. A list older than one already in says nothing of who has left.
 */
export function leftTheList(
  { session: { store }, planning, today }: ImportParts,
  outcomes: readonly ImportOutcome[],
): Row[] {
  const lists = outcomes.flatMap(({ request: { source, asAt }, comparison: { inList } }, file) =>
    isCustodyList(source) ? [{ file, asAt, inList }] : [],
  )
  const [newest] = lists.toSorted((a, b) => (a.asAt < b.asAt ? 1 : -1))
  if (newest === undefined) return []
  const held = listImports(store.read).filter(
    ({ undoneAt, source }) => undoneAt === null && isCustodyList(source),
  )
  if (held.some(({ asAt }) => asAt > newest.asAt)) return []
  const inList = new Set(
    lists.filter(({ asAt }) => asAt === newest.asAt).flatMap(({ inList }) => Array.from(inList)),
  )
  const seen = lastSeen(store)
  return planning.caseload(store, today).flatMap(({ person, presence, decisions }): Row[] => {
    const last = seen.get(person.id)
    if (last === undefined || inList.has(person.id)) return []
    const isPatient = person.record.restricted_patient === true
    const days = { lastSeen: last, newest: newest.asAt }
    if (!isUnaccounted(presence, movementsIn(decisions), days, isPatient)) return []
    return [
      {
        row: null,
        file: newest.file,
        name: nameOf(person.record),
        prisonNumber: person.record.prison_number ?? '',
        field: 'Not in the list',
        was: null,
        now: null,
        effect: `Last in a list as at ${formatShortDate(last)}`,
        tag: { text: 'Unaccounted for', tone: 'close' },
      },
    ]
  })
}
