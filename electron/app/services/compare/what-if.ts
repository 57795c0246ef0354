import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CaseFacts } from '../../../../domain/model/case-facts.ts'
import type { Plan } from '../../../../domain/model/plan.ts'
import { scheduleMeetings } from '../../../../domain/planning/schedule-case.ts'
import { factsIf, mistakeIn, whatIf, type WhatIfChange } from '../../../../domain/planning/what-if.ts'
import { handoverSum } from '../../../../domain/text/deciding-row.ts'
import { describeFlag } from '../../../../domain/text/flags.ts'
import { againstToday, howFarOff, meetingIf, whatIfHeadline } from '../../../../domain/text/what-if.ts'
import { RESPONSIBILITY_TEXT } from '../../../../domain/text/reasons.ts'
import type { UnitCase } from '../caseload/unit-view.ts'
import { planUnder } from '../planning/planning.ts'
import { planWith, toCompare } from './compare-unit.ts'

type Answer = OutputOf<'case.whatIf'>

const NO_PLAN: Omit<Answer, 'headline' | 'lines'> = {
  planned: false,
  handover: null,
  responsibility: null,
  days: null,
  meetings: [],
  flagsAppear: [],
  flagsGo: [],
}

/** The plan one change would give a case, beside today's. Throws `bad_input` for a day that cannot be. */
export function whatIfOf(one: UnitCase, change: WhatIfChange, today: CivilDate): Answer {
  const { planned } = one
  const mistake = mistakeIn(planned.facts, change)
  if (mistake !== null) {
    const { field, message } = mistake
    throw new DeskError('bad_input', message, { [`change.${field}`]: message })
  }
  const facts = factsIf(planned.facts, change)
  const rules = change.kind === 'rules' ? change.ruleSet : planned.rules
  const { plan, missing } = planUnder(planned.person, facts, rules, today)
  if (plan === null) {
    return Object.assign(
      { headline: 'No plan could be made', lines: [`${missing?.message ?? ''}.`] },
      NO_PLAN,
    )
  }
  const schedule = scheduleMeetings(facts, plan, rules, today, planned.local)
  if (planned.plan === null) return onlyAfter(facts, plan, planned.missing?.message ?? '')
  const before = planWith(planned, planned.rules, today)
  const after = { plan, schedule }
  return inWords(planned.plan, facts, plan, whatIf(toCompare(one, before, after), today))
}

/** Today's plan cannot be made, and with the change it could. */
function onlyAfter(facts: CaseFacts, plan: Plan, missing: string): Answer {
  return {
    ...NO_PLAN,
    planned: true,
    headline: whatIfHeadline(plan),
    handover: plan.handover_date,
    responsibility: plan.responsibility,
    lines: [...sumLine(facts, plan), `No plan can be made today: ${missing}.`],
    flagsAppear: plan.flags.map((flag) => flagShown(flag, facts, plan)),
  }
}

function inWords(before: Plan, facts: CaseFacts, after: Plan, outcome: ReturnType<typeof whatIf>): Answer {
  const { compared, flagsAppear, flagsGo, nothingChanges } = outcome
  return {
    headline: nothingChanges ? unchanged(after) : whatIfHeadline(after),
    planned: true,
    handover: after.handover_date,
    responsibility: after.responsibility,
    days: compared.days,
    lines: [
      ...sumLine(facts, after),
      ...(nothingChanges ? [] : [againstToday(before, after, compared.days)]),
      ...responsibilityLine(before, after),
    ],
    meetings: compared.meetings.flatMap((meeting) => {
      const says = meetingIf(meeting)
      return says === null ? [] : [{ says, late: meeting.lateAtOnce && !meeting.held }]
    }),
    flagsAppear: flagsAppear.map((flag) => flagShown(flag, facts, after)),
    flagsGo: flagsGo.map((flag) => describeFlag(flag, facts, before).title),
  }
}

const unchanged = ({ handover_date: handover }: Plan) =>
  handover === null ? 'Nothing would change' : 'Nothing would change: the handover date stays'

function sumLine(facts: CaseFacts, plan: Plan): string[] {
  const sum = handoverSum(facts, plan.rules, plan.today)
  if (sum === null || plan.handover_date === null) return []
  return [`${sum}. ${capital(howFarOff(plan.handover_date, plan.today))}.`]
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

function responsibilityLine(before: Plan, after: Plan): string[] {
  const { responsibility: was } = before
  if (was === null || after.responsibility === null || was === after.responsibility) return []
  return [`Today: ${RESPONSIBILITY_TEXT[was]}.`]
}

function flagShown(flag: Plan['flags'][number], facts: CaseFacts, plan: Plan): Answer['flagsAppear'][number] {
  const { title, says } = describeFlag(flag, facts, plan)
  return { title, says }
}
