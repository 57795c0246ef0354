import { describe, expect, test } from 'vitest'
import { appendAudit, listAudit, verifyAuditChain } from '../../db/repositories/audit.ts'
import { findUser } from '../../db/repositories/users.ts'
import type { Store } from '../../db/types.ts'
import { newStore } from './support/stores.ts'

async function auditedStore(lines = 5) {
  const made = await newStore()
  for (let n = 0; n < lines; n += 1) {
    await made.store.write((db) =>
      appendAudit(db, {
        at: `2026-11-23T09:0${n}:00.000Z`,
        userId: made.user.id,
        method: 'case.show',
        subject: `person ${n}`,
        outcome: 'ok',
        detail: 'opened a case',
      }),
    )
  }
  return made
}

/** Somebody with the key and time: past the triggers that stop everybody else. */
const tamper = (store: Store, sql: string) =>
  store.write((db) => {
    db.exec('DROP TRIGGER audit_is_not_edited; DROP TRIGGER audit_is_not_deleted;')
    db.exec(sql)
  })

describe('the audit', () => {
  test('is a chain of every line in order', async () => {
    const { store } = await auditedStore()
    expect(verifyAuditChain(store.read)).toEqual({ lines: 5, brokenAt: null })
    expect(listAudit(store.read).map(({ subject }) => subject)).toEqual(
      [0, 1, 2, 3, 4].map((n) => `person ${n}`),
    )
  })

  test.each([
    ['an altered line', "UPDATE audit_log SET subject = 'somebody else' WHERE seq = 3", 3],
    ['another author', "UPDATE audit_log SET user_id = 'x' WHERE seq = 2", 2],
    ['a line taken out', 'DELETE FROM audit_log WHERE seq = 2', 3],
    [
      'a line whose own hash was made again',
      "UPDATE audit_log SET hash = replace(hash, substr(hash, 1, 8), '00000000') WHERE seq = 3",
      3,
    ],
    ['a first line taken out', 'DELETE FROM audit_log WHERE seq = 1', 2],
  ])('%s is found', async (_what, sql, brokenAt) => {
    const { store } = await auditedStore()
    await tamper(store, sql)
    expect(verifyAuditChain(store.read).brokenAt).toBe(brokenAt)
  })

  test('says when a user last unlocked', async () => {
    const { store, user } = await auditedStore(1)
    expect(findUser(store.read, user.id)?.lastUnlockedAt).toBeNull()
    const line = { userId: user.id, subject: null, detail: '' }
    await store.write((db) => {
      appendAudit(db, { ...line, at: '2026-11-23T10:00:00.000Z', method: 'session.unlock', outcome: 'ok' })
      appendAudit(db, {
        ...line,
        at: '2026-11-23T11:00:00.000Z',
        method: 'session.unlock',
        outcome: 'refused',
      })
    })
    expect(findUser(store.read, user.id)?.lastUnlockedAt).toBe('2026-11-23T10:00:00.000Z')
  })
})
