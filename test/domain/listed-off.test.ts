import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { standingOf } from '../../domain/dated-work/dated-item.ts'
import { DATED_ITEMS } from '../../domain/dated-work/dated-items.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { LocalItem } from '../../domain/model/local-item.ts'
import { RULE_SET_IDS } from '../../domain/model/rule-set-id.ts'
import { listedOff } from '../../domain/planning/listed-off.ts'
import { paroleTracks } from '../../domain/planning/parole-tracks.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { scheduleCase } from '../../domain/planning/schedule-case.ts'
import { anyFacts, nearDay } from './arbitrary-facts.ts'

const TODAY = '2026-11-23' as CivilDate
const date = (text: string) => text as CivilDate
const FACTS: CaseFacts = {
  sentence_start_date: date('2025-03-14'),
  reception_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-16'),
}
const OFF: LocalItem = {
  region: null,
  item: 'li-warning',
  from: date('2026-01-01'),
  on: false,
  owner: null,
  offset: null,
  proof: { toldBy: 'Made Up', body: 'Governor', document: null, documentDate: null },
}

function planned(facts: CaseFacts) {
  const plan = planCase(facts, 'pre-release-5', TODAY)
  if (isProblem(plan)) throw new Error(plan.error.message)
  return plan
}
const listed = (facts: CaseFacts, local: LocalItem[] = []) =>
  listedOff(facts, planned(facts), 'pre-release-5', TODAY, local)
const undated = (facts: CaseFacts) =>
  Object.fromEntries(listed(facts).undated.map(({ item, why }) => [item.id, why]))
const offIds = (facts: CaseFacts, local: LocalItem[] = []) =>
  listed(facts, local).off.map(({ item }) => item.id)

describe('what is listed off', () => {
  it('is what is switched off and what has ended, each with a reason', () => {
    expect(offIds({ ...FACTS, womens_prison: false, prison_nation: 'wales' })).toEqual([
      'mt-handover-simplified',
      'mt-keywork',
      'as-prerelease-report',
      'as-oasys-initial-det',
      'rf-ask-act-wales',
      'rf-cas2-hdc',
      'rf-mappa-level',
      'rf-vlo',
      'hd-open',
      'hd-elig',
      'hd-14',
      'hd-2',
    ])
    for (const { why } of listed(FACTS).off) expect(why).toMatch(/^[A-Z].*\.$/)
  })

  it('leaves out what is not for this case', () => {
    expect(offIds(FACTS)).not.toContain('rf-ask-act-wales')
    expect(offIds({ ...FACTS, is_indeterminate: true })).not.toContain('as-oasys-initial-det')
    expect(offIds({ ...FACTS, legal_status: 'remand' })).toEqual([])
  })

  it('says what was switched off here, and on whose word', () => {
    const found = listed(FACTS, [OFF]).off.find(({ item }) => item.id === 'li-warning')
    expect(found?.why).toBe('Switched off here. Governor, on local instruction.')
    expect(offIds(FACTS, [{ ...OFF, item: 'rf-vlo', on: true }])).not.toContain('rf-vlo')
  })

  it('names the missing fact of what cannot be dated', () => {
    expect(undated(FACTS)).toEqual({})
    expect(undated({ ...FACTS, reception_date: null })).toEqual({
      'as-bcst1': 'The reception date is not known.',
      'as-bcst2': 'The reception date is not known.',
    })
    expect(undated({ ...FACTS, recalled: true })['as-prt-12w']).toMatch(/post-recall release date/)
    const late = { ...FACTS, sentence_start_date: date('2027-08-01') }
    expect(undated(late)['li-hard-stop']).toMatch(/before the sentence start/)
    expect(undated({ sentence_start_date: date('2025-03-14') })['li-hard-stop']).toBe(
      'No release date of any kind is known.',
    )
    const lifer = { ...FACTS, is_indeterminate: true, conditional_release_date: null }
    expect(undated(lifer)['rv-approaching-parole']).toMatch(/still ahead/)
  })

  it('never lists what is in the schedule, and nothing twice', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...RULE_SET_IDS), nearDay, (facts, rules, today) => {
        const plan = planCase(facts, rules, today)
        if (isProblem(plan)) return
        const there = scheduleCase(facts, plan, rules, today).map(({ id }) => id)
        const { off, undated: without } = listedOff(facts, plan, rules, today)
        const ids = [...there, ...off.map(({ item }) => item.id), ...without.map(({ item }) => item.id)]
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('or the schedule, or the application itself, knows every item there is', () => {
    const standings = new Set(DATED_ITEMS.map(standingOf))
    expect([...standings].sort()).toEqual([
      'app_only',
      'ended',
      'generated',
      'handover_point',
      'switched_off',
      'variant',
    ])
  })
})

describe('the two tracks of a case that may be paroled', () => {
  const PAROLE: CaseFacts = { ...FACTS, parole_eligibility_date: date('2027-01-15') }
  const tracks = (facts: CaseFacts) => paroleTracks(facts, planned(facts), 'pre-release-5', TODAY)

  it('count the same work from each release', () => {
    const found = tracks(PAROLE)
    expect(found?.ifReleasedAtParole.release).toEqual({ type: 'PED', date: '2027-01-15' })
    expect(found?.automaticRelease.release).toEqual({ type: 'CRD', date: '2027-07-16' })
    const days = (which: 'ifReleasedAtParole' | 'automaticRelease') =>
      found?.[which].entries.map(({ id, due, provisional }) => `${id} ${due} ${provisional}`)
    expect(days('ifReleasedAtParole')).toEqual([
      'as-bcst-12w 2026-10-23 true',
      'as-prt-12w 2026-10-23 true',
      'li-com-prompt 2026-12-18 true',
      'li-warning 2027-01-11 true',
      'li-hard-stop 2027-01-13 true',
    ])
    expect(days('automaticRelease')).toEqual([
      'as-bcst-12w 2027-04-23 false',
      'as-prt-12w 2027-04-23 false',
      'li-com-prompt 2027-06-18 false',
      'li-warning 2027-07-12 false',
      'li-hard-stop 2027-07-14 false',
    ])
  })

  it.each<[string, CaseFacts]>([
    ['no parole', FACTS],
    ['no automatic release', { ...PAROLE, conditional_release_date: null }],
    ['a life sentence', { ...PAROLE, is_indeterminate: true }],
    ['a recall', { ...PAROLE, recalled: true }],
    ['a confirmed release', { ...PAROLE, confirmed_release_date: date('2027-02-01') }],
    ['release approved', { ...PAROLE, approved_parole_date: date('2027-02-01') }],
    ['release on curfew', { ...PAROLE, home_detention_curfew_actual_date: date('2027-02-01') }],
    ['somebody on remand', { ...PAROLE, legal_status: 'remand' }],
    ['both releases before the sentence', { ...PAROLE, sentence_start_date: date('2027-08-01') }],
  ])('are none for %s', (_, facts) => {
    expect(tracks(facts)).toBeNull()
  })
})
