/**
 * Eight characters that stand for a case outside the app without saying whose it is: the end of its random id, which is
 * in no other system. Typed into the find box it finds the case; to anybody without the store it means nothing. They
 * stand four and four, `4C0D-95F2`: written together some would read as a prison number or a CRN, and so as somebody's.
 */
export function caseReference(personId: string): string {
  const end = personId.replaceAll('-', '').slice(-8).toUpperCase()
  return `${end.slice(0, 4)}-${end.slice(4)}`
}
