import type { Confidence, MandatedMeetingId } from '../model/plan.ts'
import type { RuleSetId } from '../model/rule-set-id.ts'

/** The three meetings a handover must have, as data: what is known of each, and from where. */
export interface MandatedMeeting {
  id: MandatedMeetingId
  name: string
  owner: string
  /** Who else is there. */
  attendees: string[]
  /** What a record of it must say. */
  mustRecord: string
  rules: readonly RuleSetId[]
  source: string
  confidence: Confidence
  basis: string[]
}

const LETTER = 'HMPPS letter on the resettlement approach, before 26 June 2021'
const FURTHER: readonly RuleSetId[] = ['enhanced-7-5', 'pre-release-5', 'national-2023']

export const MANDATED_MEETINGS: Readonly<Record<MandatedMeetingId, MandatedMeeting>> = {
  'mt-handover': {
    id: 'mt-handover',
    name: 'Handover meeting',
    owner: 'COM arranges; POM attends',
    attendees: ['COM', 'POM', 'prisoner', 'others as needed, such as family or key worker'],
    mustRecord: 'held on, mode, who attended, outcome, or why not held',
    rules: ['national-2023', 'day-1-2021', 'enhanced-7-5', 'pre-release-5'],
    source: `ministryofjustice/offender-management-allocation-manager@7aeb43b9 (21 Aug 2026): handover checklist; ${LETTER}`,
    confidence: 'high',
    basis: ['founding letter 2021', 'national handover service 2026'],
  },
  'mt-prerelease-2': {
    id: 'mt-prerelease-2',
    name: 'Second pre-release meeting',
    owner: 'COM',
    attendees: ['COM', 'POM', 'prisoner'],
    mustRecord: 'held on, mode, who attended, outcome, or why not held',
    rules: FURTHER,
    source: LETTER,
    confidence: 'low',
    basis: ['founding letter 2021'],
  },
  'mt-prerelease-1m': {
    id: 'mt-prerelease-1m',
    name: 'Meeting one month before release',
    owner: 'COM',
    attendees: ['COM', 'POM', 'prisoner'],
    mustRecord:
      'held on, mode, who attended, outcome, or why not held; plan reviewed, licence conditions discussed',
    rules: FURTHER,
    source: LETTER,
    confidence: 'medium',
    basis: ['founding letter 2021'],
  },
}

/** The handover meeting may be held this many days before it is due. */
export const HANDOVER_WINDOW_DAYS = 56
/** The last meeting is due this many months before release… */
export const LAST_MEETING_MONTHS = 1
/** …and may be held this many days before it is due. */
export const LAST_MEETING_WINDOW_DAYS = 14
