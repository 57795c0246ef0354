/** Files and functions of code, with the words that join them. */
const CODE_NAMES = /(?:[,:;]| and)? ?\b[\w/.]+\.(?:rb|kt|erb|ts|md)\b(?: \w+\?)?(?: at [0-9a-f]{7,40})?/gu
const REVISIONS = /,? commits? [0-9a-f]{7,40}(?:, [0-9a-f]{7,40})*| \((?:[0-9a-f]{7,40}(?:, )?)+\)/gu

/**
 * A source as a person would name it: `Manage POM cases, handover checklist, 21 August 2026`. What only a reader of code
 * needs (repository, file names, revisions) is left out.
 */
export function shortSource(source: string): string {
  const short = source
    .replaceAll(/ministryofjustice\/[\w-]+@[0-9a-f]+ \(([^)]+)\):/gu, 'Manage POM cases, $1,')
    .replaceAll(
      /ministryofjustice\/manage-pom-cases-design-history(?:: app\/posts\/(\d{4})[\w-]*(?:\.md)?)?/gu,
      'Manage POM cases design notes, $1',
    )
    .replaceAll(
      /ministryofjustice\/(?:hmpps-)?([\w-]+?)(?:-(?:api|ui)(?:\/-ui)?)?(?=$|[\s:;,])/gu,
      (_, name: string) => `national service code, ${name.replaceAll('-', ' ')}`,
    )
    .replaceAll(CODE_NAMES, '')
    .replaceAll(REVISIONS, '')
    .replaceAll(/,;/gu, ';')
    .replaceAll(/[\s,;:]+$/gu, '')
  // An address keeps its letters as they are.
  return /^[\w-]+\./u.test(short) ? short : short.charAt(0).toUpperCase() + short.slice(1)
}
