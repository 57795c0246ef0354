import { timeInLondon } from '../../../../db/london-day.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { MEETING_MODES, MODE_WORDS } from '../../../../domain/meetings/booking.ts'
import { contactInWords, type Contact } from '../../../../domain/meetings/contact.ts'
import { suggestDays } from '../../../../domain/meetings/suggest-days.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Handlers } from '../../context.ts'
import { notesOf } from '../case-notes/notes-of.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { isRecorded, type CaseTask } from '../caseload/tasks.ts'
import { unitOf, type UnitCase } from '../caseload/unit-view.ts'
import { invitationsOf } from '../invitations/invitations-of.ts'
import { bookMeeting, meetingOf } from './book-meeting.ts'
import { coverOn, pomAtWork, pomMeetings } from './booking-limits.ts'
import { markStep, saveContact, takeBackContact } from './contacts.ts'
import { meetingListOf } from './meeting-lists.ts'
import { openStepsOf } from './open-steps.ts'
import { comOf, peopleOf } from './people-of.ts'
import { recordMeeting } from './record-meeting.ts'
import { stepsOf } from './steps-of.ts'

type MeetingMethods =
  | 'meetings.show'
  | 'meetings.book'
  | 'meetings.record'
  | 'meetings.list'
  | 'meetings.steps'
  | 'meetings.log'
  | 'contacts.save'
  | 'contacts.takeBack'
  | 'contacts.stepDone'
type Shown = OutputOf<'meetings.show'>

const SUGGESTED = 4

/** The contacts recorded of one case, newest first. */
function contactsOf({ planned }: UnitCase): OutputOf<'meetings.log'>['contacts'] {
  return planned.decisions
    .filter(({ kind }) => kind === 'contact')
    .map(({ subject, id: recordId, byName: by, at, body }) => {
      const contact = body as Contact
      return Object.assign({ subject, recordId, by, at, words: contactInWords(contact) }, contact)
    })
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

/** What the next mandated meeting asks for, once this one is held. */
function opensNext(tasks: readonly CaseTask[], meeting: CaseTask): string[] {
  const later = tasks.slice(tasks.indexOf(meeting) + 1)
  const next = later.find((task) => task.task.startsWith('mt-') && task.asked && !isRecorded(task))
  if (next === undefined) return []
  const { window_from: from, window_to: to } = next.entry ?? {}
  const when =
    next.due !== null
      ? `by ${formatDate(next.due)}`
      : from && to
        ? `any day from ${formatDate(from)} to ${formatDate(to)}`
        : 'no source gives a day'
  return [`${next.title}: ${when}`]
}

function savingOf({ tasks }: UnitCase, meeting: CaseTask, com: string | null): Shown['saving'] {
  const open = tasks.filter((task) => task.asked && !isRecorded(task) && task !== meeting)
  const contact = com === null ? undefined : open.find(({ task }) => task === 'com_contact')
  return {
    ticks: [meeting.title, ...(contact === undefined ? [] : [contact.title])],
    leaves: open.filter((task) => task !== contact && !task.task.startsWith('mt-')).map(({ title }) => title),
    opens: opensNext(tasks, meeting),
  }
}

export function meetingsHandlers(desk: Desk): Pick<Handlers, MeetingMethods> {
  return {
    'meetings.show': async (input, { session }) => {
      const { unit, one, meeting } = meetingOf(desk, session, input)
      const { entry, due, title, task } = meeting
      const windowFrom = entry?.window_from ?? null
      const windowTo = entry?.window_to ?? due
      const com = comOf(one)
      const [last] = contactsOf(one)
      return {
        title,
        due,
        windowFrom,
        windowTo,
        latestWorkingDay: entry?.latest_working_day ?? null,
        suggestions: suggestDays(
          {
            today: unit.today,
            windowFrom,
            windowTo,
            isAtWork: pomAtWork(session.store, one),
            meetingsOn: pomMeetings(unit, one, task),
          },
          SUGGESTED,
        ),
        whyNone:
          windowTo !== null && windowTo < unit.today
            ? 'The window is over, so no day is suggested.'
            : windowFrom === null && windowTo === null
              ? 'No window is known, so no day is suggested.'
              : 'No working day is left in the window on which the POM, or whoever covers, is at work.',
        people: peopleOf(one, coverOn(session.store, one, unit.today)?.body.name ?? null),
        modes: MEETING_MODES.map((mode) => ({ mode, words: MODE_WORDS[mode] })),
        com,
        lastContact: last === undefined ? null : `${last.words}, with ${last.with}`,
        saving: savingOf(one, meeting, com),
      }
    },
    'meetings.book': async (input, { session }) => {
      await bookMeeting(desk, session, input)
      return {}
    },
    'meetings.record': async (input, { session }) => {
      await recordMeeting(desk, session, input)
      return {}
    },
    'meetings.list': async ({ scope, state }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return meetingListOf(cases, state, unit.today, timeInLondon(desk.clock.now()))
    },
    'meetings.steps': async ({ scope }, { session }) => {
      const { unit, cases } = scopedCases(desk, session, scope)
      return openStepsOf(cases, unit.today)
    },
    'meetings.log': async ({ personId }, { session }) => {
      const one = unitOf(desk.planning, session.store, desk.clock.today()).byId.get(personId)
      if (one === undefined) throw new DeskError('not_found', 'This person is not in the store.')
      const steps = stepsOf(one).map(({ what, owner, by, done, source, title }) => ({
        what,
        owner,
        by,
        done,
        source,
        title,
      }))
      return {
        contacts: contactsOf(one),
        steps,
        notes: notesOf(one),
        invitations: invitationsOf(session.store, one, desk.clock.today()),
      }
    },
    'contacts.save': async (input, { session }) => {
      await saveContact(desk, session, input)
      return {}
    },
    'contacts.takeBack': async (input, { session }) => {
      await takeBackContact(desk, session, input)
      return {}
    },
    'contacts.stepDone': async (input, { session }) => {
      await markStep(desk, session, input)
      return {}
    },
  }
}
