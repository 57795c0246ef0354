import {
  READY_STATE_WORDS,
  READY_WORDS,
  type ReadyAnswer,
  type ReadyItem,
} from '../../../../domain/model/ready-to-go.ts'
import { MOVEMENT_WORDS, type Movement } from '../../../../domain/model/movement.ts'
import type { DecisionRecord } from '../../../../db/types.ts'
import type { Allocation } from '../../../../domain/allocation/allocation.ts'
import { STAFF_KIND_WORDS } from '../../../../domain/allocation/recommend-pom.ts'
import {
  OUTCOME_WORDS,
  type EarlyAllocationAssessment,
} from '../../../../domain/early-allocation/assessment.ts'
import {
  OVERRIDE_REASON_WORDS,
  type ResponsibilityOverride,
} from '../../../../domain/model/responsibility-override.ts'
import type { ParoleReview } from '../../../../domain/parole/parole-review.ts'
import {
  DIFFERENCE_MARK_WORDS,
  type DifferenceMarked,
} from '../../../../domain/planning/national-difference.ts'
import { RECALL_WORDS, type Recall } from '../../../../domain/sentences/recall.ts'
import { sentenceInWords, type Sentence } from '../../../../domain/sentences/sentence.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { countDays } from '../../../../domain/text/status-tags.ts'
import type { NoteEntered } from '../../../../domain/case-notes/note-entered.ts'
import type { Chase } from '../../../../domain/chases/chase.ts'
import type { Told } from '../../../../domain/letters/told.ts'
import { contactInWords, type Contact } from '../../../../domain/meetings/contact.ts'
import { stepInWords, type StepDone } from '../../../../domain/meetings/held.ts'
import { given, reviewWords, type Words } from './review-words.ts'

function overrideWords({ to, from, until, ended, reason, note, ...agreed }: ResponsibilityOverride): Words {
  const who = to === 'com' ? 'COM' : 'POM'
  if (ended !== null)
    return {
      title: `Override ended from ${formatDate(ended.on)}: ${who} no longer responsible by it`,
      details: [ended.because],
    }
  return {
    title: `Responsibility overridden: ${who} responsible from ${formatDate(from)} until ${formatDate(until)}`,
    details: [
      `Because: ${OVERRIDE_REASON_WORDS[reason]}.`,
      ...given(note),
      `Agreed by ${agreed.agreedByPrison} (prison) and ${agreed.agreedByProbation} (probation) on ${formatDate(agreed.agreedOn)}; ${agreed.document ?? 'on local instruction'}.`,
    ],
  }
}

function assessmentWords({ outcome, insideWindow, community }: EarlyAllocationAssessment): Words {
  if (community !== null) {
    const answer = community.accepted ? 'accepted' : 'declined'
    return {
      title: `Early allocation: ${answer} by the community on ${formatDate(community.decidedOn)}`,
      details: [`Decided by ${community.by}.`],
    }
  }
  return {
    title: `Assessed for early allocation: ${OUTCOME_WORDS[outcome].toLowerCase()}`,
    details: insideWindow ? [] : ['Made before the 18 months, so to be done again.'],
  }
}

/** Each record with the one it took the place of, both about one thing; null for the first. Given and returned oldest first. */
export function withFormer(
  records: readonly DecisionRecord[],
): { record: DecisionRecord; former: DecisionRecord | null }[] {
  const last = new Map<string, DecisionRecord>()
  return records.map((record) => {
    const about = `${record.kind} ${record.subject}`
    const former = last.get(about) ?? null
    last.set(about, record)
    return { record, former }
  })
}

function allocationWords({ role, pom, recommended, chosen, former, reason }: Allocation): Words {
  const details: string[] = []
  if (role === 'pom' && recommended !== chosen)
    details.push(
      recommended === null
        ? 'No kind of POM could be recommended.'
        : `A ${STAFF_KIND_WORDS[recommended]} was recommended.`,
    )
  details.push(...given(reason))
  if (role === 'pom')
    return { title: `Allocated to ${pom ?? 'nobody'}${former === null ? '' : `, before ${former}`}`, details }
  if (pom === null) return { title: `${former ?? 'A second POM'} no longer works beside the POM`, details }
  return { title: `Co-working POM: ${pom}${former === null ? '' : `, before ${former}`}`, details }
}

/** A record of a sentence or a recall: recorded, or changed where one stood before. */
function sentenceWords(body: Sentence, isChange: boolean): Words {
  const { offence, startedOn, court, note } = body
  return {
    title: `Sentence ${isChange ? 'changed' : 'recorded'}: ${sentenceInWords(body)}, from ${formatDate(startedOn)}`,
    details: [...given(offence), ...given(court), ...given(note)],
  }
}

function recallWords(
  { type, recalledOn, returnedOn, releasedAgainOn, reason }: Recall,
  isChange: boolean,
): Words {
  const back = returnedOn === null ? [] : [`Back in custody on ${formatDate(returnedOn)}.`]
  const out = releasedAgainOn === null ? [] : [`Released again on ${formatDate(releasedAgainOn)}.`]
  return {
    title: `Recall ${isChange ? 'changed' : 'recorded'}: ${RECALL_WORDS[type].toLowerCase()}, on ${formatDate(recalledOn)}`,
    details: [...back, ...out, ...given(reason)],
  }
}

function contactWords(body: Contact, isChange: boolean): Words {
  return {
    title: `Contact with ${body.with} ${isChange ? 'changed' : 'recorded'}: ${contactInWords(body)}`,
    details: [...given(body.about), ...body.nextSteps.map(stepInWords)],
  }
}

function noteWords({ dps, ndelius }: NoteEntered): Words {
  const places = [
    ...(dps === null ? [] : [`DPS on ${formatDate(dps)}`]),
    ...(ndelius === null ? [] : [`NDelius on ${formatDate(ndelius)}`]),
  ]
  return {
    title:
      places.length === 0
        ? 'Case note: not entered after all'
        : `Case note entered in ${places.join(' and ')}`,
    details: [],
  }
}

const CHASED: Record<Chase['about'], string> = {
  com: 'a COM to be named',
  contact: 'contact with the COM',
  meeting: 'a mandated meeting',
}

function chaseWords({ about, rung, to, sentOn, answeredOn, answer, promisedOn = null }: Chase): Words {
  const promised = promisedOn === null ? [] : [`An answer was promised by ${formatDate(promisedOn)}.`]
  const title =
    answeredOn === null
      ? `Chase for ${CHASED[about]} sent to ${to} on ${formatDate(sentOn)}`
      : `Chase for ${CHASED[about]} answered by ${to} on ${formatDate(answeredOn)}`
  return { title, details: [`At ${countDays(rung)}.`, ...given(answer), ...promised] }
}

function toldWords(handover: Told['handover'], givenOn: Told['givenOn']): string {
  const date = handover === null ? 'without a handover date' : `handover on ${formatDate(handover)}`
  return givenOn === null
    ? `${date.charAt(0).toUpperCase()}${date.slice(1)} confirmed, for the letter to the person`
    : `Letter given on ${formatDate(givenOn)}: ${date}`
}

const TAKEN_BACK: Partial<Record<DecisionRecord['kind'], string>> = {
  sentence: 'A sentence record was taken back',
  recall: 'A recall record was taken back',
  contact: 'A contact was taken back',
  next_step: 'A next step is open again',
}

/** One decision as the timeline tells it, after the one it took the place of. */
export function decisionInWords(
  { kind, subject, body }: Pick<DecisionRecord, 'kind' | 'subject' | 'body'>,
  former: Pick<DecisionRecord, 'body'> | null,
): Words {
  if (body === null) return { title: TAKEN_BACK[kind] ?? 'A decision was taken back', details: [] }
  const isChange = (former?.body ?? null) !== null
  switch (kind) {
    case 'responsibility':
      return overrideWords(body as ResponsibilityOverride)
    case 'early_allocation':
      return assessmentWords(body as EarlyAllocationAssessment)
    case 'national_difference': {
      const { mark, note } = body as DifferenceMarked
      return {
        title: `Difference from the national record: ${DIFFERENCE_MARK_WORDS[mark].toLowerCase()}`,
        details: given(note),
      }
    }
    case 'parole_review':
      return reviewWords(body as ParoleReview, (former?.body ?? null) as ParoleReview | null)
    case 'ready_to_go': {
      const { state, note } = body as ReadyAnswer
      const about = READY_WORDS[subject as ReadyItem]
      return {
        title: `Ready to go, ${about}: ${READY_STATE_WORDS[state].toLowerCase()}`,
        details: given(note),
      }
    }
    case 'movement': {
      const { kind: moved, on, where, note } = body as Movement
      const place = where === '' ? '' : `, ${where}`
      return { title: `${MOVEMENT_WORDS[moved]}${place}, ${formatDate(on)}`, details: given(note) }
    }
    case 'allocation':
      return allocationWords(body as Allocation)
    case 'sentence':
      return sentenceWords(body as Sentence, isChange)
    case 'recall':
      return recallWords(body as Recall, isChange)
    case 'kept_ours':
      return { title: 'Kept as typed here', details: [] }
    case 'contact':
      return contactWords(body as Contact, isChange)
    case 'case_note':
      return noteWords(body as NoteEntered)
    case 'next_step': {
      const { doneOn, note } = body as StepDone
      return { title: `Next step done on ${formatDate(doneOn)}`, details: given(note) }
    }
    case 'chase':
      return chaseWords(body as Chase)
    case 'told': {
      const { handover, givenOn } = body as Told
      return { title: toldWords(handover, givenOn), details: [] }
    }
  }
}
