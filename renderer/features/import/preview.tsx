import { useState } from 'react'
import { usePageActions } from '../../actions/page-actions.ts'
import { Button } from '../../components/govuk/button.tsx'
import { PageHeading } from '../../components/layout/page.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { useQuery } from '../../api/use-query.ts'
import { WarningText } from '../../components/govuk/notices.tsx'
import { goTo } from '../../components/layout/go-to.ts'
import { AskedValues } from './asked.tsx'
import { PreviewGroup } from './preview-group.tsx'
import { RefusalSummary } from './refusal-summary.tsx'
import { RefusedRows } from './refused-rows.tsx'
import { Tickets, type Ticket } from './tickets.tsx'
import type { Journey, Previewed, Stage } from './use-import.ts'

interface PreviewProps {
  heading: string
  stage: Extract<Stage, { step: 'preview' }>
  journey: Journey
}

/** The third step: what would change, worst first, and the one decision at the end. */
export function Preview({ heading, stage, journey }: PreviewProps) {
  const { preview, choices } = stage
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const confirm = () => journey.confirm([...taken])
  usePageActions([
    { id: 'confirm-import', label: 'Confirm the import', shortcut: 'Ctrl+Enter', run: confirm },
  ])
  const choose = (key: string, take: boolean) => {
    const next = new Set(taken)
    if (take) next.add(key)
    else next.delete(key)
    setTaken(next)
  }
  const conflict = journey.failure?.code === 'conflict'
  return (
    <>
      <RefusalSummary failure={journey.failure} />
      <PageHeading>{heading}</PageHeading>
      <p className="desk-import__file">
        <strong>{preview.name}</strong> {count(preview.rows, 'row')}, as at {showDate(preview.asAt)}.
      </p>
      <OlderThanHeld kind={stage.inspected.source?.name ?? null} asAt={preview.asAt} />
      <DoubtfulColumns columns={preview.doubtfulColumns} onBack={journey.back} />
      <Tickets tickets={consequences(preview)} />
      <div className="desk-preview">
        <Contents preview={preview} onBack={journey.back} />
        <div>
          <AskedValues asked={preview.asked} taken={taken} onChoose={choose} />
          {preview.groups
            .filter((group) => group.count > 0)
            .map((group) => (
              <PreviewGroup group={group} key={group.key} />
            ))}
          <RefusedRows id="import-refused" total={preview.refusedTotal} rows={preview.refused} />
          {preview.refusedTotal === 0 &&
            preview.asked.length === 0 &&
            preview.groups.every((group) => group.count === 0) && (
              <p>
                Nothing in this file differs from what is held. Confirming it records that it was read, and
                how new it is.
              </p>
            )}
        </div>
      </div>
      <div className="desk-decision">
        {conflict ? (
          <Button onPress={() => journey.preview(choices)}>Preview again</Button>
        ) : (
          <Button onPress={confirm} keys="Ctrl+Enter">
            Confirm import
          </Button>
        )}
        <Button kind="secondary" onPress={journey.back}>
          Back to columns
        </Button>
        <button type="button" className="desk-link-button" onClick={journey.cancel}>
          Cancel
        </button>
        <output className="desk-decision__words">{journey.doing || decision(preview)}</output>
      </div>
    </>
  )
}

/** A column most of whose cells cannot be what it was matched with is likelier matched wrongly. */
function DoubtfulColumns({ columns, onBack }: { columns: Previewed['doubtfulColumns']; onBack: () => void }) {
  if (columns.length === 0) return null
  return (
    <WarningText>
      {columns.map(({ heading, label, failed, rows }) => (
        <span key={heading} className="desk-block">
          In “{heading}” {failed.toLocaleString('en-GB')} of {rows.toLocaleString('en-GB')} cells cannot be{' '}
          {label}. It may be matched wrongly.
        </span>
      ))}{' '}
      <button type="button" className="desk-link-button" onClick={onBack}>
        Match the columns again
      </button>
    </WarningText>
  )
}

/** Facts of an older list would stand over those of a newer one: said before anybody confirms. */
function OlderThanHeld({ kind, asAt }: { kind: string | null; asAt: string }) {
  const { data } = useQuery('import.history', {})
  const newest = (data ?? [])
    .filter(({ source }) => source === kind)
    .reduce((latest, past) => (past.asAt > latest ? past.asAt : latest), '')
  if (newest <= asAt) return null
  return (
    <WarningText>
      This {kind} is older than the last one imported, which is as at {showDate(newest)}. Confirming it puts
      what it says over newer facts.
    </WarningText>
  )
}

const count = (size: number, word: string) =>
  `${size.toLocaleString('en-GB')} ${word}${size === 1 ? '' : 's'}`

function consequences(preview: Previewed): Ticket[] {
  return [
    { count: preview.newlyPastHandover, words: 'newly past handover', to: 'import-dates_moved', bad: true },
    {
      count: preview.releaseBeforeHandover,
      words: 'may be released before handover',
      to: 'import-dates_moved',
      bad: true,
    },
    { count: preview.created, words: 'new', to: 'import-new' },
    { count: preview.updated, words: 'changed', to: 'import-other' },
    { count: preview.absent, words: 'not in this file', to: null },
    {
      count: preview.refusedTotal,
      words: 'refused',
      to: 'import-refused',
    },
  ]
}

function decision(preview: Previewed): string {
  const refused =
    preview.refusedTotal === 0 ? '' : ` ${preview.refusedTotal.toLocaleString('en-GB')} refused and left out.`
  return `All of it or none: ${preview.created} new, ${preview.updated} changed, nobody removed.${refused}`
}

/** What the preview holds, group by group, and the rows that say nothing new. */
function Contents({ preview, onBack }: { preview: Previewed; onBack: () => void }) {
  const groups = [
    { id: 'import-asked', title: 'Typed here', count: preview.asked.length },
    ...preview.groups.map(({ key, title, count }) => ({ id: `import-${key}`, title, count })),
    { id: 'import-refused', title: 'Refused', count: preview.refusedTotal },
  ]
  return (
    <nav className="desk-contents" aria-label="Parts of the preview">
      <ul>
        {groups.map(({ id, title, count }) => (
          <li key={id}>
            {count > 0 ? (
              <button type="button" className="desk-contents__link" onClick={() => goTo(id)}>
                <span>{title}</span> <span className="desk-count">{count.toLocaleString('en-GB')}</span>
              </button>
            ) : (
              <span className="desk-contents__none">
                <span>{title}</span> <span className="desk-count">0</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      <p className="desk-second">
        {count(preview.rows, 'row')}: {preview.created} new, {preview.updated} changed, {preview.unchanged}{' '}
        the same, {preview.refusedTotal} refused.
      </p>
      {preview.absent > 0 && (
        <p className="desk-second">
          {count(preview.absent, 'person').replace('persons', 'people')} held here{' '}
          {preview.absent === 1 ? 'is' : 'are'} not in the file. Nobody is removed by absence.
        </p>
      )}
      {preview.unmappedColumns.length > 0 && (
        <p className="desk-second">
          Columns left out: {preview.unmappedColumns.join(', ')}.{' '}
          <button type="button" className="desk-link-button" onClick={onBack}>
            Match them
          </button>
        </p>
      )}
    </nav>
  )
}
