import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  contract,
  DeskError,
  ERROR_CODES,
  type Answer,
  type MethodName,
} from '../../domain/contract/index.ts'
import { ROLES, type Role } from '../../domain/model/role.ts'
import type { Handlers, Session } from '../../electron/app/context.ts'
import { createRouter, LARGEST_CALL, type AuditEntry } from '../../electron/app/router.ts'
import { fakeDesk, fakeHandlers, fakeStore, sessionFor } from './fakes.ts'

const ORIGIN = 'desk://app'
const US = { url: `${ORIGIN}/`, isMainFrame: true }

function setUp(given: Partial<Handlers> = {}, session: Session | null = null) {
  const { desk, emitted } = fakeDesk(session)
  const audited: AuditEntry[] = []
  /** How much had been audited each time a change was followed up. */
  const changed: number[] = []
  const log = { write: vi.fn(), fault: vi.fn() }
  const invoke = createRouter(fakeHandlers(given), desk, {
    origin: ORIGIN,
    log,
    audit: async (_session, entry) => void audited.push(entry),
    afterChange: async () => void changed.push(audited.length),
  })
  const call = async (method: string, input: unknown = {}, sender = US) =>
    JSON.parse(await invoke(sender, JSON.stringify({ v: 1, id: 1, method, input }))) as Answer<unknown>
  return { desk, emitted, audited, changed, log, invoke, call }
}

const codeOf = (answer: Answer<unknown>) => (answer.ok ? 'ok' : answer.error.code)
const parsed = (json: string) => JSON.parse(json) as Answer<unknown>

describe('who may call', () => {
  it.each([
    ['another site', { url: 'https://example.com/', isMainFrame: true }],
    ['a look-alike host', { url: 'desk://app.example.com/', isMainFrame: true }],
    ['our name as a user name', { url: 'desk://app@example.com/', isMainFrame: true }],
    ['our name with a port', { url: 'desk://app:81/', isMainFrame: true }],
    ['our name in a query', { url: 'https://example.com/?desk://app/', isMainFrame: true }],
    ['an empty frame', { url: 'about:blank', isMainFrame: false }],
    ['our own page in a child frame', { url: 'desk://app/', isMainFrame: false }],
    ['no address at all', { url: '', isMainFrame: true }],
  ])('turns away %s', async (_name, sender) => {
    const status = vi.fn()
    const { call } = setUp({ 'session.status': status })
    expect(codeOf(await call('session.status', {}, sender))).toBe('not_trusted')
    expect(status).not.toHaveBeenCalled()
  })
})

describe('what a call must look like', () => {
  it.each([
    ['no JSON', '{'],
    ['an array', '[]'],
    ['null', 'null'],
    ['another version', '{"v":2,"id":1,"method":"session.status","input":{}}'],
    ['no id', '{"v":1,"method":"session.status","input":{}}'],
    [
      'more than the envelope holds',
      '{"v":1,"id":1,"method":"session.status","input":{},"role":"head_of_omu"}',
    ],
    ['a method that is no text', '{"v":1,"id":1,"method":["session.status"],"input":{}}'],
  ])('refuses %s', async (_name, json) => {
    const { invoke } = setUp()
    expect(codeOf(parsed(await invoke(US, json)))).toBe('bad_request')
  })

  it('refuses more than five megabytes, counted in bytes', async () => {
    const { call } = setUp()
    expect(codeOf(await call('session.unlock', { userId: 'x'.repeat(LARGEST_CALL), passphrase: 'y' }))).toBe(
      'bad_request',
    )
    expect(
      codeOf(await call('session.unlock', { userId: 'é'.repeat(LARGEST_CALL / 2), passphrase: 'y' })),
    ).toBe('bad_request')
  })

  it.each(['constructor', '__proto__', 'toString', 'session', 'session.nothing', ''])(
    'knows no method %j',
    async (method) => {
      const { call } = setUp()
      expect(codeOf(await call(method))).toBe('unknown_method')
    },
  )

  it('says which fields cannot be used, and refuses fields nobody asked for', async () => {
    const { call } = setUp({}, sessionFor('pom'))
    const answer = await call('case.recordTask', {
      personId: 'p1',
      task: 'nonsense',
      doneOn: '2026-02-30x',
      note: '',
      more: 1,
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_input' } })
    expect(answer.ok ? {} : answer.error.fields).toMatchObject({
      task: expect.any(String),
      doneOn: expect.any(String),
    })
  })
})

describe('roles', () => {
  it('lets each role call exactly what the contract says, and nobody more while locked', async () => {
    for (const [name, entry] of Object.entries(contract) as [MethodName, (typeof contract)[MethodName]][]) {
      for (const role of [null, ...ROLES] as (Role | null)[]) {
        const { call } = setUp({}, role === null ? null : sessionFor(role))
        const code = codeOf(await call(name, { surely: 'wrong' }))
        const allowed =
          entry.roles === 'anyone' || (role !== null && (entry.roles as readonly Role[]).includes(role))
        // An allowed call goes on to be refused for its input; none of these inputs is right.
        const expected = allowed ? 'bad_input' : role === null ? 'locked' : 'not_allowed'
        expect([name, role, code]).toEqual([name, role, expected])
      }
    }
  })

  it('writes denied attempts to the audit log, with whom they were about', async () => {
    const { call, audited } = setUp({}, sessionFor('read_only'))
    await call('case.recordTask', { personId: 'p1' })
    expect(audited).toEqual([
      { method: 'case.recordTask', action: 'recorded a handover task', personId: 'p1', outcome: 'denied' },
    ])
  })
})

describe('locking', () => {
  it('gives no answer to a call that was under way', async () => {
    const { desk, call, audited } = setUp(
      {
        'users.list': async () => {
          await desk.sessions.close()
          return []
        },
      },
      sessionFor('head_of_omu'),
    )
    expect(codeOf(await call('users.list'))).toBe('locked')
    expect(audited).toEqual([])
  })
})

describe('the audit log', () => {
  it('takes no page’s long text for an id', async () => {
    const { call, audited } = setUp({}, sessionFor('read_only'))
    await call('case.recordTask', { personId: 'x'.repeat(1_000_000) })
    expect(audited).toMatchObject([{ personId: null, outcome: 'denied' }])
  })
})

describe('answers', () => {
  const record = { personId: 'p1', task: 'mt-handover', doneOn: '2026-11-20', note: '' }

  it('hands the parsed input and the session to the handler, audits, and names what changed', async () => {
    const session = sessionFor('pom')
    const handler = vi.fn(async () => ({}))
    const { call, audited, emitted } = setUp({ 'case.recordTask': handler }, session)
    expect(await call('case.recordTask', record)).toEqual({ ok: true, value: {} })
    // What is left out comes as the contract fills it.
    expect(handler).toHaveBeenCalledWith({ ...record, notDone: null, reference: '' }, { session })
    expect(audited).toEqual([
      { method: 'case.recordTask', action: 'recorded a handover task', personId: 'p1', outcome: 'done' },
    ])
    expect(emitted).toEqual([{ type: 'changed', areas: ['tasks'] }])
  })

  it('passes on what a handler refuses, audits it, and emits nothing', async () => {
    const { call, audited, emitted, log } = setUp(
      {
        'case.recordTask': async () => {
          throw new DeskError('conflict', 'Somebody else changed this.', { doneOn: 'changed' })
        },
      },
      sessionFor('pom'),
    )
    expect(await call('case.recordTask', record)).toEqual({
      ok: false,
      error: { code: 'conflict', message: 'Somebody else changed this.', fields: { doneOn: 'changed' } },
    })
    expect(audited.map(({ outcome }) => outcome)).toEqual(['conflict'])
    expect(emitted).toEqual([])
    expect(log.fault).not.toHaveBeenCalled()
  })

  it('tells the page nothing of a fault of ours', async () => {
    const { invoke, log } = setUp(
      {
        'case.recordTask': async () => {
          throw new Error('SQLITE_ERROR: near "SELEKT" for Smith, John at /home/ada/secret')
        },
      },
      sessionFor('pom'),
    )
    const json = await invoke(US, JSON.stringify({ v: 1, id: 1, method: 'case.recordTask', input: record }))
    expect(codeOf(parsed(json))).toBe('unexpected')
    expect(json).not.toMatch(/SQLITE|SELEKT|Smith|secret|\bat\b.*\.ts/)
    expect(log.fault).toHaveBeenCalledOnce()
  })

  it('does not pass on an answer that breaks its contract', async () => {
    const { call, log, emitted } = setUp(
      { 'case.recordTask': async () => ({ extra: 'Smith' }) as never },
      sessionFor('pom'),
    )
    expect(codeOf(await call('case.recordTask', record))).toBe('unexpected')
    expect(String(log.fault.mock.calls[0]?.[1])).not.toContain('Smith')
    expect(emitted).toEqual([])
  })

  it('follows up what was changed once it is written down, and nothing that only asked or failed', async () => {
    const { changed, call } = setUp(
      { 'case.recordTask': async () => ({}), 'users.list': async () => [] },
      sessionFor('head_of_omu'),
    )
    await call('users.list')
    expect(changed).toEqual([])
    await call('case.recordTask', record)
    expect(changed).toHaveLength(1)
    expect(changed[0]).toBeGreaterThan(0)
    await call('case.recordTask', { nonsense: true })
    expect(changed).toHaveLength(1)
  })

  it('does not give an answer it could not audit', async () => {
    const { desk } = fakeDesk(sessionFor('pom'))
    const invoke = createRouter(fakeHandlers({ 'case.recordTask': async () => ({}) }), desk, {
      origin: ORIGIN,
      log: { write: () => {}, fault: () => {} },
      audit: async () => {
        throw new Error('disk full')
      },
      afterChange: async () => {},
    })
    const json = await invoke(US, JSON.stringify({ v: 1, id: 1, method: 'case.recordTask', input: record }))
    expect(codeOf(parsed(json))).toBe('unexpected')
  })

  it('says locked when the store was closed under a call', async () => {
    const store = fakeStore()
    const { desk, call } = setUp(
      {
        'case.recordTask': async () => {
          await desk.sessions.close()
          throw new TypeError('The database connection is not open')
        },
      },
      sessionFor('pom', store),
    )
    expect(codeOf(await call('case.recordTask', record))).toBe('locked')
    expect(store.closed).toBe(1)
  })

  it('writes locking down while there is still a store to write to', async () => {
    const order: string[] = []
    const { desk } = fakeDesk(sessionFor('pom'))
    const invoke = createRouter(
      fakeHandlers({
        'session.lock': async () => {
          order.push('closed')
          await desk.sessions.close()
          return {}
        },
      }),
      desk,
      {
        origin: ORIGIN,
        log: { write: () => {}, fault: () => {} },
        audit: async () => void order.push('audited'),
        afterChange: async () => void order.push('followed up'),
      },
    )
    await invoke(US, JSON.stringify({ v: 1, id: 1, method: 'session.lock', input: {} }))
    expect(order).toEqual(['audited', 'closed'])
  })
})

describe('whatever is sent', () => {
  const answered = (json: string) => {
    const answer = parsed(json)
    expect(answer.ok).toBe(false)
    if (!answer.ok) expect(ERROR_CODES).toContain(answer.error.code)
  }

  it('never rejects, and always answers in the envelope', async () => {
    const { invoke } = setUp({}, sessionFor('head_of_omu'))
    await fc.assert(fc.asyncProperty(fc.string(), async (text) => answered(await invoke(US, text))))
    await fc.assert(fc.asyncProperty(fc.json(), async (json) => answered(await invoke(US, json))))
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (value) => answered(await invoke(US, value as string))),
    )
  })

  it('never lets wrong input through to a handler of any method', async () => {
    const { call } = setUp({}, sessionFor('head_of_omu'))
    const methods = fc.constantFrom(...(Object.keys(contract) as MethodName[]))
    await fc.assert(
      fc.asyncProperty(methods, fc.jsonValue(), async (method, input) => {
        const accepted = contract[method].input.safeParse(input).success
        const code = codeOf(await call(method, input))
        // What is accepted meets the handler of this test, which always fails.
        const denied = code === 'not_allowed'
        expect(denied || code === (accepted ? 'unexpected' : 'bad_input')).toBe(true)
      }),
    )
  })
})
