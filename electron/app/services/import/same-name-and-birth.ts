import type { StoredPerson } from '../../../../db/types.ts'
import type { CheckedRow, NameParts } from './extract.ts'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[^\p{L}]/gu, '')
    .toLowerCase()

/** Who of those known has the surname and the date of birth of a row. Nobody is taken for another by that alone: it is asked. */
export class SameNameAndBirth {
  readonly #people: readonly StoredPerson[]
  /** Made when first asked for: most lists bring nobody without a number. */
  #known: Map<string, StoredPerson[]> | null = null

  constructor(people: readonly StoredPerson[]) {
    this.#people = people
  }

  /** Those a row may be about. Whoever has another CRN than the row says, or is known by no prison number, is not among them. */
  of(row: CheckedRow): StoredPerson[] {
    if (this.#people.length === 0) return []
    const { date_of_birth: born, crn, prison_number: number } = row.record
    const { last } = this.nameOf(row)
    if (typeof born !== 'string' || last === '') return []
    this.#known ??= this.#index()
    return (this.#known.get(`${plain(last)} ${born}`) ?? []).filter(
      ({ record }) =>
        record.prison_number !== number && (typeof crn !== 'string' || (record.crn ?? crn) === crn),
    )
  }

  nameOf({ record, fullName }: CheckedRow): NameParts {
    if (typeof record.last_name === 'string')
      return { last: record.last_name, first: record.first_name ?? null }
    return fullName ?? { last: '', first: null }
  }

  #index(): Map<string, StoredPerson[]> {
    return Map.groupBy(
      this.#people.filter(
        ({ record }) =>
          typeof record.prison_number === 'string' &&
          typeof record.last_name === 'string' &&
          typeof record.date_of_birth === 'string',
      ),
      ({ record }) => `${plain(record.last_name ?? '')} ${record.date_of_birth}`,
    )
  }
}
