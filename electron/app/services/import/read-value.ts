import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { findImprisonmentStatus } from '../../../../domain/reference/imprisonment-statuses.ts'
import { findRegion } from '../../../../domain/reference/probation-regions.ts'
import { findPrisonWritten, isPrisonCode } from '../../../../domain/reference/prisons.ts'
import type { ImportColumnType } from '../../../../domain/reference/import-map.ts'
import type { Refusal } from './extract.ts'
import { readDate, type DateContext } from './read-date.ts'
import { isCrn, readCro, readPnc, tidyPrisonNumber } from './read-identifier.ts'
import { namedInCase, staffName } from './read-name.ts'
import {
  BAD,
  readBoolean,
  readCategory,
  readComplexity,
  readEmail,
  readInteger,
  readLegacyCohort,
  readLegalStatus,
  readMappaLevel,
  readResourcing,
  readRosh,
  readSex,
  readTier,
  saysNobody,
  type LegalWord,
} from './read-code.ts'

export type Value = string | number | boolean | null

/** Why a value was left out; the rest of its row is kept. */
export class Problem {
  readonly code: Refusal['code']
  readonly message: string
  constructor(code: Refusal['code'], message: string) {
    this.code = code
    this.message = message
  }
}

/** A value kept although it looks wrong. */
export class Doubtful {
  readonly value: string
  readonly message: string
  constructor(value: string, message: string) {
    this.value = value
    this.message = message
  }
}

/** Reads one cell, trimmed and not blank. `undefined` says nothing. */
export type Reader = (text: string) => Value | LegalWord | Problem | Doubtful | undefined

export interface ReadContext {
  today: CivilDate
  dates: Omit<DateContext, 'pivot'>
}

/** Dates of these fields have happened, so a year of two digits is never later than this one. */
const PAST_DATES = new Set([
  'date_of_birth',
  'sentence_start_date',
  'reception_date',
  'arrival_date',
  'category_active_since',
  'rosh_date',
  'oasys_date',
  'allocation_date',
])
/** Sentences of sixty years from now are the furthest a list with two-digit years can mean. */
const YEARS_AHEAD = 59
const LONGEST_STAFF_NAME = 100

/** How the cells of one field are read. */
export function readerFor(field: string, type: ImportColumnType, context: ReadContext): Reader {
  if (type === 'date') return dateReader(field, context)
  const special = BY_FIELD[field] ?? BY_TYPE[type]
  if (special === undefined) return readText
  return typeof special === 'function' ? special : special.make(context)
}

function dateReader(field: string, context: ReadContext): Reader {
  const thisYear = Number(context.today.slice(2, 4))
  const pivot = PAST_DATES.has(field) ? thisYear : Math.min(thisYear + YEARS_AHEAD, 99)
  const dates: DateContext = { ...context.dates, pivot }
  return (text) => {
    const date = readDate(text, dates)
    if (typeof date !== 'string') return new Problem(date.code, date.message)
    if (field === 'date_of_birth' && date > context.today)
      return new Problem('bad_value', `A date of birth cannot be in the future: “${text}”.`)
    return date
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g
const UNUSUAL = /[^\u0021-\u007e ]| {2}/
/** Text on one line, without characters that hide or turn round other text. What looks like a formula stays text. */
const readText: Reader = (text) => {
  // Nearly every cell is plain, and plain text is left as it is.
  if (!UNUSUAL.test(text)) return text
  const tidy = text.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim().normalize('NFC')
  return tidy === '' ? undefined : tidy
}

const coded =
  <T extends Value | LegalWord | undefined>(
    read: (text: string) => T | typeof BAD,
    expected: string,
  ): Reader =>
  (text) => {
    const value = read(text)
    return value === BAD ? new Problem('bad_value', `“${shown(text)}” is not ${expected}.`) : value
  }

const named: Reader = (text) => {
  const tidy = readText(text)
  return typeof tidy === 'string' ? namedInCase(tidy) : tidy
}

const staff: Reader = (text) => {
  if (saysNobody(text)) return null
  if (text.length > LONGEST_STAFF_NAME)
    return new Problem('bad_value', 'A name longer than 100 characters is not kept.')
  const tidy = readText(text)
  return typeof tidy === 'string' ? staffName(tidy) : tidy
}

const prisonCode: Reader = (text) => {
  const prison = findPrisonWritten(text)
  if (prison !== null) return prison.code
  const code = text.toUpperCase()
  if (isPrisonCode(code)) return code
  // Outside, and between two prisons: no place to keep.
  if (code === 'OUT' || code === 'TRN') return undefined
  return new Problem('bad_value', `“${shown(text)}” is not a prison we know, by code or by name.`)
}

const crn: Reader = (text) => {
  const tidy = text.toUpperCase().replace(/\s+/g, '')
  return isCrn(tidy)
    ? tidy
    : new Problem('bad_value', `“${shown(text)}” is not a CRN: one letter and six digits, as X123456.`)
}

const pnc = {
  make: ({ today }: ReadContext): Reader => {
    const thisYear = Number(today.slice(0, 4))
    return (text) => identifier(readPnc(text, thisYear), text, 'a PNC number, as 1979/0163001B')
  },
}
const cro: Reader = (text) => identifier(readCro(text), text, 'a CRO number, as 065656/91H')

function identifier(read: { value: string; wrongLetter: boolean } | null, text: string, expected: string) {
  if (read === null) return new Problem('bad_value', `“${shown(text)}” is not ${expected}.`)
  return read.wrongLetter
    ? new Doubtful(
        read.value,
        `The last letter of “${shown(text)}” is not the one its digits give. It is kept.`,
      )
    : read.value
}

const bookingNumber: Reader = (text) => {
  const tidy = text.toUpperCase().replace(/\s+/g, '')
  return /^[A-Z0-9]{5,8}$/.test(tidy)
    ? tidy
    : new Problem('bad_value', `“${shown(text)}” is not a booking number, as 38412A.`)
}

const yes = (...words: string[]) => coded(readBoolean(words), 'yes or no')

/** The code, where the list knows the words. Newer statuses than the list are kept as written. */
const imprisonmentStatus: Reader = (text) => findImprisonmentStatus(text)?.code ?? readText(text)

/** The region's own spelling, because adoptions name it. */
const region: Reader = (text) => findRegion(text)?.name ?? readText(text)

const BY_FIELD: Record<string, Reader | undefined> = {
  last_name: named,
  first_name: named,
  middle_names: named,
  pom_name: staff,
  co_pom_name: staff,
  com_name: staff,
  booking_number: bookingNumber,
  probation_region: region,
  sex: coded(readSex, 'male or female'),
  complexity: coded(readComplexity, 'low, medium or high'),
  legacy_cohort: coded(readLegacyCohort, 'NPS or CRC'),
  recall: yes('RECALL', 'RECALLED'),
  indeterminate: yes('INDETERMINATE', 'ISP', 'LIFE', 'IPP'),
}

const BY_TYPE: Partial<Record<ImportColumnType, Reader | { make: (context: ReadContext) => Reader }>> = {
  prison_number: (text) => tidyPrisonNumber(text),
  prison_code: prisonCode,
  imprisonment_status: imprisonmentStatus,
  crn,
  pnc,
  cro,
  boolean: yes(),
  integer: coded(readInteger, 'a whole number'),
  email: coded(readEmail, 'an email address'),
  rosh: coded(readRosh, 'a RoSH level: low, medium, high or very high'),
  mappa: coded(readMappaLevel, 'a MAPPA level, 0 to 3'),
  tier: coded(readTier, 'a tier, as B2 or D'),
  handover_type: coded(readResourcing, 'enhanced or standard'),
  legal_status: coded(readLegalStatus, 'a legal status we know'),
  security_category: coded(readCategory, 'a security category we know'),
}

const shown = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
