import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'
import { showDayMonth, showShortDate, showTableDate } from '../../components/text/show-date.ts'

export type Chases = OutputOf<'chases.show'>
export type Draft = Chases['drafts'][number]
export type Ask = Draft['due'][number]
export type Owing = Chases['teamToFind'][number]
export type Asked = Chases['asked'][number]
export type MonthlyList = Chases['monthly']['lists'][number]
export type Names = InputOf<'chases.show'>['names']

export const MAY_CHASE = ['head_of_omu', 'pom', 'case_administrator'] as const

export const NAME_CHOICES = [
  ['initials', 'Numbers and initials'],
  ['names', 'Full names'],
] as const

/** `1 message`, `3 messages` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

export const peopleIn = (asks: readonly { personId: string }[]): number =>
  new Set(asks.map(({ personId }) => personId)).size

/** Beyond this an answer is cut where it stands in a list; its whole is with the message and the timeline. */
const IN_A_LIST = 120

/** `answered 23 Nov 2026: Names by Friday; promised by 27 Nov`; empty where no answer came. */
export function answerWords(last: Ask['last'], most = IN_A_LIST): string {
  if (last === null || last.answeredOn === null) return ''
  const { answer, answeredOn, promisedOn } = last
  const said = answer.length > most ? `${answer.slice(0, most).trimEnd()}…` : answer
  const promised = promisedOn === null ? '' : `; promised by ${showDayMonth(promisedOn)}`
  return `answered ${showShortDate(answeredOn)}: ${said}${promised}`
}

/** `Asked 19 Nov 2026, no answer yet`, or what was answered; whether anybody was asked at all. */
export function askedWords(last: Ask['last'], most?: number): string {
  if (last === null) return 'Not asked yet'
  return `Asked ${showShortDate(last.sentOn)}, ${answerWords(last, most) || 'no answer yet'}`
}

/** When somebody is asked about next, where no message is due today. */
export const nextWords = (next: Ask['next']): string =>
  next === null
    ? 'No further message is due: the last step has been sent, or no day is known to count from'
    : `No message is due today; next is ${next.who} on ${showTableDate(next.on)}`

/** The route that opens one message, one answer or the monthly form. Places may have any name. */
export const messageAt = (key: string) => `/chases?to=${encodeURIComponent(key)}`
export const answerAt = (key: string) => `/chases?answer=${encodeURIComponent(key)}`
