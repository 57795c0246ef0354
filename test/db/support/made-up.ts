import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { PersonRecord } from '../../../domain/model/person-record.ts'
import type { PersonWrite } from '../../../db/types.ts'

export const day = (text: string): CivilDate => text as CivilDate

const letter = (n: number): string => String.fromCharCode(65 + (n % 26))

/** The nth made-up person: always the same, and no two alike in number. */
export function madeUpPerson(n: number): PersonRecord {
  return {
    prison_number: `A${String(n % 10_000).padStart(4, '0')}${letter(Math.floor(n / 260_000))}${letter(Math.floor(n / 10_000))}`,
    last_name: `Fenwick${n}`,
    first_name: 'Orla',
    crn: `X${String(n).padStart(6, '0')}`,
    crd: day('2027-06-01'),
  }
}

export function* newPeople(count: number, from = 0): Generator<PersonWrite> {
  for (let n = from; n < from + count; n += 1) {
    const record = madeUpPerson(n)
    yield { personId: null, record, delta: record }
  }
}

export const typedHere = (at: string) => ({ at, importId: null, source: 'typed here', asAt: null })
