import type { Bridge, ErrorCode, InputOf, MethodName, OutputOf } from '../../domain/contract/index.ts'

declare global {
  interface Window {
    desk: Bridge
  }
}

/** A call that was not carried out. `message` is written for the person reading it; `fields` names what to mend. */
export class CallError extends Error {
  readonly code: ErrorCode
  readonly fields: Readonly<Record<string, string>>
  constructor(code: ErrorCode, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'CallError'
    this.code = code
    this.fields = fields
  }
}

/** Carries out one contract method. Resolves to its output; throws `CallError` otherwise. */
export async function call<M extends MethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>> {
  const answer = await window.desk.invoke(method, input).catch(() => null)
  if (answer === null) throw new CallError('unexpected', 'Handover Desk did not answer. Try again.')
  if (answer.ok) return answer.value
  throw new CallError(answer.error.code, answer.error.message, answer.error.fields)
}

/** Any thrown thing as a `CallError`, so that pages have one shape to show. */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof CallError) return thrown
  return new CallError('unexpected', 'Something went wrong in Handover Desk. Try again.')
}
