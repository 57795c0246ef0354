import type { ReactNode } from 'react'
import type { OutputOf } from '../../../domain/contract/index.ts'
import type { StaffKind } from '../../../domain/model/staff-member.ts'
import { ErrorMessage, Hint } from '../../components/form/field.tsx'
import { RowChoice } from '../../components/form/row-choice.tsx'
import { Tag, Tags } from '../../components/govuk/tag.tsx'
import { ScrollPane } from '../../components/table/scroll-pane.tsx'
import { showShortDate } from '../../components/text/show-date.ts'
import './allocation.scss'

export type Pom = OutputOf<'allocation.show'>['poms'][number]

export const KIND_WORDS: Record<StaffKind, string> = { prison: 'Prison POM', probation: 'Probation POM' }

export interface PomTableProps {
  /** The first choice has this id, so that an error summary can lead to it. */
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  poms: readonly Pom[]
  /** Marked beside the kind; null marks nobody. */
  recommended?: StaffKind | null
  /** One of them, or several. */
  several?: boolean
  chosen: readonly string[]
  onChoose: (chosen: string[]) => void
}

/** Everybody to choose from, with what they hold and what is coming beside each choice. */
export function PomTable(props: PomTableProps) {
  const { id, label, hint, error, poms, recommended = null } = props
  return (
    <div className={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <fieldset className="govuk-fieldset desk-poms" {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}>
        <legend className="govuk-fieldset__legend">{label}</legend>
        {hint && <Hint id={id}>{hint}</Hint>}
        {error && <ErrorMessage id={id}>{error}</ErrorMessage>}
        <ScrollPane label="POMs compared">
          <table className="desk-casetable desk-poms__table">
            <caption className="govuk-visually-hidden">POMs compared by what they hold</caption>
            <Head />
            <tbody>
              {poms.map((pom, at) => (
                <PomRow
                  key={pom.staffId}
                  pom={pom}
                  isRecommended={pom.kind === recommended}
                  inputId={at === 0 ? id : `${id}-${at + 1}`}
                  table={props}
                />
              ))}
            </tbody>
          </table>
        </ScrollPane>
      </fieldset>
    </div>
  )
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2}>
          POM
        </th>
        <th scope="colgroup" colSpan={4}>
          Cases
        </th>
        <th scope="colgroup" colSpan={5}>
          By tier
        </th>
        <th scope="colgroup" colSpan={2}>
          Next 28 days
        </th>
        <th scope="col" rowSpan={2}>
          New in 7 days
        </th>
        <th scope="col" rowSpan={2}>
          Works
        </th>
      </tr>
      <tr>
        <th scope="col">All</th>
        <th scope="col">Responsible</th>
        <th scope="col">Supporting</th>
        <th scope="col">Co-working</th>
        {['A', 'B', 'C', 'D', 'Other'].map((tier) => (
          <th scope="col" key={tier}>
            {tier}
          </th>
        ))}
        <th scope="col">Handovers</th>
        <th scope="col">Meetings</th>
      </tr>
    </thead>
  )
}

function PomRow(props: { pom: Pom; isRecommended: boolean; inputId: string; table: PomTableProps }) {
  const { pom, isRecommended, inputId, table } = props
  const { several = false, chosen, onChoose, id } = table
  const { workload: held } = pom
  const isChosen = chosen.includes(pom.staffId)
  const choose = () => {
    if (!several) onChoose([pom.staffId])
    else onChoose(isChosen ? chosen.filter((one) => one !== pom.staffId) : [...chosen, pom.staffId])
  }
  const counts = [
    held.total,
    held.responsible,
    held.supporting,
    held.coWorking,
    held.tiers.a,
    held.tiers.b,
    held.tiers.c,
    held.tiers.d,
    held.tiers.other,
    held.handovers,
    held.meetings,
    held.recent,
  ]
  return (
    <tr>
      <th scope="row">
        <RowChoice
          kind={several ? 'checkboxes' : 'radios'}
          id={inputId}
          name={id}
          checked={isChosen}
          disabled={pom.status === 'unavailable'}
          onTurn={choose}
          label={
            <>
              {pom.name}
              <span className="desk-second">{KIND_WORDS[pom.kind]}</span>
            </>
          }
        />
        <span className="desk-poms__state">
          {isRecommended && <Tag text="Recommended kind" tone="planned" />}
          <Tags tags={pom.tags} />
          {pom.away !== null && <span className="desk-second">{coverWords(pom.away)}</span>}
        </span>
      </th>
      {counts.map((count, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- columns, always these
        <td className="desk-poms__count" key={at}>
          {count}
        </td>
      ))}
      <td className="desk-nowrap">{pom.pattern}</td>
    </tr>
  )
}

/** `Amy Thornber covers`; empty where the tag beside it says that nobody does. */
export const coverWords = ({ cover }: NonNullable<Pom['away']>): string =>
  cover === null ? '' : `${cover} covers`

/** `Away until 4 Dec 2026, Amy Thornber covers` */
export const awayWords = (away: NonNullable<Pom['away']>): string =>
  `Away until ${showShortDate(away.until)}, ${away.cover === null ? 'nobody covers' : coverWords(away)}`
