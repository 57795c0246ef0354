import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contractDocument } from '../../build/scripts/contract-doc.ts'
import { allocation } from '../../domain/contract/allocation.ts'
import { calendar } from '../../domain/contract/calendar.ts'
import { caseload } from '../../domain/contract/caseload.ts'
import { chases } from '../../domain/contract/chases.ts'
import { invitations } from '../../domain/contract/invitations.ts'
import { changes } from '../../domain/contract/changes.ts'
import { compare } from '../../domain/contract/compare.ts'
import { decisions } from '../../domain/contract/decisions.ts'
import { importUndo } from '../../domain/contract/import-undo.ts'
import { imports } from '../../domain/contract/import.ts'
import {
  AREAS,
  contract,
  makeBridge,
  type AppEvent,
  type Method,
  type Transport,
} from '../../domain/contract/index.ts'
import { contacts, drafts, meetings, notes } from '../../domain/contract/meetings.ts'
import { letters } from '../../domain/contract/letters.ts'
import { pack } from '../../domain/contract/pack.ts'
import { parole } from '../../domain/contract/parole.ts'
import { quality } from '../../domain/contract/quality.ts'
import { ready } from '../../domain/contract/ready.ts'
import { records } from '../../domain/contract/records.ts'
import { rules } from '../../domain/contract/rules.ts'
import { session, users } from '../../domain/contract/session.ts'
import { staff } from '../../domain/contract/staff.ts'
import { today } from '../../domain/contract/today.ts'
import { facts } from '../../domain/contract/facts.ts'
import { movements } from '../../domain/contract/movements.ts'
import { sheets } from '../../domain/contract/sheets.ts'
import { sources } from '../../domain/contract/sources.ts'
import { ROLES } from '../../domain/model/role.ts'

const methods = Object.entries(contract) as [string, Method][]

describe('the contract', () => {
  it('has each name once, as area.verbNoun', () => {
    const names = [
      session,
      users,
      caseload,
      today,
      calendar,
      meetings,
      contacts,
      notes,
      drafts,
      imports,
      importUndo,
      pack,
      compare,
      quality,
      decisions,
      changes,
      rules,
      parole,
      ready,
      staff,
      allocation,
      facts,
      movements,
      sheets,
      letters,
      sources,
      records,
      chases,
      invitations,
    ].flatMap((area) => Object.keys(area))
    expect(names).toHaveLength(methods.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/)
  })

  it.each(methods)('%s says who may call it, what is written down and what it is for', (_name, entry) => {
    if (entry.roles !== 'anyone') {
      expect(entry.roles.length).toBeGreaterThan(0)
      for (const role of entry.roles) expect(ROLES).toContain(role)
    }
    for (const area of entry.changes) expect(AREAS).toContain(area)
    expect(entry.about).toMatch(/^[A-Z].*\.$/)
    if (entry.audit !== null) expect(entry.audit).toMatch(/^[a-z].*[^.]$/)
  })

  it.each(methods)(
    '%s audits what it changes, and answers nobody locked out with personal data',
    (_name, entry) => {
      if (entry.changes.length > 0) expect(entry.audit).not.toBeNull()
      if (entry.personal) expect(entry.roles).not.toBe('anyone')
    },
  )

  it.each(methods)('%s takes no field it does not know', (_name, entry) => {
    const parsed = entry.input.safeParse({ nobodyAskedFor: 1 })
    expect(parsed.error?.issues.some(({ code }) => code === 'unrecognized_keys')).toBe(true)
  })

  it('is what electron/API.md says', () => {
    expect(readFileSync(new URL('../../electron/API.md', import.meta.url), 'utf8')).toBe(contractDocument())
  })
})

describe('the bridge', () => {
  function loop(answer: (json: string) => string) {
    const sent: string[] = []
    let deliver: (json: string) => void = () => {}
    const transport: Transport = {
      async send(json) {
        sent.push(json)
        return answer(json)
      },
      listen: (receive) => void (deliver = receive),
    }
    return {
      bridge: makeBridge(transport),
      sent,
      deliver: (event: AppEvent) => deliver(JSON.stringify(event)),
    }
  }

  it('carries any input there and any answer back unchanged', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        const value: unknown = JSON.parse(text)
        const { bridge, sent } = loop(() => JSON.stringify({ ok: true, value }))
        expect(await bridge.invoke('case.show', { personId: text })).toEqual({ ok: true, value })
        expect(JSON.parse(sent[0] ?? '')).toEqual({
          v: 1,
          id: 1,
          method: 'case.show',
          input: { personId: text },
        })
      }),
    )
  })

  it('numbers its calls', async () => {
    const { bridge, sent } = loop(() => '{"ok":true,"value":null}')
    await Promise.all([bridge.invoke('session.status', {}), bridge.invoke('session.lock', {})])
    expect(sent.map((json) => (JSON.parse(json) as { id: number }).id)).toEqual([1, 2])
  })

  it('hands events to whoever listens, until they stop', () => {
    const { bridge, deliver } = loop(() => '')
    const heard: AppEvent[] = []
    const stop = bridge.on((event) => void heard.push(event))
    deliver({ type: 'changed', areas: ['tasks'] })
    stop()
    deliver({ type: 'changed', areas: ['packs'] })
    expect(heard).toEqual([{ type: 'changed', areas: ['tasks'] }])
  })
})
