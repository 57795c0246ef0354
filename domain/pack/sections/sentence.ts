import { formatDate } from '../../text/dates.ts'
import { describeReason } from '../../text/reasons.ts'
import { factText } from '../fact-text.ts'
import type { ComposedSection, PackValue } from '../pack.ts'
import type { PackInput } from '../pack-input.ts'
import { KEY_DATE_FIELDS, movesOf } from '../provenance.ts'
import { packValue, printedLabel, recordedValues, workedOut } from '../section-values.ts'

/** Section 3: the sentence, every date with its source, and the handover date beside the national record's. */
export function sentenceAndDates(input: PackInput): ComposedSection {
  const { values, gaps } = recordedValues(input, '3')
  const moves = movesOf(input.history, KEY_DATE_FIELDS)
  return {
    section: {
      key: '3',
      title: 'Sentence and dates',
      oasys_refs: ['CASEID'],
      san_refs: [],
      values: [...values, ...ruleValues(input)],
      table:
        moves.length === 0
          ? null
          : {
              title: 'Dates that have moved',
              headings: ['Date', 'Was', 'Now', 'As at', 'Source'],
              rows: moves.map(({ field, was, now, source, on }) => [
                printedLabel(field),
                was === null ? 'None' : factText(field, was),
                now === null ? 'None' : factText(field, now),
                formatDate(on),
                source,
              ]),
            },
    },
    gaps,
  }
}

function ruleValues(input: PackInput): PackValue[] {
  const { plan, working } = input
  const here = { ...workedOut(input), group: 'Handover rule' }
  const values = [packValue({ key: 'rules', label: 'Rules', value: input.rules, ...here })]
  if (plan === null) return values
  values.push(packValue({ key: 'reason', label: 'Why', value: describeReason(plan.reason), ...here }))
  if (working !== null) {
    values.push(packValue({ key: 'rule', label: 'Rule', value: working.rule, ...here }))
    values.push(
      packValue({ key: 'rule_source', label: 'Where the rule comes from', value: working.source, ...here }),
    )
    if (working.checks.length > 0) {
      values.push(packValue({ key: 'checks', label: 'Tested', value: working.checks.join('; '), ...here }))
    }
  }
  if (input.nationalDifference !== null) {
    values.push(
      packValue({
        key: 'national_difference',
        label: 'Against the national record',
        value: input.nationalDifference,
        ...here,
      }),
    )
  }
  return values
}
