import type { OutputOf } from '../../../../domain/contract/index.ts'
import { PERSON_FIELDS, type PersonField } from '../../../../domain/model/person-record.ts'
import type { Asked } from './compare-extract.ts'
import type { FoundTogether } from './compare-together.ts'
import {
  keyOf,
  newerImport,
  UNKNOWN_SOURCE,
  type ImportOutcome,
  type ImportParts,
  type RunOutcome,
} from './import-extracts.ts'
import { leftTheList } from './left-the-list.ts'
import type { Effect } from './plan-effects.ts'
import { groupsOf, MOST_ROWS } from './preview-groups.ts'
import { doubtfulColumns } from './remembered-columns.ts'
import { shown } from './shown-values.ts'

type PreviewAnswer = OutputOf<'import.preview'>
type Report = OutputOf<'import.confirm'>

interface Previewed {
  id: string
  /** Of each file. */
  tokens: readonly string[]
  run: RunOutcome
}

/** What files would do together, as the page shows it. */
export function presentPreview(parts: ImportParts, { id, tokens, run }: Previewed): PreviewAnswer {
  const { outcomes, effects } = run
  return {
    previewId: id,
    files: outcomes.map((outcome, place) => fileShown(parts, outcome, tokens[place] as string)),
    created: effects.filter(({ found }) => found.before === null).length,
    updated: effects.filter(({ found }) => found.before !== null).length,
    newlyPastHandover: newlyPast(effects),
    releaseBeforeHandover: effects.filter(({ releaseFirst }) => releaseFirst).length,
    cleared: clearedOf(effects),
    groups: groupsOf(effects, leftTheList(parts, outcomes), parts.today),
    asked: outcomes.flatMap(({ comparison }, file) => comparison.asked.map((one) => askedShown(one, file))),
    perhaps: outcomes.flatMap((outcome, file) => perhapsShown(outcome, file, tokens[file] as string)),
    ...refusedOf(outcomes),
  }
}

const newlyPast = (effects: readonly Effect[]) => effects.filter((effect) => effect.newlyPast).length

function fileShown(
  { session: { store } }: ImportParts,
  { request, comparison, sameFile }: ImportOutcome,
  token: string,
): PreviewAnswer['files'][number] {
  const { extract, asAt, source } = request
  return {
    token,
    name: extract.name,
    kind: source === UNKNOWN_SOURCE ? null : (extract.source?.name ?? null),
    asAt,
    ...countsOf({ request, comparison }),
    unmappedColumns: extract.unmappedColumns,
    doubtfulColumns: doubtfulColumns(extract),
    // Two lists nobody knows the kind of are not older and newer of one another.
    olderThan: source === UNKNOWN_SOURCE ? null : (newerImport(store.read, source, asAt)?.asAt ?? null),
    sameFile: sameFile?.at ?? null,
  }
}

function countsOf({ request, comparison }: Pick<ImportOutcome, 'request' | 'comparison'>) {
  const { created, updated, unchanged, absent, refused } = comparison
  return { rows: request.extract.rows, created, updated, unchanged, absent, refusedTotal: refused.length }
}

/** What blank cells take away; somebody nobody is allocated to any more is no blank, and is shown as a change of COM. */
function clearedOf(effects: readonly Effect<FoundTogether>[]): PreviewAnswer['cleared'] {
  const counts = new Map<string, number>()
  for (const { found } of effects) {
    if (found.before === null) continue
    for (const field of Object.keys(found.delta) as PersonField[]) {
      if (found.delta[field] !== null) continue
      const { label } = PERSON_FIELDS[field]
      counts.set(label, (counts.get(label) ?? 0) + 1)
    }
  }
  return [...counts].map(([label, count]) => ({ label, count })).sort((a, b) => b.count - a.count)
}

function askedShown(one: Asked, file: number): PreviewAnswer['asked'][number] {
  const { row, personId, name, prisonNumber, field, by } = one
  return {
    key: keyOf(one),
    file,
    row,
    personId,
    name,
    prisonNumber,
    field: PERSON_FIELDS[field].label,
    ours: shown(one.ours) ?? 'Nothing',
    by,
    listed: shown(one.listed) ?? 'Nothing',
  }
}

/** Rows no number places. One that was said to be somebody's is no longer among those left out, and stays asked, to be changed. */
function perhapsShown(
  { comparison, request }: ImportOutcome,
  file: number,
  token: string,
): PreviewAnswer['perhaps'] {
  return comparison.perhaps.map(({ row, name, born, candidates }) => ({
    file,
    token,
    row,
    name,
    born: shown(born) ?? '',
    said: request.saidToBe?.get(row) ?? null,
    candidates,
  }))
}

function refusedOf(outcomes: readonly ImportOutcome[]): Pick<PreviewAnswer, 'refusedTotal' | 'refused'> {
  const refused = outcomes.flatMap(({ comparison }, file) =>
    comparison.refused.map((one) => Object.assign({ file }, one)),
  )
  return { refusedTotal: refused.length, refused: refused.slice(0, MOST_ROWS) }
}

/** What was written, as the page shows it. */
export function presentReport(
  importIds: readonly string[],
  { outcomes, effects }: Pick<RunOutcome, 'outcomes' | 'effects'>,
): Report {
  return {
    files: outcomes.map((outcome, place) => ({
      importId: importIds[place] as string,
      name: outcome.request.extract.name,
      ...countsOf(outcome),
    })),
    newlyPastHandover: newlyPast(effects),
    ...refusedOf(outcomes),
  }
}
