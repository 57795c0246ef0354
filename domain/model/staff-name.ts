/** What lists write for a member of staff while nobody has the case. */
const NOBODY = /^(unallocated|not allocated|inactive|unknown|none|tbc|n\/a)\b/i

/** A name as a list wrote it, without the blanks round it; null where it says that there is nobody. */
export function staffNameOf(text: string | null | undefined): string | null {
  const name = text?.trim() ?? ''
  return name === '' || NOBODY.test(name) ? null : name
}

/** One spelling for comparing: `THORNBER, Amy` in one list and `Amy Thornber` in another are one POM. */
export function plainStaffName(name: string): string {
  const [surname = '', forename] = name.split(',', 2)
  const inOrder = forename === undefined ? surname : `${forename} ${surname}`
  return inOrder.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** An attendee without what they are, in one spelling: `Amy Thornber (POM)` and `THORNBER, Amy` are one. */
export const plainAttendee = (who: string): string => plainStaffName(who.replace(/ \([^)]*\)$/u, ''))

/** Tells whether a name as a list wrote it is one of these. Spellings repeat by the hundred, so each is made plain once. */
export function namesAny(names: readonly string[]): (text: string | null | undefined) => boolean {
  const wanted = new Set(names.map(plainStaffName))
  const read = new Map<string, boolean>()
  return (text) => {
    if (typeof text !== 'string' || wanted.size === 0) return false
    let is = read.get(text)
    if (is === undefined) read.set(text, (is = wanted.has(plainStaffName(text))))
    return is
  }
}
