import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { MethodName, OutputOf, ParsedInputOf } from '../../domain/contract/index.ts'
import type { Store, User } from '../../db/types.ts'
import type { Host } from '../host/host.ts'
import type { Planning } from './services/planning/planned-case.ts'

/** The only source of time. `today` is the civil date in Europe/London, or the sample establishment's fixed day. */
export interface Clock {
  now(): Date
  today(): CivilDate
}

/** An unlocked store and who unlocked it. */
export interface Session {
  store: Store
  user: User
}

/** What a handler is given besides its input. For methods open to `anyone` there may be no session. */
export interface Call {
  session: Session
}

/** What services are built from: the composition root makes one, and nobody else makes any part of it. */
export interface Desk {
  host: Host
  clock: Clock
  version: string
  planning: Planning
  sessions: {
    current(): Session | null
    /** Closes what was open first. */
    open(session: Session): void
    close(): Promise<void>
  }
}

export type Handler<M extends MethodName> = (input: ParsedInputOf<M>, call: Call) => Promise<OutputOf<M>>
export type Handlers = { [M in MethodName]: Handler<M> }
