/** What has to be in place before somebody goes, in the order it is asked. */
export const READY_ITEMS = [
  'date_confirmed',
  'address',
  'licence',
  'reporting_instruction',
  'com_named',
  'id',
  'transport',
  'medication_note',
] as const
export type ReadyItem = (typeof READY_ITEMS)[number]

export const READY_WORDS: Readonly<Record<ReadyItem, string>> = {
  date_confirmed: 'Date confirmed',
  address: 'Address',
  licence: 'Licence',
  reporting_instruction: 'Reporting instruction',
  com_named: 'COM named',
  id: 'ID',
  transport: 'Transport',
  medication_note: 'Medication note',
}

export const READY_STATES = ['yes', 'no', 'not_needed'] as const
export type ReadyState = (typeof READY_STATES)[number]

export const READY_STATE_WORDS: Readonly<Record<ReadyState | 'open', string>> = {
  yes: 'Yes',
  no: 'No',
  not_needed: 'Not needed',
  open: 'Not yet',
}

/** An answer somebody gave. */
export interface ReadyAnswer {
  state: ReadyState
  note: string
}

/** For how many days ahead releases are on the board. */
export const BOARD_DAYS = 28
/** With an item open this near to release, it is said on Today. */
export const NEAR_DAYS = 7
