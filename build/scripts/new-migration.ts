// npm run new:migration -- name    scaffolds the next migration and its test, and lists it in the manifest
// npm run new:migration            only writes the manifest again, after the newest migration was edited before release
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import process from 'node:process'
import { MIGRATIONS } from '../../db/migrations/manifest.ts'

const folder = new URL('../../db/migrations/', import.meta.url)
const tests = new URL('../../test/db/migrations/', import.meta.url)

const isFile = (name: string): boolean => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)

function writeManifest(): void {
  const files = readdirSync(folder).filter(isFile).sort()
  const entries = files.map((file) => {
    const sql = readFileSync(new URL(file, folder), 'utf8')
    const sha256 = createHash('sha256').update(sql).digest('hex')
    const version = Number(file.slice(0, 4))
    const known = MIGRATIONS.find((one) => one.version === version)
    if (known !== undefined && known.sha256 !== sha256 && file !== files.at(-1)) {
      throw new Error(`${file} was edited after another followed it. Put it back and write a new migration.`)
    }
    const text = sql.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
    return `  {\n    version: ${version},\n    name: '${file.slice(5, -4)}',\n    sha256: '${sha256}',\n    sql: \`${text}\`,\n  },\n`
  })
  const header =
    "// Made by `npm run new:migration` from the .sql files beside it, so that one bundled program carries them. Do not edit.\nimport type { Migration } from '../migrate.ts'\n\n"
  writeFileSync(
    new URL('manifest.ts', folder),
    `${header}export const MIGRATIONS: readonly Migration[] = [\n${entries.join('')}]\n`,
  )
}

function scaffold(name: string): void {
  const number = String((MIGRATIONS.at(-1)?.version ?? 0) + 10).padStart(4, '0')
  const file = new URL(`${number}_${name}.sql`, folder)
  const test = new URL(`${number}_${name}.test.ts`, tests)
  if (existsSync(file)) throw new Error(`${file.pathname} is there already`)
  writeFileSync(
    file,
    '-- What this changes and why.\n-- A migration that drops, deletes or sets a pragma says so: `destructive: reason` after two dashes, and `keeps: table`\n-- for every table that must come out with as many rows as it went in.\n',
  )
  mkdirSync(tests, { recursive: true })
  writeFileSync(
    test,
    `import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../../db/migrations/manifest.ts'

test('migration ${Number(number)} (${name}) keeps what the store held', () => {
  // Seed a store at the version before, with children of every table touched, migrate it and look at all of them.
  expect(MIGRATIONS.some((one) => one.version === ${Number(number)})).toBe(true)
  expect.fail('write this test')
})
`,
  )
  console.log(`${file.pathname}\n${test.pathname}`)
}

const [name] = process.argv.slice(2)
if (name !== undefined) {
  if (!/^[a-z0-9_]+$/.test(name)) throw new Error('Name it in small letters, digits and underscores')
  scaffold(name)
}
writeManifest()
