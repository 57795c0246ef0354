import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { ItemOffset } from '../../domain/dated-work/dated-item.ts'
import { DATED_ITEMS } from '../../domain/dated-work/dated-items.ts'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { LocalItem } from '../../domain/model/local-item.ts'
import { MANDATED_MEETING_IDS, type ScheduleEntry } from '../../domain/model/plan.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../domain/model/rule-set-id.ts'
import { localItemsInForce } from '../../domain/planning/local-items.ts'
import { meetingRelease } from '../../domain/planning/meeting-release.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { scheduleCase, scheduleMeetings } from '../../domain/planning/schedule-case.ts'
import { showWorking } from '../../domain/planning/show-working.ts'
import { anyFacts, nearDay } from './arbitrary-facts.ts'

const TODAY = '2026-11-23' as CivilDate
const date = (text: string) => text as CivilDate
const FACTS: CaseFacts = {
  sentence_start_date: date('2025-03-14'),
  reception_date: date('2025-03-14'),
  conditional_release_date: date('2027-07-16'),
  prison_nation: 'wales',
  mappa_level: 2,
}
const PROOF = {
  toldBy: 'Made Up',
  body: 'Regional office',
  document: 'Note 4',
  documentDate: date('2026-10-05'),
}
const way = (item: string, change: Partial<LocalItem>): LocalItem => ({
  region: null,
  item,
  from: date('2026-01-01'),
  on: null,
  owner: null,
  offset: null,
  proof: PROOF,
  ...change,
})
const offset = (change: Partial<ItemOffset>): ItemOffset => ({
  months: 0,
  weeks: 0,
  days: 0,
  workingDays: 0,
  direction: 'before',
  ...change,
})

function schedule(local: LocalItem[], facts: CaseFacts = FACTS, rules: RuleSetId = 'pre-release-5') {
  const plan = planCase(facts, rules, TODAY)
  if (isProblem(plan)) throw new Error(plan.error.message)
  return {
    entries: scheduleCase(facts, plan, rules, TODAY, local),
    cards: showWorking(facts, plan, rules, TODAY, local),
  }
}
const find = (entries: ScheduleEntry[], id: string) => entries.find((entry) => entry.id === id)
const entryOf = (id: string, change: Partial<LocalItem>, facts: CaseFacts = FACTS) =>
  find(schedule([way(id, change)], facts).entries, id)

describe('what is in force', () => {
  const list = [
    way('as-prt-12w', { owner: 'first' }),
    way('as-prt-12w', { owner: 'second', from: date('2026-06-01') }),
    way('as-prt-12w', { owner: 'later', from: date('2026-12-01') }),
    way('as-prt-12w', { owner: 'of the region', region: 'North East', from: date('2025-01-01') }),
    way('li-warning', { on: false }),
  ]
  const owner = (region: string | null, today: CivilDate = TODAY) =>
    localItemsInForce(list, region, today).find(({ item }) => item === 'as-prt-12w')?.owner

  it('is the latest by the day, the region’s own before the establishment’s', () => {
    expect(owner(null)).toBe('second')
    expect(owner('Wales')).toBe('second')
    expect(owner('North East')).toBe('of the region')
    expect(owner(null, date('2025-12-31'))).toBeUndefined()
    expect(owner(null, date('2026-12-01'))).toBe('later')
    expect(localItemsInForce(list, null, TODAY)).toHaveLength(2)
  })

  it('is the one recorded later of two from one day', () => {
    const twice = [way('rl-friday', { owner: 'one' }), way('rl-friday', { owner: 'other' })]
    expect(localItemsInForce(twice, null, TODAY)[0]?.owner).toBe('other')
  })
})

describe('a local way', () => {
  it('changes owner and day, and says on whose word', () => {
    expect(entryOf('as-prt-12w', { owner: 'In-reach team', offset: offset({ weeks: 16 }) })).toMatchObject({
      due: '2027-03-26',
      owner: 'In-reach team',
      basis: ['local'],
      source: 'Regional office: Note 4, 5 October 2026',
    })
    const told = { ...PROOF, document: null, documentDate: null }
    expect(entryOf('as-prt-12w', { owner: 'In-reach team', proof: told })?.source).toBe(
      'Regional office, on local instruction',
    )
  })

  it('leaves every other entry as it was', () => {
    const { entries } = schedule([way('as-prt-12w', { owner: 'In-reach team' })])
    const rest = (all: ScheduleEntry[]) => all.filter(({ id }) => id !== 'as-prt-12w')
    expect(rest(entries)).toEqual(rest(schedule([]).entries))
    // One that says only "as the source says" changes nothing.
    expect(schedule([way('as-prt-12w', {})]).entries).toEqual(schedule([]).entries)
    expect(schedule([way('as-prt-12w', { on: true })]).entries).toEqual(schedule([]).entries)
  })

  it('switches off, and on', () => {
    expect(entryOf('li-warning', { on: false })).toBeUndefined()
    expect(entryOf('mt-prerelease-2', { on: false })).toBeUndefined()
    expect(entryOf('as-prerelease-report', { on: true })).toMatchObject({
      due: '2027-04-23',
      sense: 'opens',
      basis: ['local'],
    })
    expect(entryOf('rf-mappa-level', { on: true })?.due).toBe('2027-01-16')
    expect(entryOf('rf-ask-act-wales', { on: true })?.due).toBeNull()
    expect(entryOf('as-oasys-initial-det', { on: true })?.due).toBe('2025-05-23')
    expect(entryOf('rf-vlo', { on: true, offset: offset({ months: 2 }) })?.due).toBe('2027-05-16')
    const heard = { ...FACTS, is_indeterminate: true, target_hearing_date: date('2026-11-02') }
    expect(entryOf('rv-next-thd', { on: true }, heard)?.due).toBe('2026-12-14')
  })

  it('gives only the next of what repeats', () => {
    const mens = { ...FACTS, womens_prison: false }
    // Received on a Friday: the first Friday from today on.
    expect(entryOf('mt-keywork', { on: true }, mens)?.due).toBe('2026-11-27')
    expect(entryOf('mt-keywork', { on: true }, { ...mens, reception_date: TODAY })?.due).toBe('2026-11-30')
  })

  it('never brings back what has ended, handover points or the variant', () => {
    const never = DATED_ITEMS.filter(
      ({ id, isHandoverPoint }) => isHandoverPoint || /^hd-|^rf-cas2|^ea-redo|^li-late|simplified/.test(id),
    )
    expect(never).toHaveLength(25)
    const facts = { ...FACTS, home_detention_curfew_eligibility_date: date('2027-03-01') }
    const { entries } = schedule(
      never.map(({ id }) => way(id, { on: true, offset: offset({ days: 1 }) })),
      facts,
    )
    expect(entries).toEqual(schedule([], facts).entries)
  })

  it('runs what only the application can set off where it is told of it, and not otherwise', () => {
    const plan = planCase(FACTS, 'pre-release-5', TODAY)
    if (isProblem(plan)) throw new Error(plan.error.message)
    const seen = scheduleCase(FACTS, plan, 'pre-release-5', TODAY, [], ['ea-redo', 'li-late-alloc'])
    expect(find(seen, 'ea-redo')).toMatchObject({ due: '2026-01-16', sense: 'opens' })
    expect(find(seen, 'li-late-alloc')?.due).toBe('2027-07-09')
    expect(seen.length).toBe(schedule([]).entries.length + 2)
  })

  it.each<[string, Partial<ItemOffset>, string, string]>([
    ['counted from handover', { weeks: 6, direction: 'after' }, '2027-03-30', 'handover'],
    ['counted back from release', { months: 2 }, '2027-05-16', 'CRD'],
    ['held to the last meeting', { months: 6, direction: 'after' }, '2027-06-16', 'handover'],
    ['held to the handover meeting', { months: 9 }, '2027-02-16', 'CRD'],
  ])('dates the second meeting, %s', (_, change, due, anchor) => {
    const second = entryOf('mt-prerelease-2', { offset: offset(change) })
    expect(second).toMatchObject({
      due,
      window_from: '2027-02-16',
      window_to: '2027-06-16',
      basis: ['local'],
    })
    expect(second?.anchor?.type).toBe(anchor)
    const { cards } = schedule([way('mt-prerelease-2', { offset: offset(change) })])
    expect(cards.find(({ key }) => key === 'mt-prerelease-2')?.sum.at(-1)?.date).toBe(due)
  })

  it('moves a mandated meeting, never after release', () => {
    const last = entryOf('mt-prerelease-1m', { offset: offset({ weeks: 6 }) })
    expect(last).toMatchObject({ due: '2027-06-04', window_from: '2027-05-21', window_to: '2027-06-04' })
    const late = entryOf('mt-handover', { offset: offset({ months: 9, direction: 'after' }) })
    expect(late?.due).toBe('2027-07-16')
    const { cards } = schedule([way('mt-prerelease-1m', { offset: offset({ weeks: 6 }) })])
    const sum = cards.find(({ key }) => key === 'mt-prerelease-1m')?.sum
    expect(sum?.map(({ label }) => label)).toEqual(['Release', '6 weeks', '14 days'])
  })

  it('never puts a meeting after release, nor outside its window, whatever its offset', () => {
    const anyOffset = fc.record({
      months: fc.integer({ min: 0, max: 24 }),
      weeks: fc.integer({ min: 0, max: 60 }),
      days: fc.integer({ min: 0, max: 90 }),
      workingDays: fc.constant(0),
      direction: fc.constantFrom('before', 'after'),
    })
    const offsets = fc.tuple(anyOffset, anyOffset, anyOffset)
    fc.assert(
      fc.property(
        anyFacts,
        fc.constantFrom(...RULE_SET_IDS),
        nearDay,
        offsets,
        (facts, rules, today, given) => {
          const plan = planCase(facts, rules, today)
          if (isProblem(plan)) return
          const local = MANDATED_MEETING_IDS.map((id, at) => way(id, { offset: given[at] ?? null }))
          const release = meetingRelease(facts, plan)?.date ?? ''
          for (const entry of scheduleMeetings(facts, plan, rules, today, local)) {
            const { due, window_from: from, window_to: to } = entry
            expect([from, due, to, release]).toEqual([from, due, to, release].toSorted())
          }
          expect(JSON.stringify(showWorking(facts, plan, rules, today, local))).not.toMatch(/undefined|NaN/)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
