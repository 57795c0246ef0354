import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseFacts } from '../../domain/model/case-facts.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import type { Plan, ScheduleEntry } from '../../domain/model/plan.ts'
import { MANDATED_MEETING_IDS } from '../../domain/model/plan.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../domain/model/rule-set-id.ts'
import { planCase } from '../../domain/planning/plan-case.ts'
import { isProblem } from '../../domain/planning/plan-problem.ts'
import { scheduleCase, scheduleMeetings } from '../../domain/planning/schedule-case.ts'
import { anyFacts, nearDay } from './arbitrary-facts.ts'
import { referenceSchedule, type ReferenceEntry } from './reference-schedule.ts'

const anyRules = fc.constantFrom(...RULE_SET_IDS)

function forAnyCase(
  check: (
    facts: CaseFacts,
    plan: Plan,
    schedule: ScheduleEntry[],
    rules: RuleSetId,
    today: CivilDate,
  ) => void,
  numRuns: number,
): void {
  fc.assert(
    fc.property(anyFacts, anyRules, nearDay, (facts, rules, today) => {
      const plan = planCase(facts, rules, today)
      if (isProblem(plan)) return
      check(facts, plan, scheduleCase(facts, plan, rules, today), rules, today)
    }),
    { numRuns },
  )
}

const asReference = (entry: ScheduleEntry): ReferenceEntry => ({
  id: entry.id,
  due: entry.due,
  windowFrom: entry.window_from,
  windowTo: entry.window_to,
  latestWorkingDay: entry.latest_working_day,
  holidaysKnown: entry.holidays_known,
  provisional: entry.provisional,
  anchor: entry.anchor === null ? null : `${entry.anchor.type} ${entry.anchor.date}`,
  assumes: [...entry.assumes],
})

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

describe('the schedule of any case', () => {
  it('agrees with the slow reference', () => {
    forAnyCase((facts, plan, schedule, _, today) => {
      expect(schedule.map(asReference).sort(byId)).toEqual(referenceSchedule(facts, plan, today).sort(byId))
    }, 10_000)
  })

  it('is by due day, then by id, what has no day last', () => {
    forAnyCase((_facts, _plan, schedule) => {
      const order = schedule.map(({ due, id }) => `${due ?? 'undated'} ${id}`)
      expect(order).toEqual([...order].sort())
      expect(new Set(schedule.map(({ id }) => id)).size).toBe(schedule.length)
    }, 1000)
  })

  it('holds the mandated meetings as they are given alone', () => {
    forAnyCase((facts, plan, schedule, rules, today) => {
      const ids: readonly string[] = MANDATED_MEETING_IDS
      expect(scheduleMeetings(facts, plan, rules, today)).toEqual(
        schedule.filter(({ id }) => ids.includes(id)),
      )
    }, 1000)
  })

  it('is the same whatever was scheduled before', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyRules, nearDay, (facts, others, rules, today) => {
        const plan = planCase(facts, rules, today)
        const other = planCase(others, rules, today)
        if (isProblem(plan)) return
        const first = scheduleCase(facts, plan, rules, today)
        if (!isProblem(other)) scheduleCase(others, other, rules, today)
        expect(scheduleCase(facts, plan, rules, today)).toEqual(first)
      }),
      { numRuns: 500 },
    )
  })

  it('only ever calls provisional what nobody has directed', () => {
    forAnyCase((facts, _plan, schedule) => {
      for (const entry of schedule) {
        if (!entry.provisional) continue
        if (facts.confirmed_release_date) throw new Error('a confirmed release is directed')
        // The second meeting is counted from handover, and its window ends at the release.
        if (entry.id === 'mt-prerelease-2') continue
        expect(['PED', 'TED', 'THD']).toContain(entry.anchor?.type)
      }
    }, 1000)
  })
})
