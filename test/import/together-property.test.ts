import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saveAdoption } from '../../db/repositories/adoptions.ts'
import { listPeople } from '../../db/repositories/people.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import { orderOfLists } from '../../electron/app/services/import/compare-together.ts'
import type { CheckedExtract } from '../../electron/app/services/import/extract.ts'
import {
  previewImport,
  writeImports,
  type ImportParts,
  type ImportRequest,
} from '../../electron/app/services/import/import-extracts.ts'
import { createPlanning } from '../../electron/app/services/planning/planning.ts'
import { newStore } from '../db/support/stores.ts'

const TODAY = '2026-11-23' as CivilDate
const AT = '2026-11-23T09:00:00.000Z'

/** Few people and few values, so that lists meet, contradict and repeat one another. */
const record = fc.record(
  {
    prison_number: fc.constantFrom('A0001AA', 'A0002AA', 'A0003AA', 'A0004AA'),
    crn: fc.constantFrom('X000001', 'X000002', 'X000003'),
    last_name: fc.constantFrom('Marlowe', 'Gill'),
    date_of_birth: fc.constantFrom('1991-05-09' as CivilDate, '1984-02-17' as CivilDate),
    crd: fc.constantFrom('2027-07-15' as CivilDate, '2027-08-01' as CivilDate, null),
    com_name: fc.constantFrom('Leon Grady', 'Joan Ellery', null),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<PersonRecord>
const lists = fc.array(
  fc.record({
    source: fc.constantFrom('nomis_report', 'delius_caseload', 'ppud_mpc', 'other_extract'),
    records: fc.array(record, { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 4 },
)

function requestOf(
  { source, records }: { source: string; records: PersonRecord[] },
  at: number,
): ImportRequest {
  const extract: CheckedExtract = {
    name: `${at}.csv`,
    bytes: 1,
    sha256: String(at).repeat(64).slice(0, 64),
    format: 'CSV',
    encoding: 'UTF-8',
    source: { id: source, name: source },
    statedAsAt: null,
    dateOrder: 'unambiguous',
    columns: [],
    weakFields: [],
    unmappedColumns: [],
    rows: records.length,
    checked: records.map((each, row) => ({ row: row + 2, record: { ...each } })),
    refused: [],
    warnings: [],
  }
  return { extract, source, asAt: TODAY }
}

async function storeWith(run: (parts: ImportParts) => Promise<void>) {
  const { store, user, actor } = await newStore()
  await store.write((db) =>
    saveAdoption(db, actor, AT, { region: null, ruleSet: 'enhanced-7-5', from: '2026-04-01' as CivilDate }),
  )
  await run({ planning: createPlanning(), session: { store, user }, today: TODAY, at: AT })
  const people = listPeople(store.read)
    .map(({ record: known }) => known)
    .sort((a, b) => ((a.prison_number ?? '') < (b.prison_number ?? '') ? -1 : 1))
  await store.close()
  return people
}

test('lists brought in together leave what they leave one after the other, and refuse the same rows', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (given) => {
      const order = orderOfLists(given.map(({ source }) => ({ source, asAt: TODAY })))
      const refused: { together: number[]; apart: number[] } = { together: [], apart: [] }
      const together = await storeWith(async (parts) => {
        const preview = previewImport(parts, given.map(requestOf))
        refused.together = preview.outcomes.map(({ comparison }) => comparison.refused.length)
        const fresh = preview.effects.filter(({ found }) => found.before === null).length
        await parts.session.store.write((db) => writeImports(db, parts, preview))
        expect(listPeople(parts.session.store.read)).toHaveLength(fresh)
      })
      const apart = await storeWith(async (parts) => {
        for (const place of order) {
          const list = given[place]
          if (list === undefined) continue
          const preview = previewImport(parts, [requestOf(list, place)])
          refused.apart[place] = preview.outcomes[0]?.comparison.refused.length ?? 0
          await parts.session.store.write((db) => writeImports(db, parts, preview))
        }
      })
      expect(together).toEqual(apart)
      expect(refused.together).toEqual(refused.apart)
    }),
    { numRuns: 60 },
  )
})
