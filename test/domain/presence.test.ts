import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { MOVEMENT_KINDS, type Movement, type MovementKind } from '../../domain/model/movement.ts'
import { isUnaccounted, mayHaveReturned, presenceOf } from '../../domain/movements/presence.ts'

const day = (text: string) => text as CivilDate
const moved = (kind: MovementKind, on: string): Movement => ({ kind, on: day(on), where: '', note: '' })

describe('presence', () => {
  it.each<[string, Movement[], 'here' | 'away' | 'left']>([
    ['nothing recorded', [], 'here'],
    ['received', [moved('reception', '2026-11-01')], 'here'],
    ['to hospital', [moved('reception', '2026-11-01'), moved('hospital', '2026-11-10')], 'away'],
    ['back from hospital', [moved('hospital', '2026-11-10'), moved('return', '2026-11-12')], 'here'],
    ['released', [moved('release', '2026-11-20')], 'left'],
    ['released and recalled', [moved('release', '2026-11-20'), moved('recall_in', '2026-11-22')], 'here'],
    [
      'an older movement recorded later changes nothing',
      [moved('release', '2026-11-20'), moved('court', '2026-11-10')],
      'left',
    ],
    [
      'of one day the later recorded',
      [moved('transfer_out', '2026-11-20'), moved('return', '2026-11-20')],
      'here',
    ],
    ['still here says nothing of having left', [moved('still_here', '2026-11-20')], 'here'],
    ['died, whatever came after', [moved('died', '2026-11-10'), moved('court', '2026-11-12')], 'left'],
  ])('%s', (_name, movements, state) => {
    expect(presenceOf(movements).state).toBe(state)
  })

  it('does not depend on the order movements of different days were recorded in', () => {
    const movement = fc.record({
      kind: fc.constantFrom(...MOVEMENT_KINDS),
      on: fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2026-01-01'), days)),
      where: fc.constant(''),
      note: fc.constant(''),
    })
    fc.assert(
      fc.property(fc.uniqueArray(movement, { selector: ({ on }) => on, maxLength: 8 }), (movements) => {
        expect(presenceOf(movements.toReversed())).toEqual(presenceOf(movements))
      }),
    )
  })
})

describe('unaccounted for', () => {
  const sighting = { lastSeen: day('2026-11-20'), newest: day('2026-11-22') }
  it.each<[string, Movement[], boolean, boolean]>([
    ['missing from the newest list', [], false, true],
    ['a patient in hospital is not asked about', [], true, false],
    ['still here, said of this list', [moved('still_here', '2026-11-22')], false, false],
    ['still here, said of an older list', [moved('still_here', '2026-11-20')], false, true],
    ['at court since', [moved('court', '2026-11-21')], false, false],
    ['at court long before', [moved('court', '2026-10-01')], false, true],
    ['left', [moved('release', '2026-11-21')], false, false],
  ])('%s', (_name, movements, isPatient, expected) => {
    expect(isUnaccounted(presenceOf(movements), movements, sighting, isPatient)).toBe(expected)
  })

  it('is nobody whom the newest list holds', () => {
    expect(
      isUnaccounted(presenceOf([]), [], { lastSeen: day('2026-11-22'), newest: day('2026-11-22') }, false),
    ).toBe(false)
  })

  it.each<[Movement[], boolean]>([
    [[moved('release', '2026-11-20')], true],
    [[moved('release', '2026-11-22')], false],
    [[moved('died', '2026-11-20')], false],
    [[], false],
  ])('%j may have returned: %s', (movements, expected) => {
    expect(mayHaveReturned(presenceOf(movements), day('2026-11-22'))).toBe(expected)
  })
})
