import { useState } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { Tag } from '../../components/govuk/tag.tsx'
import { Section } from '../../components/layout/section.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showDate, showTableDate } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'
import type { CaseFile } from '../case/case-file.ts'

type Step = OutputOf<'meetings.log'>['steps'][number]

interface NextStepsProps {
  file: CaseFile
  steps: readonly Step[]
  mayWrite: boolean
}

/** What was agreed at meetings and contacts, who is to do it and by when, and whether it was done. */
export function NextSteps({ file, steps, mayWrite }: NextStepsProps) {
  const open = steps.filter(({ done }) => done === null).length
  if (steps.length === 0) return null
  return (
    <Section title="Next steps" note={`${open} open`}>
      <ScrollPane label="Next steps">
        <table className="desk-casetable desk-checklist">
          <caption className="govuk-visually-hidden">Next steps</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Who</th>
              <th scope="col">By</th>
              <th scope="col">Done</th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => (
              <tr key={`${step.source} ${step.what}`}>
                <th scope="row">
                  {step.what}
                  <span className="desk-second">{step.title}</span>
                </th>
                <td>{step.owner}</td>
                <td>
                  {showTableDate(step.by)}{' '}
                  {step.done === null && step.by < file.today && <Tag text="Overdue" tone="late" />}
                </td>
                <td>
                  <Done file={file} step={step} mayWrite={mayWrite} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollPane>
    </Section>
  )
}

function Done({ file, step, mayWrite }: { file: CaseFile; step: Step; mayWrite: boolean }) {
  const command = useCommand('contacts.stepDone')
  const announce = useUi((ui) => ui.announce)
  const [asked, setAsked] = useState(false)
  const mark = async (doneOn: CaseFile['today'] | null) => {
    const { source, what } = step
    setAsked(true)
    const done = await command.run({ personId: file.personId, source, what, doneOn, note: '' })
    if (done !== undefined) announce(doneOn === null ? `${what}: open again` : `${what}: done today`)
  }
  return (
    <>
      {step.done !== null && (
        <>
          {showDate(step.done.on)}
          <span className="desk-second">Recorded by {step.done.by}</span>
        </>
      )}
      {mayWrite && (
        <button
          type="button"
          className="desk-link-button"
          onClick={() => void mark(step.done === null ? file.today : null)}
        >
          {step.done === null ? 'Done today' : 'Open again'}
          <span className="govuk-visually-hidden">: {step.what}</span>
        </button>
      )}
      {asked && command.error !== null && (
        <p className="govuk-error-message" role="alert">
          {command.error.message}
        </p>
      )}
    </>
  )
}
