const BLANK_OR_UNSEEN = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g
/** In capitals and letters of ordinary width, without spaces, marks nobody sees, and the full stop some parole lists end it with. */
export const tidyPrisonNumber = (text: string) => (isPrisonNumber(text) ? text : tidied(text))
const tidied = (text: string) =>
  text.normalize('NFKC').toUpperCase().replace(BLANK_OR_UNSEEN, '').replace(/\.+$/, '')

const PRISON_NUMBER = /^[A-Z][0-9]{4}[A-Z]{2}$/
export const isPrisonNumber = (text: string) => PRISON_NUMBER.test(text)

const CRN = /^[A-Z][0-9]{6}$/
export const isCrn = (text: string) => CRN.test(text)

/** What is wrong with a prison number, and what it may have been. */
export function explainPrisonNumber(text: string): string {
  const digits = text.slice(1, 5)
  const meant =
    text.slice(0, 1) +
    digits.replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1').replaceAll('S', '5') +
    text.slice(5)
  if (text.length === 7 && meant !== text && isPrisonNumber(meant))
    return `“${text}” has a letter where a digit belongs. Perhaps ${meant}.`
  if (/[^\u0020-\u007e]/.test(text) && text.length === 7) {
    return `“${text}” has a letter of another alphabet that only looks like one of ours. Type it again.`
  }
  return `“${text.slice(0, 40)}” is not a prison number: one letter, four digits, two letters, as A1234BC.`
}

const CHECK_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY'
const checkLetter = (digits: string) => CHECK_LETTERS[Number(BigInt(digits) % 23n)]

export interface NationalIdentifier {
  value: string
  /** The check letter is not the one the numbers give. Old records are often wrong, so this warns and never blocks. */
  wrongLetter: boolean
}

/** A police number to `YYYY/NNNNNNNC`; null where the pattern is another. `thisYear` decides the century of short ones. */
export function readPnc(text: string, thisYear: number): NationalIdentifier | null {
  const tidy = text.toUpperCase().replace(/\s+/g, '')
  const parts = /^(\d{2}|\d{4})\/(\d{1,7})([A-Z])$/.exec(tidy) ?? unslashedPnc(tidy)
  if (parts === null) return null
  const [, written = '', serial = '', letter = ''] = parts
  const short = Number(written.slice(-2))
  const year = written.length === 4 ? written : String(short <= thisYear % 100 ? 2000 + short : 1900 + short)
  const padded = serial.padStart(7, '0')
  return { value: `${year}/${padded}${letter}`, wrongLetter: checkLetter(year.slice(2) + padded) !== letter }
}

/** Without the stroke, fewer than 12 characters means a year of two digits. */
function unslashedPnc(text: string): RegExpExecArray | null {
  return text.length < 12 ? /^(\d{2})(\d{1,7})([A-Z])$/.exec(text) : /^(\d{4})(\d{7})([A-Z])$/.exec(text)
}

/** A criminal records number, the standard serial padded to six digits; null where the pattern is another. */
export function readCro(text: string): NationalIdentifier | null {
  const tidy = text.toUpperCase().replace(/\s+/g, '')
  const standard = /^(\d{1,6})\/(\d{2})([A-Z])$/.exec(tidy)
  if (standard !== null) {
    const [, serial = '', year = '', letter = ''] = standard
    const padded = serial.padStart(6, '0')
    return { value: `${padded}/${year}${letter}`, wrongLetter: checkLetter(year + padded) !== letter }
  }
  const special = /^SF(\d{2})\/(\d{1,6})([A-Z])$/.exec(tidy)
  if (special === null) return null
  const [, year = '', serial = '', letter = ''] = special
  return { value: tidy, wrongLetter: checkLetter(year + serial) !== letter }
}
