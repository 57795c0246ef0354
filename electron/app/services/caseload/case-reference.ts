/**
 * Eight characters that stand for a case outside the app without saying whose it is: the end of its random id, which is
 * in no other system. Typed into the find box it finds the case; to anybody without the store it means nothing.
 */
export function caseReference(personId: string): string {
  return personId.replaceAll('-', '').slice(-8).toUpperCase()
}
