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
