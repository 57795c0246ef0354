import { useState, type FormEvent } from 'react'
import { useSearchParams } from 'react-router'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { useCommand } from '../../api/use-command.ts'
import { DateInput } from '../../components/form/date-input.tsx'
import {
  FormReader,
  messageAt,
  NO_MISTAKES,
  summaryOf,
  type Mistakes,
} from '../../components/form/mistakes.ts'
import { typedFrom } from '../../components/form/typed-date.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Page, PageHeading } from '../../components/layout/page.tsx'
import { showDate } from '../../components/text/show-date.ts'
import { counted, type Chases } from './chases-data.ts'

const idOf = (field: string) => `monthly-${field}`

/** The day the list of one place, or of all that are due, was sent. */
export function MonthlySentPage(props: { chases: Chases; place: string; onFinish: (words: string) => void }) {
  const { chases, place, onFinish } = props
  const [search] = useSearchParams()
  const isOne = search.has('one')
  const [lists] = useState(chases.monthly.lists.filter(({ key, isDue }) => (isOne ? key === place : isDue)))
  const [day, setDay] = useState(typedFrom(chases.today as CivilDate))
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const command = useCommand('chases.monthlySent')
  const errors = summaryOf(mistakes, idOf, command.error)
  const title = isOne
    ? `Monthly list of ${lists[0]?.place ?? 'a place'} sent`
    : `${counted(lists.length, 'monthly list')} sent`
  async function save(event: FormEvent) {
    event.preventDefault()
    command.clear()
    const read = new FormReader()
    const sentOn = read.date('sentOn', day, 'the day it was sent')
    setMistakes(read.mistakes)
    if (sentOn === null) return
    const done = await command.run({ sentOn, lists: lists.map(({ key, sentOn: seen }) => ({ key, seen })) })
    if (done !== undefined)
      onFinish(
        `${counted(lists.length, 'monthly list is', 'monthly lists are')} recorded as sent on ${showDate(sentOn)}.`,
      )
  }
  return (
    <Page name="chase-monthly" title={title} heading={null} mistaken={errors.length > 0}>
      <form className="desk-form" onSubmit={(event) => void save(event)} noValidate>
        <ErrorSummary errors={errors} />
        <PageHeading>{title}</PageHeading>
        {!isOne && <p>To {lists.map((list) => list.place).join('; ')}.</p>}
        <DateInput
          id={idOf('sentOn')}
          label="When was it sent?"
          value={day}
          onChange={setDay}
          error={messageAt(mistakes, command.error, 'sentOn')}
          errorPart={mistakes['sentOn']?.part}
        />
        <div className="desk-actions">
          <Button type="submit">{command.running ? 'Saving…' : 'Mark as sent'}</Button>
          <button type="button" className="desk-link-button" onClick={() => onFinish('')}>
            Cancel
          </button>
        </div>
      </form>
    </Page>
  )
}
