import type { InputOf, OutputOf } from '../../../domain/contract/index.ts'

export type Chases = OutputOf<'chases.show'>
export type Draft = Chases['drafts'][number]
export type Ask = Draft['due'][number]
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

/** The route that opens one message, one answer or the monthly form. Places may have any name. */
export const messageAt = (key: string) => `/chases?to=${encodeURIComponent(key)}`
export const answerAt = (key: string) => `/chases?answer=${encodeURIComponent(key)}`
