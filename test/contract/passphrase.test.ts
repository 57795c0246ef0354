import { expect, it } from 'vitest'
import { contract } from '../../domain/contract/index.ts'
import { SHORTEST_PASSPHRASE } from '../../domain/model/passphrase.ts'

const SHORT = 'x'.repeat(SHORTEST_PASSPHRASE - 1)
const LONG_ENOUGH = `${SHORT}x`
const CALLS: [name: string, accepts: (passphrase: string) => boolean][] = [
  [
    'setup.create',
    (passphrase) =>
      contract['setup.create'].input.safeParse({
        establishment: 'LEI',
        ruleSet: 'enhanced-7-5',
        headOfOmu: 'Ada Example',
        passphrase,
      }).success,
  ],
  [
    'session.recover',
    (newPassphrase) =>
      contract['session.recover'].input.safeParse({ userId: 'u', recoveryKey: 'k', newPassphrase }).success,
  ],
  [
    'users.add',
    (passphrase) => contract['users.add'].input.safeParse({ name: 'Ada', role: 'pom', passphrase }).success,
  ],
  [
    'users.changePassphrase',
    (next) => contract['users.changePassphrase'].input.safeParse({ current: 'old', next }).success,
  ],
]

it.each(CALLS)('%s takes no new passphrase shorter than the shortest', (_name, accepts) => {
  expect(accepts(SHORT)).toBe(false)
  expect(accepts(LONG_ENOUGH)).toBe(true)
})
