import type { Contact } from '../../../../domain/meetings/contact.ts'
import { contactInWords } from '../../../../domain/meetings/contact.ts'
import type { NextStep, StepDone } from '../../../../domain/meetings/held.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseTask } from '../caseload/tasks.ts'
import type { PlannedCase } from '../planning/planned-case.ts'
import { compareText } from '../../../../domain/text/compare-text.ts'

/** A next step agreed at a meeting or a contact, and whether it was done. */
export interface AgreedStep extends NextStep {
  /** The meeting's task, or what the contact is recorded under. */
  source: string
  /** What it is recorded under as done. */
  subject: string
  /** Where it was agreed: `Handover meeting`, `Contact of 12 November 2026, phone`. */
  title: string
  agreedOn: CivilDate
  done: { on: CivilDate; by: string; note: string } | null
}

/** What is the POM's own to do; what others agreed to is waited for. */
export const isOwnStep = ({ owner }: Pick<NextStep, 'owner'>): boolean => owner.endsWith('(POM)')

const subjectOf = (source: string, what: string): string => `${source} ${what.toLowerCase()}`

/** Every next step that stands of one case, those still open first, soonest first. */
export function stepsOf({
  tasks,
  planned: { decisions },
}: {
  tasks: readonly CaseTask[]
  planned: PlannedCase
}): AgreedStep[] {
  // Of most cases nothing was agreed, and every list of a unit asks.
  if (tasks.every(({ held }) => held === null) && !decisions.some(({ kind }) => kind === 'contact')) return []
  const done = new Map(
    decisions.filter(({ kind }) => kind === 'next_step').map((record) => [record.subject, record]),
  )
  const steps: AgreedStep[] = []
  const add = (source: string, title: string, agreedOn: CivilDate, agreed: readonly NextStep[]) => {
    for (const step of agreed) {
      const subject = subjectOf(source, step.what)
      const record = done.get(subject)
      const body = record?.body as StepDone | undefined
      steps.push({
        ...step,
        source,
        subject,
        title,
        agreedOn,
        done:
          record === undefined || body === undefined
            ? null
            : { on: body.doneOn, by: record.byName, note: body.note },
      })
    }
  }
  for (const { task, title, doneOn, held } of tasks)
    if (held !== null && doneOn !== null) add(task, title, doneOn, held.nextSteps)
  for (const { kind, subject, body } of decisions) {
    if (kind !== 'contact') continue
    const contact = body as Contact
    add(subject, `Contact of ${contactInWords(contact)}`, contact.on, contact.nextSteps)
  }
  return steps.sort((a, b) => Number(a.done !== null) - Number(b.done !== null) || compareText(a.by, b.by))
}
