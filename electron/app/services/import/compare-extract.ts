import type { PersonWrite, StoredPerson } from '../../../../db/types.ts'
import type { PersonField, PersonRecord } from '../../../../domain/model/person-record.ts'
import type { CheckedExtract, CheckedRow, Refusal } from './extract.ts'
import { isSameName } from './read-name.ts'
import { SameNameAndBirth } from './same-name-and-birth.ts'
import type { TypedFact, TypedFacts } from './typed-facts.ts'

/** One person an extract says something new about. */
export interface Found extends PersonWrite {
  row: number
  /** Null for somebody new. */
  before: StoredPerson | null
  /** Of somebody new: the prison numbers of those here with the same surname and date of birth. */
  alike: readonly string[]
}

/** A row no number places, and whom it may be about: those of the same surname and date of birth. Left out until somebody says. */
export interface Perhaps {
  row: number
  name: string
  born: string
  candidates: { name: string; prisonNumber: string; crn: string | null }[]
}

/** Rows somebody said are about a person: row → prison number. */
export type SaidToBe = ReadonlyMap<number, string>

/** A list says otherwise than what was typed here. */
export interface Asked {
  row: number
  personId: string
  name: string
  prisonNumber: string
  field: PersonField
  /** What was typed, and by whom. */
  ours: Value
  by: string
  listed: Value
}

type Value = string | number | boolean | null

export interface Comparison {
  found: Found[]
  created: number
  updated: number
  unchanged: number
  /** The people of those unchanged: known already, and in this list all the same. */
  confirmed: string[]
  /** Ids of all those known whom a row is about. */
  inList: ReadonlySet<string>
  /** Rows of no number that may be somebody's; each is among `refused` too. */
  perhaps: Perhaps[]
  /** People in the store whom the file lacks. They are left alone. */
  absent: number
  /** Those of whom something typed here is asked about, as they are known now. */
  people: ReadonlyMap<string, StoredPerson>
  /** Values that would take the place of what was typed here: kept as typed unless somebody says otherwise. */
  asked: Asked[]
  /** Those of the file itself, with those found by comparing, by row. */
  refused: Refusal[]
}

/**
 * Sets an extract beside the people already known. Rows are matched by prison number, then CRN, then by what somebody said. Only what differs is
 * kept; what a file lacks, as a column or as a blank, clears nothing. What was typed here stays as it is, and is asked about.
 */
export function compareExtract(
  people: readonly StoredPerson[],
  extract: CheckedExtract,
  typed: TypedFacts = NOTHING_TYPED,
  saidToBe: SaidToBe = NOBODY_SAID,
): Comparison {
  const matcher = new Matcher(people, extract, saidToBe)
  const found: Found[] = []
  const asked: Asked[] = []
  const confirmed: string[] = []
  for (const row of extract.checked) {
    const person = matcher.match(row)
    if (person === null) continue
    if (person === 'new') {
      found.push(newPerson(matcher.taken(row), matcher.alike(row)))
      continue
    }
    const changed = changeOf(person, matcher.taken(row), extract.weakFields)
    const facts = typed.get(person.id)
    const next =
      changed === null || facts === undefined ? changed : withoutTyped(changed, person, facts, asked)
    if (next === null) confirmed.push(person.id)
    else found.push(next)
  }
  const byId =
    asked.length === 0 ? new Map<string, StoredPerson>() : new Map(people.map((one) => [one.id, one]))
  const created = found.filter(({ personId }) => personId === null).length
  return {
    found,
    created,
    updated: found.length - created,
    unchanged: confirmed.length,
    confirmed,
    asked,
    people: new Map(asked.map(({ personId }) => [personId, byId.get(personId) as StoredPerson])),
    absent: people.length - matcher.inList.size,
    inList: matcher.inList,
    perhaps: matcher.perhaps,
    refused: [...extract.refused, ...matcher.refused].sort((a, b) => a.row - b.row),
  }
}

const NOTHING_TYPED: TypedFacts = new Map()
const NOBODY_SAID: SaidToBe = new Map()

/** The change without the fields that stand as typed here; null where nothing is left of it. Each is asked about once. */
function withoutTyped(
  found: Found,
  person: StoredPerson,
  typed: ReadonlyMap<PersonField, TypedFact>,
  asked: Asked[],
): Found | null {
  const delta: Record<string, unknown> = { ...found.delta }
  const record: Record<string, unknown> = { ...found.record }
  const known = person.record as Record<string, Value | undefined>
  for (const field of Object.keys(found.delta) as PersonField[]) {
    const fact = typed.get(field)
    if (fact === undefined) continue
    const listed = delta[field] as Value
    const ours = known[field] ?? null
    delete delta[field]
    if (known[field] === undefined) delete record[field]
    else record[field] = known[field]
    if (fact.kept !== null && fact.kept.listed === listed) continue
    asked.push({
      row: found.row,
      personId: person.id,
      name: nameOf(person.record),
      prisonNumber: person.record.prison_number ?? '',
      field,
      ours,
      by: fact.by,
      listed,
    })
  }
  if (Object.keys(delta).length === 0) return null
  return { ...found, delta: delta as PersonRecord, record: record as PersonRecord }
}

const nameOf = ({ last_name: last, first_name: first }: PersonRecord) =>
  [last, first].filter((part) => (part ?? '') !== '').join(', ')

/** Finds whose each row is, and refuses rows that are nobody's, or somebody's twice. Leaves the rows as they are. */
class Matcher {
  readonly refused: Refusal[] = []
  readonly perhaps: Perhaps[] = []
  /** Ids of those known who have been met. */
  readonly inList = new Set<string>()
  readonly #byNumber = new Map<string, StoredPerson>()
  /** CRN → prison number of whoever has it, in the store or in an earlier row. */
  readonly #ownerOfCrn = new Map<string, string>()
  /** Prison number → row that brought it. */
  readonly #seen = new Map<string, number>()
  /** Rows whose CRN is somebody else's. */
  readonly #withoutCrn = new Set<CheckedRow>()
  readonly #headings: Map<string | null, string>
  readonly #saidToBe: SaidToBe
  readonly #namesakes: SameNameAndBirth

  constructor(people: readonly StoredPerson[], extract: CheckedExtract, saidToBe: SaidToBe) {
    this.#saidToBe = saidToBe
    this.#namesakes = new SameNameAndBirth(people)
    for (const person of people) {
      const { prison_number: number, crn } = person.record
      if (typeof number !== 'string') continue
      this.#byNumber.set(number, person)
      if (typeof crn === 'string') this.#ownerOfCrn.set(crn, number)
    }
    this.#headings = new Map(extract.columns.toReversed().map(({ field, heading }) => [field, heading]))
  }

  match(row: CheckedRow): StoredPerson | 'new' | null {
    const { record } = row
    let number = record.prison_number ?? this.#ownerOfCrn.get(record.crn ?? '')
    if (typeof number !== 'string') {
      const candidates = this.#perhaps(row)
      number = candidates.find((each) => each === this.#saidToBe.get(row.row))
      if (number === undefined) return this.#nobodys(row, candidates.length > 0)
    }
    const before = this.#seen.get(number)
    if (before !== undefined) {
      return this.#refuse(
        row,
        'prison_number',
        'duplicate_person',
        `Row ${before} is about the same person. The first row is used.`,
        number,
      )
    }
    const known = this.#byNumber.get(number)
    this.#seen.set(number, row.row)
    if (known !== undefined) this.inList.add(known.id)
    this.#settleCrn(row, number)
    return known ?? 'new'
  }

  /** What the row says that may be taken: not a CRN that is somebody else's. */
  taken(row: CheckedRow): CheckedRow {
    if (!this.#withoutCrn.has(row)) return row
    const { crn: _, ...record } = row.record
    return { ...row, record }
  }

  /** The prison numbers of those here who may be the same person as a new one. */
  alike(row: CheckedRow): string[] {
    return this.#namesakes.of(row).map(({ record }) => record.prison_number ?? '')
  }

  /** Asks about a row no number places. Returns the prison numbers it may be said to be. */
  #perhaps(row: CheckedRow): string[] {
    const candidates = this.#namesakes.of(row)
    if (candidates.length === 0) return []
    const { last, first } = this.#namesakes.nameOf(row)
    this.perhaps.push({
      row: row.row,
      name: first === null ? last : `${last}, ${first}`,
      born: row.record.date_of_birth ?? '',
      candidates: candidates.map(({ record }) => ({
        name: nameOf(record),
        prisonNumber: record.prison_number ?? '',
        crn: record.crn ?? null,
      })),
    })
    return candidates.map(({ record }) => record.prison_number ?? '')
  }

  #nobodys(row: CheckedRow, isAsked: boolean): null {
    const crn = row.record.crn ?? null
    const why =
      crn === null
        ? 'This row has no prison number, and no CRN of somebody already here.'
        : `This row has no prison number, and nobody here has the CRN ${crn}.`
    const asked = isAsked
      ? ' Somebody here has the same surname and date of birth: the import page asks whether it is the same person.'
      : ''
    return this.#refuse(row, crn === null ? 'prison_number' : 'crn', 'missing_key', `${why}${asked}`, crn)
  }

  /** One CRN is one person's. Whoever had it keeps it, and the row is taken without it. */
  #settleCrn(row: CheckedRow, number: string): void {
    const { crn } = row.record
    if (typeof crn !== 'string') return
    const owner = this.#ownerOfCrn.get(crn)
    if (owner === undefined) {
      this.#ownerOfCrn.set(crn, number)
    } else if (owner !== number) {
      this.#refuse(row, 'crn', 'bad_value', `The CRN ${crn} is already that of ${owner}.`, crn)
      this.#withoutCrn.add(row)
    }
  }

  #refuse(
    row: CheckedRow,
    field: PersonField,
    code: Refusal['code'],
    message: string,
    value: string | null,
  ): null {
    const column =
      this.#headings.get(field) ??
      (field === 'last_name' ? this.#headings.get('full_name') : undefined) ??
      null
    this.refused.push({ row: row.row, column, code, message, value })
    return null
  }
}

function newPerson({ row, record: listed, fullName }: CheckedRow, alike: readonly string[]): Found {
  let record = listed
  if (fullName !== undefined && listed.last_name === undefined) {
    record = { ...listed, last_name: fullName.last }
    if (fullName.first !== null) record.first_name ??= fullName.first
  }
  return { row, personId: null, before: null, record, delta: record, alike }
}

const NAME_FIELDS = new Set<PersonField>([
  'last_name',
  'first_name',
  'middle_names',
  'pom_name',
  'co_pom_name',
  'com_name',
])

function changeOf(
  before: StoredPerson,
  { row, record, fullName }: CheckedRow,
  weak: readonly PersonField[],
): Found | null {
  const known = before.record as Record<string, unknown>
  const delta: Record<string, unknown> = {}
  let changed = false
  for (const field in record) {
    const value = (record as Record<string, unknown>)[field]
    const old = known[field]
    if (value === old || value === undefined) continue
    if (old === undefined && value === null) continue
    if (weak.includes(field as PersonField) && old !== undefined && old !== null) continue
    if (NAME_FIELDS.has(field as PersonField) && isSameInOtherCase(value, old)) continue
    delta[field] = value
    changed = true
  }
  if (fullName !== undefined && record.last_name === undefined && !isKnownAs(fullName, before.record)) {
    delta['last_name'] = fullName.last
    if (fullName.first !== null) delta['first_name'] = fullName.first
    changed = true
  }
  if (!changed) return null
  return {
    row,
    personId: before.id,
    before,
    record: { ...before.record, ...delta } as PersonRecord,
    delta: delta as PersonRecord,
    alike: [],
  }
}

/** Lists differ in how they use capitals; that is no news about anybody. */
const isSameInOtherCase = (a: unknown, b: unknown) =>
  typeof a === 'string' && typeof b === 'string' && a.toLowerCase() === b.toLowerCase()

const isKnownAs = (given: { last: string; first: string | null }, known: PersonRecord) =>
  isSameName(given, {
    last: known.last_name ?? '',
    first: known.first_name ?? '',
    middle: known.middle_names ?? '',
  })
