import { formatLongDate } from '../../text/dates.ts'
import type { ComposedSection, PackGap, PackTable, PackValue } from '../pack.ts'
import type { PackInput } from '../pack-input.ts'
import { packValue, recordedValues, workedOut } from '../section-values.ts'
import { dueOf, outstandingOf, overdueOf } from './outstanding.ts'

/** Section 1: one page that answers who, when and what is left. Everything on it is worked out or stands nowhere else. */
export function atAGlance(input: PackInput): ComposedSection {
  const risk = recordedValues(input, '1')
  const values = [...dates(input), ...risk.values, ...open(input), ...toTell()]
  const gaps: PackGap[] = [...risk.gaps]
  if (input.plan === null) {
    gaps.unshift({
      section: '1',
      key: 'handover',
      message: `Handover cannot be worked out. ${input.cannotPlan ?? ''}`.trim(),
    })
  }
  for (const [key, message] of toTellGaps) gaps.push({ section: '1', key, message })
  return {
    section: { key: '1', title: 'At a glance', oasys_refs: [], san_refs: [], values, table: sumTable(input) },
    gaps,
  }
}

function dates(input: PackInput): PackValue[] {
  const { plan, record } = input
  const here = { ...workedOut(input), group: 'Handover' }
  const values = [
    packValue({ key: 'responsibility', label: 'Responsible', value: input.responsible, ...here }),
  ]
  if (plan?.handover_date) {
    values.push(
      packValue({ key: 'handover', label: 'Handover', value: formatLongDate(plan.handover_date), ...here }),
    )
    if (plan.handover_start_date && plan.handover_start_date !== plan.handover_date) {
      values.push(
        packValue({
          key: 'handover_start',
          label: 'COM supports from',
          value: formatLongDate(plan.handover_start_date),
          ...here,
        }),
      )
    }
  }
  values.push(...releases(input).map((said) => packValue({ ...said, ...here })))
  if (record.com_name) {
    const com = [record.com_name, record.team_name].filter(Boolean).join(', ')
    values.push(packValue({ key: 'com', label: 'COM and team', value: com, ...here }))
  }
  return values
}

/**
 * When they may leave. After a recall the conditional and automatic dates belong to the release before it, so they are
 * never shown as the next one.
 */
function releases({ plan, record }: PackInput): { key: string; label: string; value: string }[] {
  const said: { key: string; label: string; value: string }[] = []
  const { confirmed_release_date: confirmed, prrd } = record
  if (confirmed) {
    said.push({ key: 'confirmed_release', label: 'Confirmed release', value: formatLongDate(confirmed) })
  }
  if (record.recall === true || record.legal_status === 'recall') {
    if (prrd)
      said.push({
        key: 'recall_release',
        label: 'Release after recall',
        value: `${formatLongDate(prrd)} (PRRD)`,
      })
  } else if (plan?.earliest_release) {
    const { type, date } = plan.earliest_release
    said.push({
      key: 'earliest_release',
      label: 'Earliest release',
      value: `${formatLongDate(date)} (${type})`,
    })
  }
  return said
}

function open(input: PackInput): PackValue[] {
  const left = outstandingOf(input)
  const next = left.find(({ due }) => due !== null && due >= input.today)
  const here = { ...workedOut(input), group: 'What is left' }
  return [
    packValue({
      key: 'outstanding',
      label: 'Outstanding',
      value: counted(left.length, overdueOf(input).length),
      ...here,
    }),
    packValue({
      key: 'next_due',
      label: 'Next due',
      value: next ? `${next.title}, ${dueOf(next)}` : 'Nothing with a date is still to come',
      ...here,
    }),
  ]
}

function counted(left: number, overdue: number): string {
  if (left === 0) return 'Nothing'
  const things = left === 1 ? '1 thing' : `${left} things`
  return overdue === 0 ? things : `${things}, ${overdue} overdue`
}

const toTellGaps: readonly (readonly [key: string, message: string])[] = [
  ['rosh_custody', 'RoSH in custody: not recorded. Look in OASys R10.6.'],
  ['predictors', 'Predictor bands: not recorded. Transcribe them from OASys.'],
  ['top_five', 'Five things the COM must know: not written yet.'],
]

function toTell(): PackValue[] {
  return [
    packValue({
      key: 'rosh_custody',
      label: 'RoSH in custody',
      value: null,
      group: 'Risk and resourcing',
      oasys_ref: 'R10.6',
    }),
    packValue({ key: 'predictors', label: 'Predictor bands', value: null, group: 'Risk and resourcing' }),
    packValue({
      key: 'top_five',
      label: 'Five things the COM must know',
      value: null,
      group: 'What the COM must know',
    }),
  ]
}

function sumTable({ working }: PackInput): PackTable | null {
  if (working === null || working.sum.length === 0) return null
  return {
    title: 'How the handover date was worked out',
    headings: ['', 'Step', 'Date', 'Note'],
    rows: working.sum.map(({ sign, label, date, note }) => [
      sign,
      label,
      date ? formatLongDate(date) : '',
      note,
    ]),
  }
}
