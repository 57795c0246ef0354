import type {
  Area,
  Answer,
  AppEvent,
  Bridge,
  ErrorCode,
  InputOf,
  MethodName,
  OutputOf,
} from '../../../domain/contract/index.ts'
import { contract } from '../../../domain/contract/index.ts'

export type FakeAnswers = {
  [M in MethodName]?: (input: InputOf<M>) => OutputOf<M> | FakeError | Promise<OutputOf<M>>
}

/** What a fake answer returns to be refused. */
export class FakeError {
  readonly code: ErrorCode
  readonly message: string
  readonly fields: Record<string, string> | undefined
  constructor(code: ErrorCode, message: string, fields?: Record<string, string>) {
    this.code = code
    this.message = message
    this.fields = fields
  }
}

export interface FakeDesk extends Bridge {
  /** Every call so far, oldest first. */
  readonly calls: { method: MethodName; input: unknown }[]
  /** Says that these areas changed, as a write does. */
  changed: (...areas: Area[]) => void
  menu: (action: string) => void
  /** Says anything else the app says. */
  emit: (event: AppEvent) => void
  /** Replaces answers from now on. */
  answer: (answers: FakeAnswers) => void
}

/**
 * The app, in memory: answers what it is given. Inputs and outputs are held to the contract, so that no page is tested
 * or drawn with something the app could not send.
 */
export function fakeDesk(answers: FakeAnswers): FakeDesk {
  let now: FakeAnswers = answers
  const receivers = new Set<(event: AppEvent) => void>()
  const calls: FakeDesk['calls'] = []
  const tell = (event: AppEvent) => {
    for (const receive of receivers) receive(event)
  }
  return {
    calls,
    async invoke<M extends MethodName>(method: M, input: InputOf<M>): Promise<Answer<OutputOf<M>>> {
      calls.push({ method, input })
      const entry = contract[method]
      const parsed = entry.input.safeParse(input)
      if (!parsed.success)
        throw new Error(`${method} was called with what the contract refuses: ${parsed.error.message}`)
      const give = now[method]
      if (!give) return { ok: false, error: { code: 'not_found', message: `No answer to ${method}.` } }
      const value = await give(input)
      if (value instanceof FakeError) {
        const { code, message, fields } = value
        return { ok: false, error: fields ? { code, message, fields } : { code, message } }
      }
      const checked = entry.output.safeParse(value)
      if (!checked.success)
        throw new Error(`The fake answer to ${method} breaks the contract: ${checked.error.message}`)
      for (const area of [entry.changes].filter((areas) => areas.length > 0))
        tell({ type: 'changed', areas: area })
      return { ok: true, value }
    },
    on(receive) {
      receivers.add(receive)
      return () => receivers.delete(receive)
    },
    changed: (...areas) => tell({ type: 'changed', areas }),
    menu: (action) => tell({ type: 'menu', action }),
    emit: tell,
    answer: (more) => {
      now = { ...now, ...more }
    },
  }
}
