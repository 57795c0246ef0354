import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { Tag } from '../../../domain/contract/schemas.ts'

export const day = (text: string) => text as CivilDate
export const TODAY = day('2026-11-23')
export const tag = (tone: Tag['tone'], text: string): Tag => ({ text, tone })
