/** Why a call was not carried out. The message is written for the person reading it. */
export const ERROR_CODES = [
  'bad_request', // not JSON, too large, or not a call
  'unknown_method',
  'bad_input', // `fields` says which
  'not_trusted', // not from our own top frame
  'locked',
  'not_allowed', // the role may not
  'wrong_passphrase',
  'wait', // too many wrong passphrases: `message` says how long
  'not_found',
  'conflict', // the data changed since it was shown
  'in_use', // another process holds the store
  'not_a_store',
  'newer_version',
  'damaged',
  'file_refused', // a whole extract; `fields.code` says why
  'not_available', // this computer cannot do it, such as print without a browser
  'unexpected', // a fault of ours, logged
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** The one error type that crosses the bridge. Anything else becomes `unexpected`, with nothing of its text. */
export class DeskError extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined
  constructor(code: ErrorCode, message: string, fields?: Record<string, string>) {
    super(message)
    this.name = 'DeskError'
    this.code = code
    this.fields = fields
  }
}

/** Throws `bad_input` with what is wrong at each field, the first of it as the message; nothing where nothing is wrong. */
export function refuseMistakes(wrong: Record<string, string>): void {
  const [first] = Object.values(wrong)
  if (first !== undefined) throw new DeskError('bad_input', first, wrong)
}

export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; error: { code: ErrorCode; message: string; fields?: Record<string, string> } }
