import type { PersonRecord } from '../../../../domain/model/person-record.ts'
import { homeRegionOf } from '../planning/facts-of.ts'

/** Who in the community is asked about a case: its delivery unit, else its team, else its region. */
export interface Place {
  /** One spelling of the name, by which its cases, addresses and lists are kept together; empty where nobody is known. */
  key: string
  name: string
  /** Its mailbox as the lists give it. */
  email: string | null
}

export const NOBODY_TO_ASK = 'No probation team recorded'

/** Whether there is anybody to ask: no message, list or step of the ladder is ever for nobody. */
export const isSomewhere = ({ key }: Place): boolean => key !== ''

const trimmed = (text: string | null | undefined): string => text?.trim() ?? ''

export function placeOf(record: PersonRecord): Place {
  const unit = trimmed(record.ldu_name)
  const name = unit || trimmed(record.team_name) || (homeRegionOf(record) ?? '')
  const email = unit === '' ? '' : trimmed(record.ldu_email)
  return {
    key: name.toLowerCase().replaceAll(/\s+/g, ' '),
    name: name === '' ? NOBODY_TO_ASK : name,
    email: email === '' ? null : email,
  }
}
