import { describe, expect, it } from 'vitest'
import { checkFacts } from '../../domain/planning/check-facts.ts'

describe('checking facts', () => {
  it.each<[unknown, string, string]>([
    [null, 'bad_value', 'facts'],
    [[], 'bad_value', 'facts'],
    ['facts', 'bad_value', 'facts'],
    [{ crd: '2027-01-01' }, 'unknown_fact', 'crd'],
    [{ constructor: 1 }, 'unknown_fact', 'constructor'],
    [JSON.parse('{"__proto__": {}}'), 'unknown_fact', '__proto__'],
    [{ recalled: 'true', crd: 1 }, 'unknown_fact', 'crd'],
    [{ recalled: 'true', mappa_level: '2' }, 'bad_value', 'recalled'],
    [{ recalled: 1 }, 'bad_value', 'recalled'],
    [{ mappa_level: '2' }, 'bad_value', 'mappa_level'],
    [{ mappa_level: 4 }, 'bad_value', 'mappa_level'],
    [{ mappa_level: 1.5 }, 'bad_value', 'mappa_level'],
    [{ date_of_birth: '2027-02-30' }, 'bad_value', 'date_of_birth'],
    [{ date_of_birth: '1899-12-31' }, 'bad_value', 'date_of_birth'],
    [{ date_of_birth: '' }, 'bad_value', 'date_of_birth'],
    [{ date_of_birth: 0 }, 'bad_value', 'date_of_birth'],
    [{ legal_status: 'Sentenced' }, 'bad_value', 'legal_status'],
    [{ rosh_level: 'very high' }, 'bad_value', 'rosh_level'],
    [{ legacy_cohort: 'NPS' }, 'bad_value', 'legacy_cohort'],
    [{ recall_type: 'fixed_term' }, 'bad_value', 'recall_type'],
    [{ com_name: 7 }, 'bad_value', 'com_name'],
    [{ needs: 'accommodation' }, 'bad_value', 'needs'],
    [{ needs: ['housing'] }, 'bad_value', 'needs'],
    [{ needs: [null] }, 'bad_value', 'needs'],
  ])('refuses %j', (facts, code, field) => {
    const checked = checkFacts(facts)
    expect(checked).toMatchObject({ error: { code, field } })
    expect((checked as { error: { message: string } }).error.message).not.toMatch(/undefined/)
  })

  it.each<[object]>([
    [{}],
    [
      {
        date_of_birth: null,
        recalled: null,
        mappa_level: null,
        needs: null,
        com_name: null,
        legal_status: null,
      },
    ],
    [
      {
        needs: ['accommodation', 'duty_to_refer'],
        com_name: 'Avery Stone',
        sex: 'female',
        destination_nation: 'wales',
      },
    ],
    [{ needs: [], recall_type: 'fixed_term_56', mappa_level: 0, restricted_patient: false }],
  ])('accepts %j as it stands', (facts) => {
    expect(checkFacts(facts)).toBe(facts)
  })

  it('takes blank text for unknown', () => {
    expect(checkFacts({ com_name: '  ', com_email: '', recalled: true })).toEqual({
      com_name: null,
      com_email: null,
      recalled: true,
    })
  })
})
