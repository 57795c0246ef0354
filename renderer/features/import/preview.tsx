import { useState } from 'react'
import { usePageActions } from '../../actions/page-actions.ts'
import { Button } from '../../components/govuk/button.tsx'
import { PageHeading } from '../../components/layout/page.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { AskedValues } from './asked.tsx'
import { FileTable } from './file-table.tsx'
import { PerhapsTheSame } from './perhaps.tsx'
import { Contents } from './preview-contents.tsx'
import { PreviewGroup } from './preview-group.tsx'
import { PreviewWarnings } from './preview-warnings.tsx'
import { ReadSoFar } from './read-so-far.tsx'
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
  const { preview, same } = stage
  const { files } = preview
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
  const names = files.map(({ name }) => name)
  return (
    <>
      <RefusalSummary failure={journey.failure} />
      <PageHeading>{heading}</PageHeading>
      {files.length === 1 ? <OneFile preview={preview} /> : <FileTable files={files} />}
      <PreviewWarnings preview={preview} onBack={journey.back} />
      <Tickets tickets={consequences(preview)} />
      <div className="desk-preview">
        <Contents preview={preview} onBack={journey.back} />
        <div>
          <PerhapsTheSame rows={preview.perhaps} same={same} onSay={journey.again} />
          <AskedValues asked={preview.asked} taken={taken} onChoose={choose} />
          {preview.groups
            .filter((group) => group.count > 0)
            .map((group) => (
              <PreviewGroup group={group} files={names} key={group.key} />
            ))}
          <RefusedRows
            id="import-refused"
            total={preview.refusedTotal}
            rows={preview.refused}
            files={names}
          />
          {isNothing(preview) && (
            <p>
              Nothing in {files.length === 1 ? 'this file' : 'these files'} differs from what is held.
              Confirming records that {files.length === 1 ? 'it was' : 'they were'} read, and how new{' '}
              {files.length === 1 ? 'it is' : 'they are'}.
            </p>
          )}
        </div>
      </div>
      <div className="desk-decision">
        {conflict ? (
          <Button onPress={() => journey.again(same)}>Preview again</Button>
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
        <output className="desk-decision__words">
          {journey.doing || decision(preview)} <ReadSoFar progress={journey.progress} />
        </output>
      </div>
    </>
  )
}

function OneFile({ preview: { files } }: { preview: Previewed }) {
  const [file] = files
  if (file === undefined) return null
  const { name, rows, asAt } = file
  return (
    <p className="desk-import__file">
      <strong>{name}</strong> {rows.toLocaleString('en-GB')} {rows === 1 ? 'row' : 'rows'}, as at{' '}
      {showDate(asAt)}.
    </p>
  )
}

const isNothing = ({ refusedTotal, asked, groups }: Previewed) =>
  refusedTotal === 0 && asked.length === 0 && groups.every(({ count }) => count === 0)

function consequences(preview: Previewed): Ticket[] {
  const { files, groups } = preview
  const [only] = files
  const left = groups.find(({ key }) => key === 'left')
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
    ...(left !== undefined
      ? [{ count: left.count, words: 'left the list', to: 'import-left' }]
      : files.length === 1
        ? [{ count: only?.absent ?? 0, words: 'not in this file', to: null }]
        : []),
    { count: preview.refusedTotal, words: 'refused', to: 'import-refused' },
  ]
}

function decision(preview: Previewed): string {
  const refused =
    preview.refusedTotal === 0 ? '' : ` ${preview.refusedTotal.toLocaleString('en-GB')} refused and left out.`
  return `All of it or none: ${preview.created} new, ${preview.updated} changed, nobody removed.${refused}`
}
