import { text } from 'drizzle-orm/sqlite-core'
import type { CivilDate } from '../../domain/dates/civil-date.ts'

/** A civil date, `YYYY-MM-DD`. */
export const day = (name: string) => text(name).$type<CivilDate>()
/** A moment in UTC, ISO 8601 with milliseconds. */
export const instant = (name: string) => text(name)
