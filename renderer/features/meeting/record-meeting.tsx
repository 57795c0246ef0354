import './meeting.scss'
import { useRef, useState, type FormEvent } from 'react'
import { Link } from 'react-router'
import {
  meetingNote,
  NOTE_SYSTEM_WORDS,
  notHeldNote,
  type NoteSystem,
} from '../../../domain/case-notes/case-note.ts'
import type { InputOf } from '../../../domain/contract/index.ts'
import { MEETING_MODES, MODE_WORDS, type MeetingMode } from '../../../domain/meetings/booking.ts'
import { COVERED, COVERED_WORDS, OUTCOME_LIMIT, type Covered } from '../../../domain/meetings/held.ts'
import { NOT_DONE_REASONS, NOT_DONE_WORDS, type NotDoneReason } from '../../../domain/model/handover-task.ts'
import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useDraft } from '../../api/use-draft.ts'
import { useQuery } from '../../api/use-query.ts'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { readOneLineDate } from '../../components/form/one-line-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Columns } from '../../components/layout/section.tsx'
import { copyText } from '../../components/text/copy-text.ts'
import { showTableDate } from '../../components/text/show-date.ts'
import type { CaseFile, Recordable } from '../case/case-file.ts'
import { useFocusedHeading } from '../case/record-task.tsx'
import { SinceOpened } from '../case/since-opened.tsx'
import { midSentence } from '../../../domain/text/status-tags.ts'
import { namesIn } from './book-typed.ts'
import { DraftNote } from './draft-note.tsx'
import { timesAsRead } from './read-time.ts'
import { CaseNoteBox } from './case-note-box.tsx'
import { MeetingAside } from './meeting-aside.tsx'
import { focusQuestion, Options, Question } from './question.tsx'
import {
  absentIn,
  heldSoFar,
  isRecordForm,
  peopleIn,
  readHeld,
  readNotHeld,
  startRecordForm,
  type RecordForm,
} from './record-form.ts'
import { StepsField } from './steps-field.tsx'

export type MandatedTask = InputOf<'meetings.record'>['task']

interface RecordMeetingProps {
  file: CaseFile
  meeting: Recordable
  onDone: (words: string) => void
  onCancel: () => void
}

/** The fields by the names the app refuses them under, and their ids. */
const idOf = (field: string) =>
  `meeting-${{ doneOn: 'on', note: 'outcome' }[field] ?? field.replaceAll('.', '-')}`
const QUESTIONS = [
  'Took place?',
  'Held on',
  'How',
  'Who attended',
  'What was covered',
  'Outcome',
  'Next steps',
] as const
const questionId = (number: number) => `question-${number}`

/** What happened at a mandated meeting, in seven questions answered from what was booked. Keeps itself as a draft. */
export function RecordMeeting({ file, meeting, onDone, onCancel }: RecordMeetingProps) {
  const task = meeting.task as MandatedTask
  const { data } = useQuery('meetings.show', { personId: file.personId, task })
  const draft = useDraft(
    `meeting ${file.personId} ${task}`,
    () => startRecordForm(meeting, file.today),
    isRecordForm,
  )
  const form = draft.value
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [system, setSystem] = useState<NoteSystem>('dps')
  const held = useCommand('meetings.record')
  const notHeld = useCommand('case.recordTask')
  const failure = held.error ?? notHeld.error
  const heading = useFocusedHeading()
  const saving = useRef(false)
  const at = (field: string) => messageAt(mistakes, failure, field)
  const change = (part: Partial<RecordForm>) => {
    draft.change({ ...form, ...part })
  }
  const note = (of: NoteSystem) => noteSoFar(form, meeting, file, of)
  const copy = () => copyText(note(system)?.parts.join('\n\n') ?? '')

  async function write(): Promise<boolean> {
    held.clear()
    notHeld.clear()
    const read = new FormReader()
    // Asked again after a conflict, the record as it is shown by then has been seen.
    const seen = failure?.code === 'conflict' ? meeting.seq : form.seen
    const who = { personId: file.personId, task, seen }
    if (form.took === 'held') {
      const answer = readHeld(read, form, meeting, file.today)
      setMistakes(read.mistakes)
      return answer !== null && (await held.run({ ...who, ...answer })) !== undefined
    }
    const answer = readNotHeld(read, form, file.today)
    setMistakes(read.mistakes)
    return answer !== null && (await notHeld.run({ ...who, ...answer })) !== undefined
  }

  async function save(copying: boolean) {
    if (saving.current) return
    saving.current = true
    try {
      if (!(await write())) return
      const copied = copying && (await copy())
      await draft.forget()
      const what = form.took === 'held' ? 'recorded as held' : 'recorded as not held'
      const said = copied ? ` The case note for ${NOTE_SYSTEM_WORDS[system]} is copied.` : ''
      const unsaid =
        copying && !copied ? ' The case note could not be copied: it is under Case notes below.' : ''
      onDone(`${meeting.title}: ${what}.${said}${unsaid}`)
    } finally {
      saving.current = false
    }
  }

  usePageActions([
    ...QUESTIONS.map((title, index) => ({
      id: `question-${index + 1}`,
      label: `Go to: ${title}`,
      shortcut: `Alt+${index + 1}`,
      run: () => focusQuestion(questionId(index + 1)),
    })),
    { id: 'save-copy', label: 'Save and copy case note', shortcut: 'Ctrl+Enter', run: () => void save(true) },
    { id: 'save', label: 'Save', shortcut: 'Ctrl+S', run: () => void save(false) },
    { id: 'copy-note', label: 'Copy as case note', shortcut: 'Alt+C', run: () => void copy() },
  ])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save(false)
  }
  return (
    <form className="desk-case desk-meeting" onSubmit={submit} noValidate>
      <ErrorSummary errors={summaryOf(mistakes, idOf, failure)} />
      <div className="desk-section__head">
        <h2 className="desk-form__title" ref={heading} tabIndex={-1} data-keeps-focus>
          {isStanding(meeting) ? 'Change the record of the' : 'Record'} {midSentence(meeting.title)}
        </h2>
      </div>
      <DraftNote draft={draft} seen={form.seen} standing={meeting.seq} />
      <SinceOpened file={file} />
      <Columns
        main={
          <Questions
            file={file}
            meeting={meeting}
            form={form}
            people={peopleIn(form, data, meeting)}
            at={at}
            change={change}
          />
        }
        aside={
          <>
            <MeetingAside file={file} meeting={meeting} shown={data} form={form} />
            <CaseNoteBox
              note={note}
              system={system}
              onSystem={setSystem}
              entered={form.entered}
              onEntered={(entered) => change({ entered })}
              onCopy={() => void copy()}
            />
          </>
        }
      />
      <div className="desk-decision">
        <Button keys="Ctrl+Enter" onPress={() => void save(true)}>
          {held.running || notHeld.running ? 'Saving…' : 'Save and copy case note'}
        </Button>
        <Button kind="secondary" type="submit" keys="Ctrl+S">
          Save
        </Button>
        <button type="button" className="desk-link-button" onClick={onCancel}>
          Leave as draft
        </button>
        <button type="button" className="desk-link-button" onClick={() => void draft.forget().then(onCancel)}>
          Give up
        </button>
        <p className="desk-decision__words">Tab moves on, Alt and a number jump to a question.</p>
      </div>
    </form>
  )
}

const isStanding = ({ doneOn, notDone }: Recordable): boolean => doneOn !== null || notDone !== null

function noteSoFar(form: RecordForm, meeting: Recordable, file: CaseFile, system: NoteSystem) {
  if (form.took === 'held') {
    const soFar = heldSoFar(form, meeting, file.today)
    return soFar === null ? null : meetingNote(meeting.title, soFar, system)
  }
  const on = readOneLineDate(form.on, '', file.today)
  if ('error' in on || form.reason === '') return null
  const { outcome } = form
  return notHeldNote(
    meeting.title,
    { on: on.date, words: NOT_DONE_WORDS[form.reason], note: outcome },
    system,
  )
}

interface QuestionsProps {
  file: CaseFile
  meeting: Recordable
  form: RecordForm
  people: readonly string[]
  at: (field: string) => string | undefined
  change: (part: Partial<RecordForm>) => void
}

function Questions(props: QuestionsProps) {
  const { file, meeting, form, at, change } = props
  const isHeld = form.took === 'held'
  const title = (number: number) => QUESTIONS[number - 1] ?? ''
  return (
    <>
      <Question number={1} id={questionId(1)} title={title(1)}>
        <Options
          kind="radio"
          name="meeting-took"
          options={[
            ['held', 'Yes'],
            ['not_held', 'No, record why'],
          ]}
          chosen={[form.took]}
          onTurn={(took) => change({ took: took as RecordForm['took'] })}
        />{' '}
        {meeting.doneOn === null && meeting.notDone === null && (
          <Link to={`?book=${meeting.task}`}>It was rebooked</Link>
        )}
      </Question>
      <Question
        number={2}
        id={questionId(2)}
        title={isHeld ? title(2) : 'Clear when'}
        errors={[at('on') ?? at('doneOn'), at('from'), at('to')]}
        note={[timesAsRead(form.from, form.to), bookedWords(meeting, form, file)].filter(Boolean).join('. ')}
      >
        <Days form={form} file={file} meeting={meeting} at={at} change={change} />
      </Question>
      {isHeld && <HeldQuestions {...props} />}
      {!isHeld && (
        <Question
          number={3}
          id={questionId(3)}
          title="Why was it not held?"
          field="meeting-reason"
          errors={[at('reason')]}
        >
          <select
            className="govuk-select"
            id="meeting-reason"
            value={form.reason}
            onChange={(event) => change({ reason: event.target.value as NotDoneReason | '' })}
          >
            <option value="">Select a reason</option>
            {NOT_DONE_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {NOT_DONE_WORDS[reason]}
              </option>
            ))}
          </select>
        </Question>
      )}
      <Question
        number={6}
        id={questionId(6)}
        title={isHeld ? title(6) : 'Note'}
        field="meeting-outcome"
        errors={[at('outcome') ?? at('note')]}
        note={`${form.outcome.length.toLocaleString('en-GB')} of ${OUTCOME_LIMIT.toLocaleString('en-GB')} characters. Never victim details.`}
      >
        <textarea
          className="govuk-textarea"
          id="meeting-outcome"
          rows={4}
          value={form.outcome}
          onChange={(event) => change({ outcome: event.target.value })}
        />
      </Question>
      {isHeld && (
        <Question
          number={7}
          id={questionId(7)}
          title={title(7)}
          errors={form.steps.flatMap((_, index) =>
            ['what', 'owner', 'by'].map((part) => at(`steps.${index}.${part}`)),
          )}
        >
          <StepsField
            id="meeting-steps"
            steps={form.steps}
            people={props.people}
            errorAt={(field) => at(`steps.${field}`)}
            onChange={(steps) => change({ steps })}
          />
        </Question>
      )}
    </>
  )
}

/** What was booked; where the day recorded is another one, that is said. */
function bookedWords({ booking }: Recordable, form: RecordForm, file: CaseFile): string {
  if (booking === null) return ''
  const on = readOneLineDate(form.on, '', file.today)
  const other = 'date' in on && on.date !== booking.on ? '. That is another day' : ''
  return `Booked for ${booking.words}${booking.place === '' ? '' : `, ${booking.place}`}${other}`
}

/** The day in one field, beside it whether it is in the window, and the times. */
function Days({ form, file, meeting, at, change }: Omit<QuestionsProps, 'people'>) {
  const on = readOneLineDate(form.on, '', file.today)
  const card = file.dates.find(({ key }) => key === meeting.task)
  const [from, to] = [card?.windowFrom ?? null, card?.windowTo ?? null]
  const inside = 'date' in on && from !== null && to !== null && on.date >= from && on.date <= to
  const where =
    'error' in on || from === null || to === null ? '' : inside ? ', in window' : ', outside the window'
  const wrong = (field: string) =>
    at(field) === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${questionId(2)}-error` }
  return (
    <div className="desk-options">
      <input
        className="govuk-input govuk-input--width-10"
        id="meeting-on"
        aria-label={
          form.took === 'held' ? 'Held on, like 23 11 2026 or today' : 'Clear when, like 23 11 2026 or today'
        }
        autoComplete="off"
        value={form.on}
        onChange={(event) => change({ on: event.target.value })}
        {...wrong('on')}
      />
      <span className="desk-second desk-second--inline" aria-live="polite">
        {'date' in on ? `${showTableDate(on.date).slice(0, 3)}${where}` : ''}
      </span>
      {form.took === 'held' && (
        <>
          <input
            className="govuk-input govuk-input--width-5"
            id="meeting-from"
            aria-label="From, like 2pm"
            autoComplete="off"
            value={form.from}
            onChange={(event) => change({ from: event.target.value })}
            {...wrong('from')}
          />
          <span>to</span>
          <input
            className="govuk-input govuk-input--width-5"
            id="meeting-to"
            aria-label="To, like 2:35pm"
            autoComplete="off"
            value={form.to}
            onChange={(event) => change({ to: event.target.value })}
            {...wrong('to')}
          />
        </>
      )}
    </div>
  )
}

function HeldQuestions({ meeting, form, people, at, change }: QuestionsProps) {
  const [adding, setAdding] = useState('')
  const turn = <T extends string>(list: readonly T[], value: T): T[] =>
    list.includes(value) ? list.filter((other) => other !== value) : [...list, value]
  const add = () => {
    const names = namesIn(adding)
    if (names.length === 0) return
    change({
      added: [...new Set([...form.added, ...names])],
      attended: [...new Set([...form.attended, ...names])],
    })
    setAdding('')
  }
  const absent = absentIn(form, meeting)
  return (
    <>
      <Question number={3} id={questionId(3)} title="How" errors={[at('mode')]}>
        <Options
          kind="radio"
          name="meeting-mode"
          options={MEETING_MODES.map((mode) => [mode, MODE_WORDS[mode]] as const)}
          chosen={[form.mode]}
          onTurn={(mode) => change({ mode: mode as MeetingMode })}
        />
      </Question>
      <Question
        number={4}
        id={questionId(4)}
        title="Who attended"
        errors={[at('attended')]}
        note={absent.length === 0 ? '' : `Invited and did not attend: ${absent.join(', ')}.`}
      >
        <Options
          kind="checkbox"
          name="meeting-attended"
          options={people.map((name) => [name, name] as const)}
          chosen={form.attended}
          onTurn={(name) => change({ attended: turn(form.attended, name) })}
        />
        <span className="desk-options">
          <input
            className="govuk-input govuk-input--width-20"
            aria-label="Somebody else, with what they are"
            autoComplete="off"
            value={adding}
            onChange={(event) => setAdding(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey) return
              event.preventDefault()
              add()
            }}
          />
          <button type="button" className="desk-link-button" onClick={add}>
            Add someone
          </button>
        </span>
      </Question>
      <Question
        number={5}
        id={questionId(5)}
        title="What was covered"
        note={
          meeting.task === 'mt-prerelease-1m'
            ? 'Licence conditions and the plan are what this meeting is for: leaving one out needs a reason.'
            : ''
        }
      >
        <Options
          kind="checkbox"
          name="meeting-covered"
          options={COVERED.map((each) => [each, COVERED_WORDS[each]] as const)}
          chosen={form.covered}
          onTurn={(each) => change({ covered: turn(form.covered, each as Covered) })}
        />
      </Question>
      {(at('why') !== undefined || form.why !== '') && (
        <div className="desk-question desk-question--wrong">
          <div className="desk-question__title">
            <label htmlFor="meeting-why">Why so</label>
          </div>
          <div className="desk-question__answer">
            <span className="desk-second" id="meeting-why-error">
              {at('why')}
            </span>
            <textarea
              className="govuk-textarea"
              id="meeting-why"
              rows={2}
              aria-describedby="meeting-why-error"
              value={form.why}
              onChange={(event) => change({ why: event.target.value })}
            />
          </div>
        </div>
      )}
    </>
  )
}
