import { MEETING_MODES, MODE_WORDS } from '../../../../domain/meetings/booking.ts'
import { suggestDays } from '../../../../domain/meetings/suggest-days.ts'
import { staffNameOf } from '../../../../domain/model/staff-name.ts'
import type { Desk, Handlers } from '../../context.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { bookMeeting, meetingOf } from './book-meeting.ts'
import { pomAtWork, pomMeetings } from './booking-limits.ts'

const SUGGESTED = 4

/** Who may take part, by what the case says: the POM, the COM, the person, the key worker. */
function peopleOf({ planned, com, name }: UnitCase): string[] {
  const { record } = planned.person
  const named = (who: string | null | undefined, role: string) => {
    const known = staffNameOf(who)
    return known === null ? [] : [`${known} (${role})`]
  }
  return [
    ...named(record.pom_name, 'POM'),
    ...named(record.co_pom_name, 'co-working POM'),
    ...named(com.name, 'COM'),
    name,
    ...named(record.keyworker, 'key worker'),
  ]
}

export function meetingsHandlers(desk: Desk): Pick<Handlers, 'meetings.show' | 'meetings.book'> {
  return {
    'meetings.show': async (input, { session }) => {
      const { unit, one, meeting } = meetingOf(desk, session, input)
      const { entry, due, title, task } = meeting
      const windowFrom = entry?.window_from ?? null
      const windowTo = entry?.window_to ?? due
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
        people: peopleOf(one),
        modes: MEETING_MODES.map((mode) => ({ mode, words: MODE_WORDS[mode] })),
      }
    },
    'meetings.book': async (input, { session }) => {
      await bookMeeting(desk, session, input)
      return {}
    },
  }
}
