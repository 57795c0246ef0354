import { useEffect, useState } from 'react'
import type { InputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { SummaryList, type SummaryRow } from '../../components/govuk/summary-list.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'
import { AsKnown } from './as-known.tsx'
import type { CaseFile, PartProps } from './case-file.ts'
import { FactForm, type EditedFact } from './fact-form.tsx'

const EDITORS: ReadonlySet<string> = new Set(['head_of_omu', 'case_administrator', 'pom'])

type Fact = CaseFile['facts'][number]

/** Everything recorded, in groups, each with where it came from and how old it is; any of it can be changed in place. */
export function Facts({ file }: PartProps) {
  const { user } = useSession()
  const [edited, setEdited] = useState<EditedFact | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  const announce = useUi((ui) => ui.announce)
  const mayEdit = user !== null && EDITORS.has(user.role)
  const groups = new Map<string, Fact[]>()
  for (const fact of file.facts) groups.set(fact.group, [...(groups.get(fact.group) ?? []), fact])
  for (const { group } of file.unrecorded) if (!groups.has(group)) groups.set(group, [])

  useEffect(() => {
    // Back where the form was opened from: the button is there again once the list is drawn.
    if (edited === null && closed !== null) document.getElementById(buttonId(closed))?.focus()
  }, [edited, closed])
  const close = (words?: string) => {
    setClosed(edited?.field ?? null)
    setEdited(null)
    if (words !== undefined) announce(words)
  }

  if (edited !== null) return <FactForm file={file} fact={edited} onDone={close} onCancel={() => close()} />
  return (
    <div className="desk-case desk-facts">
      {[...groups].map(([group, facts]) => (
        <Section title={group} key={group}>
          <SummaryList rows={facts.map((fact) => rowOf(fact, file, mayEdit, setEdited))} />
          {mayEdit && <Unrecorded group={group} file={file} onOpen={setEdited} />}
        </Section>
      ))}
      <AsKnown file={file} />
    </div>
  )
}

const buttonId = (field: string) => `change-${field}`

function rowOf(fact: Fact, file: CaseFile, mayEdit: boolean, open: (fact: EditedFact) => void): SummaryRow {
  const note = (
    <>
      {origin(fact)}
      {fact.listed !== null && <Listed fact={fact} file={file} mayEdit={mayEdit} />}
    </>
  )
  const row = { key: fact.label, value: fact.value, note }
  if (!mayEdit || fact.field === 'prison_number') return row
  return {
    ...row,
    action: (
      <button
        type="button"
        className="desk-link-button"
        id={buttonId(fact.field)}
        onClick={() => open({ field: fact.field, label: fact.label, raw: fact.raw })}
      >
        Change <span className="govuk-visually-hidden">{fact.label}</span>
      </button>
    ),
  }
}

/** What a list says otherwise than what was typed here, and the button that takes it. */
function Listed({ fact, file, mayEdit }: { fact: Fact; file: CaseFile; mayEdit: boolean }) {
  const command = useCommand('facts.takeListed')
  const { listed } = fact
  if (listed === null) return null
  return (
    <span className="desk-facts__listed">
      {listed.source} says {listed.value}, as at {showDate(listed.asAt)}.{' '}
      {mayEdit && (
        <button
          type="button"
          className="desk-link-button"
          onClick={() =>
            void command.run({
              personId: file.personId,
              field: fact.field as InputOf<'facts.takeListed'>['field'],
            })
          }
        >
          Take that <span className="govuk-visually-hidden">for {fact.label}</span>
        </button>
      )}
      {command.error !== null && <strong role="alert"> {command.error.message}</strong>}
    </span>
  )
}

/** What is not recorded of this group, one to choose and record. */
function Unrecorded({
  group,
  file,
  onOpen,
}: {
  group: string
  file: CaseFile
  onOpen: (fact: EditedFact) => void
}) {
  const fields = file.unrecorded.filter((fact) => fact.group === group)
  if (fields.length === 0) return null
  return (
    <details className="govuk-details desk-facts__unrecorded">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {fields.length} not recorded <span className="govuk-visually-hidden">under {group}</span>
        </span>
      </summary>
      <ul className="desk-facts__fields">
        {fields.map(({ field, label }) => (
          <li key={field}>
            <button
              type="button"
              className="desk-link-button"
              id={buttonId(field)}
              onClick={() => onOpen({ field, label, raw: null })}
            >
              Record {label}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

function origin(fact: Fact): string {
  const where = fact.asAt === null ? fact.source : `${fact.source}, as at ${showDate(fact.asAt)}`
  return fact.reason === null ? where : `${where}. ${fact.reason}`
}
