import type { RoshLevel } from '../model/case-facts.ts'
import type { Confidence, Responsibility } from '../model/plan.ts'
import type { StaffKind } from '../model/staff-member.ts'
import { ROSH_WORDS } from '../text/status-tags.ts'

const MPC = 'Manage POM cases, recommendation of a POM (7aeb43b9), 21 August 2026'
const OURS = 'Our reading: tier and RoSH put together'

/** What a recommendation rests on; all of it may be unknown. */
export interface ToAllocate {
  /** As written, such as `B2` or `C1S`: its first letter counts. */
  tier: string | null
  rosh: RoshLevel | null
  /** Who is responsible today. Null outside offender management, or where no plan could be made. */
  responsibility: Responsibility | null
  /** Held for immigration alone. */
  immigration: boolean
}

/** Which kind of POM to choose, and why. `kind` null: not enough is known, so any choice needs a reason. */
export interface PomRecommendation {
  kind: StaffKind | null
  /** One sentence for people. */
  says: string
  source: string
  confidence: Confidence
}

export const STAFF_KIND_WORDS: Record<StaffKind, string> = {
  prison: 'prison POM',
  probation: 'probation POM',
}

/** `A` to `G` of a tier as written; null where there is none to read. */
export function tierLetter(tier: string | null | undefined): string | null {
  const letter = tier?.trim().charAt(0).toUpperCase() ?? ''
  return /^[A-G]$/.test(letter) ? letter : null
}

const isHigh = (rosh: RoshLevel | null) => rosh === 'high' || rosh === 'very_high'
const by = (
  kind: StaffKind | null,
  says: string,
  source: string,
  confidence: Confidence,
): PomRecommendation => ({
  kind,
  says,
  source,
  confidence,
})

/** The kind of POM a case asks for, for men and women alike. The first that applies decides. */
export function recommendPom({ tier, rosh, responsibility, immigration }: ToAllocate): PomRecommendation {
  if (immigration) return by('prison', 'Held for immigration: a prison POM', MPC, 'high')
  if (responsibility === 'com')
    return by('prison', 'The COM is responsible and the POM supports: a prison POM', MPC, 'high')
  const letter = tierLetter(tier)
  if (letter === 'A' || letter === 'B') return by('probation', `Tier ${letter}: a probation POM`, MPC, 'high')
  if (rosh !== null && isHigh(rosh))
    return by('probation', `RoSH ${ROSH_WORDS[rosh].toLowerCase()}: a probation POM`, OURS, 'low')
  if (letter === null)
    return by(
      null,
      'The tier is not known, so neither kind can be recommended: give the reason for the choice',
      OURS,
      'low',
    )
  if (rosh === null)
    return by('prison', `Tier ${letter}, RoSH not known: a prison POM unless RoSH is high`, MPC, 'medium')
  return by('prison', `Tier ${letter} and RoSH ${ROSH_WORDS[rosh].toLowerCase()}: a prison POM`, MPC, 'high')
}
