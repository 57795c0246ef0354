import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  version?: string
  optional?: boolean
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const root = join(import.meta.dirname, '../..')
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as unknown
const { packages } = read('package-lock.json') as { packages: Record<string, Locked> }

// npm ci refuses a lock file that lacks the part of a tool for another system, which is how it comes out where a registry
// did not hold that part yet. Such a version of the tool is too new to lock.
test('the lock file holds every part of every package, for every system', () => {
  const missing = Object.entries(packages)
    .filter(([, { optional }]) => optional !== true)
    .flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined &&
          packages[`${path}/node_modules/${name}`] === undefined,
      ),
    )
  expect(missing).toEqual([])
})

test('the lock file and package.json ask for the same', () => {
  const { dependencies, devDependencies } = read('package.json') as Locked
  expect(packages['']).toMatchObject({ dependencies, devDependencies })
  for (const [name, asked] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(`${name} ${asked}`).toContain(packages[`node_modules/${name}`]?.version)
  }
})
