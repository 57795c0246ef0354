import { CALL_VERSION, contract, DeskError } from '../../domain/contract/index.ts'
import type { Answer, ErrorCode, Method, MethodName } from '../../domain/contract/index.ts'
import type { Sender } from '../host/host.ts'
import type { Call, Desk, Handlers, Session } from './context.ts'
import type { Log } from './log/log.ts'
import { isTrusted } from './security/page-origin.ts'

/** The longest call taken, in bytes of UTF-8. The longest honest one, an import's column matches, is far below it. */
export const LARGEST_CALL = 5 * 1024 * 1024

export interface AuditEntry {
  method: MethodName
  /** The contract's audit line, or for a refused call what it would have been. */
  action: string
  /** The person spoken of, where the call names one. */
  personId: string | null
  outcome: 'done' | 'denied' | ErrorCode
}

export interface RouterParts {
  /** The only origin whose pages may call. */
  origin: string
  log: Pick<Log, 'write' | 'fault'>
  /** Writes to the audit log of a session's store. */
  audit(session: Session, entry: AuditEntry): Promise<void>
  /** Run after every call that changed something: what the change did to the plans of the unit is noticed at once. */
  afterChange(session: Session): Promise<void>
}

export type Invoke = (sender: Sender, json: string) => Promise<string>

/** Closing the store leaves nothing to write to, so these are written down before they are done. */
const AUDITED_FIRST: ReadonlySet<MethodName> = new Set(['session.lock'])

const refuse = (code: ErrorCode, message: string, fields?: Record<string, string>): never => {
  throw new DeskError(code, message, fields)
}

interface Envelope {
  method: MethodName
  input: unknown
}

/** The call inside the message, or a refusal. Nothing is looked up by a name the page chose until that name is known. */
function openEnvelope(json: unknown): Envelope {
  if (typeof json !== 'string') return refuse('bad_request', 'The call was not text.')
  if (json.length > LARGEST_CALL || Buffer.byteLength(json) > LARGEST_CALL) {
    return refuse('bad_request', 'The call was too large.')
  }
  let message: unknown
  try {
    message = JSON.parse(json)
  } catch {
    return refuse('bad_request', 'The call was not JSON.')
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return refuse('bad_request', 'The call was not an object.')
  }
  const { v, id, method, input, ...rest } = message as Record<string, unknown>
  const wellFormed = v === CALL_VERSION && Number.isSafeInteger(id) && typeof method === 'string'
  if (!wellFormed || Object.keys(rest).length > 0)
    return refuse('bad_request', 'The call was not well formed.')
  if (!Object.hasOwn(contract, method)) return refuse('unknown_method', 'There is no such call.')
  return { method: method as MethodName, input }
}

/** The one place where a role is asked for. */
function authorise(entry: Method, session: Session | null): void {
  if (entry.roles === 'anyone') return
  if (session === null) refuse('locked', 'Unlock Handover Desk first.')
  else if (!entry.roles.includes(session.user.role)) refuse('not_allowed', 'Your role may not do this.')
}

function parseInput(entry: Method, input: unknown): unknown {
  const parsed = entry.input.safeParse(input)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const issue of parsed.error.issues) fields[issue.path.join('.') || 'input'] ??= issue.message
  return refuse('bad_input', 'Some of what was entered cannot be used.', fields)
}

/** No id is longer. A refused call's input was never checked, and the audit log is no place for whatever it holds. */
const LONGEST_ID = 64

/** The person a call is about, for the audit log. */
const personIn = (input: unknown): string | null =>
  typeof input === 'object' &&
  input !== null &&
  'personId' in input &&
  typeof input.personId === 'string' &&
  input.personId.length <= LONGEST_ID
    ? input.personId
    : null

/**
 * Answers calls from pages: trusted sender → size → JSON → envelope → known method → role → input → handler → output →
 * audit → `changed` event. Never rejects. What a page is told is a code and a sentence: no stack, no SQL, no text of a fault.
 */
export function createRouter(
  handlers: Handlers,
  desk: Desk,
  { origin, log, audit, afterChange }: RouterParts,
): Invoke {
  /** An answer that should be in the audit log but is not is not given. */
  async function record(
    session: Session | null,
    method: MethodName,
    input: unknown,
    outcome: AuditEntry['outcome'],
  ) {
    const action = contract[method].audit
    if (session === null || action === null) return
    await audit(session, { method, action, personId: personIn(input), outcome })
  }

  async function call(sender: Sender, json: unknown): Promise<unknown> {
    if (!isTrusted(sender, origin)) refuse('not_trusted', 'This page may not call Handover Desk.')
    const { method, input: raw } = openEnvelope(json)
    const entry: Method = contract[method]
    const before = desk.sessions.current()
    try {
      authorise(entry, before)
    } catch (denied) {
      if (before !== null) {
        log.write('warning', 'denied', { method, role: before.user.role })
        const action = entry.audit ?? method
        await audit(before, { method, action, personId: personIn(raw), outcome: 'denied' })
      }
      throw denied
    }
    const input = parseInput(entry, raw)
    if (AUDITED_FIRST.has(method)) await record(before, method, input, 'done')
    const value = await run(method, input, before)
    const checked = entry.output.safeParse(value)
    if (!checked.success)
      throw new TypeError(`${method} answered out of its contract at ${shapeFault(checked.error)}`)
    if (!AUDITED_FIRST.has(method)) {
      // An answer that comes after the lock is for nobody, and there is no log left to write it to.
      if (entry.roles !== 'anyone' && desk.sessions.current() !== before)
        refuse('locked', 'Handover Desk was locked while this was under way.')
      await record(desk.sessions.current(), method, input, 'done')
    }
    const open = desk.sessions.current()
    if (entry.changes.length > 0 && open !== null) await afterChange(open)
    if (entry.changes.length > 0) desk.host.emit({ type: 'changed', areas: entry.changes })
    return checked.data
  }

  async function run(method: MethodName, input: unknown, session: Session | null): Promise<unknown> {
    // The contract ties each method to its own types; across all methods at once only `never` and `unknown` remain.
    const handler = handlers[method] as unknown as (input: unknown, call: Call) => Promise<unknown>
    try {
      return await handler(input, { session: session as Session })
    } catch (error) {
      // Locked while the call was under way: whatever it then stumbled over is no fault.
      if (session !== null && desk.sessions.current() === null && !(error instanceof DeskError)) {
        return refuse('locked', 'Handover Desk was locked before this was done.')
      }
      const code = error instanceof DeskError ? error.code : 'unexpected'
      if (desk.sessions.current() !== null) await record(desk.sessions.current(), method, input, code)
      throw error
    }
  }

  return async (sender, json) => {
    let answer: Answer<unknown>
    try {
      answer = { ok: true, value: await call(sender, json) }
    } catch (error) {
      answer = { ok: false, error: describe(error) }
    }
    return JSON.stringify(answer)
  }

  function describe(error: unknown): { code: ErrorCode; message: string; fields?: Record<string, string> } {
    if (error instanceof DeskError) {
      const { code, message, fields } = error
      if (code === 'not_trusted') log.write('warning', 'call from an untrusted page')
      return fields === undefined ? { code, message } : { code, message, fields }
    }
    log.fault('call failed', error)
    return {
      code: 'unexpected',
      message: 'Something went wrong in Handover Desk. It has been written to the log.',
    }
  }
}

/** Where an answer broke its contract: field names only, never what stood in them. */
const shapeFault = (error: { issues: readonly { path: readonly PropertyKey[]; code: string }[] }): string =>
  error.issues
    .slice(0, 3)
    .map(
      (issue) =>
        `${issue.path.map((step) => (typeof step === 'number' ? '#' : String(step))).join('.')}: ${issue.code}`,
    )
    .join(', ')
