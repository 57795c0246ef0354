import { useEffect, useState, type ReactNode } from 'react'
import type { InputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { useSession } from '../../api/use-session.ts'
import { SummaryList, type SummaryRow } from '../../components/govuk/summary-list.tsx'
import { Section } from '../../components/layout/section.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { useUi } from '../../state/ui-store.ts'
import type { CaseFile, PartProps } from './case-file.ts'
import { FactForm, type EditedFact } from './fact-form.tsx'

const EDITORS: ReadonlySet<string> = new Set(['head_of_omu', 'case_administrator', 'pom'])

type Fact = CaseFile['facts'][number]

/** Some of the facts, under their own title, in this order. */
export interface FactGroup {
  title: string
  fields: readonly string[]
  /** Of these it is said that they are not recorded: somebody looks for them here. */
  looked?: readonly string[]
}

/** Facts in groups, each with where it came from and how old it is; any of them can be changed in place. */
export function EditableFacts({
  file,
  groups,
  children,
}: PartProps & { groups: readonly FactGroup[]; children?: ReactNode }) {
  const { user } = useSession()
  const [edited, setEdited] = useState<EditedFact | null>(null)
  const [closed, setClosed] = useState<string | null>(null)
  const announce = useUi((ui) => ui.announce)
  const mayEdit = user !== null && EDITORS.has(user.role)

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
      {groups.map(({ title, fields, looked = [] }) => {
        const facts = fields.flatMap((field) => file.facts.find((fact) => fact.field === field) ?? [])
        const unrecorded = fields.flatMap(
          (field) => file.unrecorded.find((fact) => fact.field === field) ?? [],
        )
        return (
          <Section title={title} key={title}>
            <SummaryList
              rows={[
                ...unrecorded
                  .filter(({ field }) => looked.includes(field))
                  .map((fact) => missingRow(fact, mayEdit, setEdited)),
                ...facts.map((fact) => rowOf(fact, file, mayEdit, setEdited)),
              ]}
            />
            {mayEdit && (
              <Unrecorded
                title={title}
                fields={unrecorded.filter(({ field }) => !looked.includes(field))}
                onOpen={setEdited}
              />
            )}
          </Section>
        )
      })}
      {children}
    </div>
  )
}

/** What everybody looks for and nobody has recorded. */
function missingRow(
  { field, label }: CaseFile['unrecorded'][number],
  mayEdit: boolean,
  open: (fact: EditedFact) => void,
): SummaryRow {
  const row = { key: label, value: <strong>Not recorded</strong> }
  if (!mayEdit) return row
  return {
    ...row,
    action: (
      <button
        type="button"
        className="desk-link-button"
        id={buttonId(field)}
        onClick={() => open({ field, label, raw: null })}
      >
        Record <span className="govuk-visually-hidden">{label}</span>
      </button>
    ),
  }
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
  title,
  fields,
  onOpen,
}: {
  title: string
  fields: CaseFile['unrecorded']
  onOpen: (fact: EditedFact) => void
}) {
  if (fields.length === 0) return null
  return (
    <details className="govuk-details desk-facts__unrecorded">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {fields.length} not recorded <span className="govuk-visually-hidden">under {title}</span>
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
