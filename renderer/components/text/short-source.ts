/**
 * A source as a person would name it: `Manage POM cases, handover checklist, 21 August 2026`. What only a reader of code
 * needs (repository, file names, revisions) is left out; the whole line belongs in a details beneath.
 */
export function shortSource(source: string): string {
  return source
    .replaceAll(/ministryofjustice\/[\w-]+@[0-9a-f]+ \(([^)]+)\):/gu, 'Manage POM cases, $1,')
    .replaceAll(/,? ?[\w/]+\.rb(?: and [\w/]+\.rb)*(?: at [0-9a-f]{7,40})?/gu, '')
    .replaceAll(/ \((?:[0-9a-f]{7,40}(?:, )?)+\)/gu, '')
}
