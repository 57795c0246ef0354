import type { DecisionRecord } from '../../../../db/types.ts'
import { dayInLondon } from '../../../../db/london-day.ts'
import {
  contactNote,
  decisionNote,
  meetingNote,
  NOTE_SYSTEMS,
  notHeldNote,
  type CaseNote,
  type NoteSystem,
} from '../../../../domain/case-notes/case-note.ts'
import { contactCodeOf, type NoteAbout } from '../../../../domain/case-notes/contact-codes.ts'
import type { NoteEntered } from '../../../../domain/case-notes/note-entered.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { DecisionKind } from '../../../../domain/model/decision.ts'
import { CONTACT_MODE_WORDS, type Contact } from '../../../../domain/meetings/contact.ts'
import { decisionInWords } from '../caseload/decision-words.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import { taskTitle, type CaseTask } from '../caseload/tasks.ts'
import type { UnitCase } from '../caseload/unit-view.ts'

export type Note = OutputOf<'meetings.log'>['notes'][number]

/** Decisions that have to be told in both national systems. */
const DECISIONS: ReadonlySet<DecisionKind> = new Set(['responsibility', 'early_allocation', 'parole_review'])

interface Source {
  subject: string
  of: string
  title: string
  on: CivilDate
  by: string
  about: NoteAbout
  write(system: NoteSystem): CaseNote
}

function ofMeeting({ task, title, doneOn, notDone, held, note, by, seq }: CaseTask): Source | null {
  if (!task.startsWith('mt-') || seq === null) return null
  const about: NoteAbout = { kind: 'meeting' }
  const common = { subject: task, of: String(seq), by: by ?? '', about }
  if (doneOn !== null && held !== null) {
    const whole = { on: doneOn, outcome: note, ...held }
    return { ...common, title, on: doneOn, write: (system) => meetingNote(title, whole, system) }
  }
  if (notDone !== null) {
    const { on, words } = notDone
    return {
      ...common,
      title: `${title}: not held`,
      on,
      write: (system) => notHeldNote(title, { on, words, note }, system),
    }
  }
  return null
}

function ofReport({ task, title, doneOn, note, reference, by, seq }: CaseTask): Source | null {
  // A report recorded by its day alone tells nothing more than the checklist does.
  if (task !== 'handover_report' || doneOn === null || seq === null || `${note}${reference}` === '')
    return null
  const details = [note, reference === '' ? '' : `Document: ${reference}`].filter((words) => words !== '')
  return {
    subject: task,
    of: String(seq),
    title,
    on: doneOn,
    by: by ?? '',
    about: { kind: 'report' },
    write: (system) =>
      decisionNote({ on: doneOn, title: 'Handover report sent to the COM', details }, system),
  }
}

function ofRecord(record: DecisionRecord): Source | null {
  const { kind, subject, id, body, byName, at } = record
  const common = { of: id, by: byName }
  if (kind === 'contact') {
    const contact = body as Contact
    return {
      ...common,
      subject,
      title: `Contact with ${contact.with}, ${CONTACT_MODE_WORDS[contact.mode].toLowerCase()}`,
      on: contact.on,
      about: { kind: 'contact' },
      write: (system) => contactNote(contact, system),
    }
  }
  if (!DECISIONS.has(kind)) return null
  const { title, details } = decisionInWords(record, null)
  const on = dayInLondon(new Date(at))
  return {
    ...common,
    subject: `${kind} ${subject}`,
    title,
    on,
    about: { kind: 'decision', decision: kind },
    write: (system) => decisionNote({ on, title, details }, system),
  }
}

/** The name a note whose record was taken back is entered under. */
const TAKEN_BACK = 'taken back'

/** A note that was entered of a record that stands no longer: the national systems have to be put right. */
function ofTakenBack(record: DecisionRecord, known: ReadonlySet<string>): Source | null {
  const { kind, subject, body, byName, at } = record
  if (kind !== 'case_note' || known.has(subject)) return null
  const { dps, ndelius, of } = body as NoteEntered
  if (dps === null && ndelius === null && of !== TAKEN_BACK) return null
  const what =
    subject.startsWith('mt-') || subject === 'handover_report' ? taskTitle(subject) : 'Contact or decision'
  const on = dayInLondon(new Date(at))
  return {
    subject,
    of: TAKEN_BACK,
    title: `${what}: the record was taken back`,
    on,
    by: byName,
    about: { kind: 'meeting' },
    write: (system) =>
      decisionNote(
        { on, title: `Correction. An earlier note (${midSentence(what)}) was entered in error`, details: [] },
        system,
      ),
  }
}

function sourcesOf(one: UnitCase): Source[] {
  const standing = standingSources(one)
  const known = new Set(standing.map(({ subject }) => subject))
  const back = one.planned.decisions.map((record) => ofTakenBack(record, known))
  return [...standing, ...back.filter((source) => source !== null)]
}

function standingSources({ tasks, planned: { decisions } }: UnitCase): Source[] {
  return [...tasks.flatMap((task) => [ofMeeting(task), ofReport(task)]), ...decisions.map(ofRecord)].filter(
    (source) => source !== null,
  )
}

function enteredOf(decisions: readonly DecisionRecord[]): Map<string, NoteEntered> {
  return new Map(
    decisions
      .filter(({ kind }) => kind === 'case_note')
      .map(({ subject, body }) => [subject, body as NoteEntered]),
  )
}

function noteOf(source: Source, entered: NoteEntered | undefined): Note {
  const written = { dps: source.write('dps'), ndelius: source.write('ndelius') }
  const code = contactCodeOf(source.about)
  const { subject, of, title, on, by } = source
  const stands = entered?.of === of
  return {
    subject,
    of,
    title,
    on,
    by,
    parts: { dps: written.dps.parts, ndelius: written.ndelius.parts },
    left: [...new Set(NOTE_SYSTEMS.flatMap((system) => written[system].left))],
    code: code === null ? null : `${code.code}, ${code.means}`,
    entered: { dps: stands ? entered.dps : null, ndelius: stands ? entered.ndelius : null },
    changed: entered !== undefined && !stands && (entered.dps !== null || entered.ndelius !== null),
  }
}

/** The case notes of one person, newest first. */
export function notesOf(one: UnitCase): Note[] {
  const entered = enteredOf(one.planned.decisions)
  return sourcesOf(one)
    .map((source) => noteOf(source, entered.get(source.subject)))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

const isOpen = ({ subject, of }: Source, entered: ReadonlyMap<string, NoteEntered>): boolean => {
  const known = entered.get(subject)
  return known === undefined || known.of !== of || known.dps === null || known.ndelius === null
}

/** The notes of one person that are not in both systems yet. */
export function notesToEnter(one: UnitCase): Note[] {
  const entered = enteredOf(one.planned.decisions)
  return sourcesOf(one)
    .filter((source) => isOpen(source, entered))
    .map((source) => noteOf(source, entered.get(source.subject)))
}

/** How many notes of one person are not in both systems yet: none is written to tell. */
export function countToEnter(one: UnitCase): number {
  const entered = enteredOf(one.planned.decisions)
  return sourcesOf(one).filter((source) => isOpen(source, entered)).length
}
