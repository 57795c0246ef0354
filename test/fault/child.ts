// Run as a process of its own by the tests beside it, which end it the hard way. Says one word when it is where it should be.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { openForWriting } from '../../db/connection.ts'
import { unlockWithPassphrase } from '../../db/keyring.ts'
import { migrate, sha256 } from '../../db/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/manifest.ts'
import { openStore, readKeyring } from '../../db/open.ts'
import { writePeople } from '../../db/repositories/people.ts'
import type { PersonWrite } from '../../db/types.ts'
import { newPeople, typedHere } from '../db/support/made-up.ts'

const [task, folder = '', userId = '', passphrase = ''] = process.argv.slice(2)
const now = () => new Date()

/** Says where we are and never goes on. */
function stop(word: string): never {
  writeSync(1, `${word}\n`)
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

function* halfAnImport(): Generator<PersonWrite> {
  yield* newPeople(5000, 100)
  stop('writing')
}

if (task === 'hold') {
  await openStore({ folder, userId, passphrase, now })
  stop('open')
} else if (task === 'import') {
  const { store, user } = await openStore({ folder, userId, passphrase, now })
  await store.write((db) => {
    // A small cache, so that much of the unfinished transaction is on the disk when the process ends.
    db.pragma('cache_size = 20')
    writePeople(db, { userId: user.id }, typedHere(now().toISOString()), halfAnImport())
  })
} else if (task === 'migrate') {
  const key = await unlockWithPassphrase(readKeyring(folder), userId, passphrase)
  const db = openForWriting(join(folder, 'desk.db'), key as Buffer, { create: false })
  db.pragma('cache_size = 20')
  db.function('stop_here', () => stop('migrating'))
  const sql = `-- destructive: rebuilds settings
    CREATE TABLE new_settings (key TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, value TEXT NOT NULL, hint TEXT) STRICT;
    INSERT INTO new_settings SELECT key, seq, value, hex(randomblob(1000)) FROM settings;
    DROP TABLE settings; ALTER TABLE new_settings RENAME TO settings;
    UPDATE people SET crn = hex(randomblob(500)); SELECT stop_here();`
  const manifest = [...MIGRATIONS, { version: 990, name: 'half', sql, sha256: sha256(sql) }]
  migrate(db, { manifest, backUp: () => {}, now })
}
