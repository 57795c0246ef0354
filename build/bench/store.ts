import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { openForWriting } from '../../db/connection.ts'
import { CHEAP_COST } from '../../db/keyring.ts'
import { createStore, openStore } from '../../db/open.ts'
import { listPeople, writePeople } from '../../db/repositories/people.ts'
import type { PersonWrite } from '../../db/types.ts'
import { PERSON_FIELD_NAMES, PERSON_FIELDS, type PersonRecord } from '../../domain/model/person-record.ts'
import type { Print } from './run.ts'

const COLUMNS = PERSON_FIELD_NAMES.slice(0, 20)
const now = () => new Date()
const ms = (run: () => void): number => {
  const start = performance.now()
  run()
  return performance.now() - start
}
const letter = (n: number): string => String.fromCharCode(65 + (n % 26))

function madeUp(n: number): PersonRecord {
  const record: Record<string, string | number | boolean> = {}
  for (const field of COLUMNS) {
    const { kind } = PERSON_FIELDS[field]
    record[field] =
      kind === 'date'
        ? `2027-0${1 + (n % 9)}-1${n % 10}`
        : kind === 'integer'
          ? n
          : kind === 'boolean'
            ? n % 2 === 0
            : `${field} ${n % 500}`
  }
  const number = String(n % 10_000).padStart(4, '0')
  record['prison_number'] = `A${number}${letter(Math.floor(n / 260_000))}${letter(Math.floor(n / 10_000))}`
  record['crn'] = `X${String((n * 104_729) % 1_000_000).padStart(6, '0')}`
  return record as PersonRecord
}

/** The same rows into one plain table of an encrypted file, with the same settings and nothing else kept: the floor. */
function bareInserts(folder: string, records: PersonRecord[]): number {
  const db = openForWriting(join(folder, `bare-${records.length}.db`), randomBytes(32), { create: true })
  try {
    db.exec(`CREATE TABLE people (${COLUMNS.map((column) => `${column} TEXT`).join(', ')}) STRICT`)
    const insert = db.prepare<unknown[]>(`INSERT INTO people VALUES (${COLUMNS.map(() => '?').join(', ')})`)
    return ms(() =>
      db.transaction(() => {
        for (const record of records) insert.run(COLUMNS.map((column) => String(record[column])))
      })(),
    )
  } finally {
    db.close()
  }
}

async function measure(folder: string, count: number, print: Print): Promise<void> {
  const records = Array.from({ length: count }, (_, n) => madeUp(n))
  const writes: PersonWrite[] = records.map((record) => ({ personId: null, record, delta: record }))
  const bare = bareInserts(folder, records)
  const data = join(folder, `store-${count}`)
  const passphrase = 'four words for measuring'
  const establishment = { code: 'LEI', name: 'HMP Leeds' }
  const made = await createStore({
    folder: data,
    establishment,
    headOfOmu: 'x',
    passphrase,
    now,
    scrypt: CHEAP_COST,
  })
  const context = { at: now().toISOString(), importId: null, source: 'bench', asAt: null }
  const start = performance.now()
  await made.store.write((db) => writePeople(db, { userId: made.user.id }, context, writes))
  const written = performance.now() - start
  print({
    name: 'store: write people',
    value: written,
    unit: 'ms',
    baseline: bare,
    ratio: written / bare,
    n: count,
  })
  await made.store.close()

  const opening: number[] = []
  for (let n = 0; n < 5; n += 1) {
    const before = performance.now()
    const { store } = await openStore({ folder: data, userId: made.user.id, passphrase, now })
    opening.push(performance.now() - before)
    if (n === 0) {
      const listed = ms(() => listPeople(store.read))
      print({ name: 'store: list people', value: listed, unit: 'ms', baseline: null, ratio: null, n: count })
    }
    await store.close()
  }
  const [, , middle = 0] = opening.sort((a, b) => a - b)
  print({
    name: 'store: open after unlock',
    value: middle,
    unit: 'ms',
    baseline: null,
    ratio: null,
    n: count,
  })
}

/** Bulk writes against bare encrypted inserts of the same rows, and opening a store (scrypt, made cheap here, apart). */
export async function bench(print: Print): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'))
  try {
    await measure(folder, 1500, print)
    await measure(folder, 100_000, print)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
