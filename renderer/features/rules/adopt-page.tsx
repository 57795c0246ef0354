import '../../styles/pieces.scss'
import './rules.scss'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { OutputOf } from '../../../domain/contract/index.ts'
import { RULE_SET_IDS, type RuleSetId } from '../../../domain/model/rule-set-id.ts'
import { useCommand } from '../../api/use-command.ts'
import { useQuery } from '../../api/use-query.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Radios } from '../../components/form/choices.tsx'
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
import { Page } from '../../components/layout/page.tsx'
import { useUi } from '../../state/ui-store.ts'
import { EffectShown } from './effect.tsx'
import { PlaceAndDay, regionOf } from './place-and-day.tsx'
import { NO_TYPED_PROOF, ProofFields, readProof } from './proof-fields.tsx'

type Rules = OutputOf<'rules.show'>

const idOf = (field: string) => `adopt-${field}`
const MEETINGS = [
  { value: 'keep', label: 'Keep them' },
  { value: 'drop', label: 'Drop them', hint: 'They are switched off here from the same day.' },
]

/** Says which rule set a region, or the establishment, works under from a day: shown first, then recorded with proof. */
export default function AdoptPage() {
  const { data, error } = useQuery('rules.show', {})
  const may = useHasRole('head_of_omu')
  return (
    <Page
      name="adopt"
      title="Adopt a rule set"
      heading="Adopt a rule set"
      ready={data !== undefined}
      error={error}
    >
      {data &&
        (may ? (
          <AdoptForm rules={data} />
        ) : (
          <p>Only the head of OMU says which rules apply. Rules and dates shows which do.</p>
        ))}
    </Page>
  )
}

function AdoptForm({ rules }: { rules: Rules }) {
  const [search] = useSearchParams()
  const asked = RULE_SET_IDS.find((id) => id === search.get('set')) ?? null
  const [ruleSet, setRuleSet] = useState<string | null>(asked)
  const [region, setRegion] = useState('')
  const [from, setFrom] = useState(typedFrom(rules.today))
  const [proof, setProof] = useState(NO_TYPED_PROOF)
  const [meetings, setMeetings] = useState<string | null>(null)
  const [mistakes, setMistakes] = useState<Mistakes>(NO_MISTAKES)
  const [effect, setEffect] = useState<OutputOf<'rules.previewAdoption'> | null>(null)
  const preview = useCommand('rules.previewAdoption')
  const adopt = useCommand('rules.adopt')
  const announce = useUi((ui) => ui.announce)
  const navigate = useNavigate()
  const failure = adopt.error ?? preview.error
  const at = (field: string) => messageAt(mistakes, failure, field)
  const partOf = (field: string) => mistakes[field]?.part
  const isNational = ruleSet === 'national-2023'
  // What was shown is of what was chosen then: another choice has to be shown again.
  const changing =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      setEffect(null)
      set(value)
    }

  function chosen() {
    preview.clear()
    adopt.clear()
    const read = new FormReader()
    if (ruleSet === null) read.refuse('ruleSet', 'Choose a rule set')
    const day = read.date('from', from, 'the first day')
    return { read, what: { region: regionOf(region), ruleSet: ruleSet as RuleSetId, from: day ?? '' } }
  }

  async function show() {
    const { read, what } = chosen()
    setMistakes(read.mistakes)
    if (!read.isSound) return
    const shown = await preview.run(what)
    if (shown !== undefined) setEffect(shown)
  }

  /** What was refused may have been that the caseload has changed: what is shown and typed stays, brought up to date. */
  async function showAgain(what: Parameters<typeof preview.run>[0]) {
    const shown = await preview.run(what)
    if (shown !== undefined) setEffect(shown)
  }

  async function save() {
    const { read, what } = chosen()
    const said = readProof(read, proof)
    if (isNational && meetings === null)
      read.refuse('meetings', 'Say whether the two further meetings are kept')
    setMistakes(read.mistakes)
    if (!read.isSound || said === null || effect === null) return
    const keepFurtherMeetings = isNational ? meetings === 'keep' : null
    const done = await adopt.run({ ...what, proof: said, keepFurtherMeetings, revision: effect.revision })
    if (done === undefined) {
      await showAgain(what)
      return
    }
    announce('The adoption was recorded.')
    void navigate('/rules')
  }

  return (
    <form
      className="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void (effect === null ? show() : save())
      }}
    >
      <ErrorSummary errors={summaryOf(mistakes, idOf, failure)} />
      <Radios
        id={idOf('ruleSet')}
        label="Which rule set?"
        choices={rules.ruleSets.map(({ id, name, summary }) => ({ value: id, label: name, hint: summary }))}
        value={ruleSet}
        onChoose={changing(setRuleSet)}
        error={at('ruleSet')}
      />
      <PlaceAndDay
        establishment={rules.establishment}
        regions={rules.regions}
        region={region}
        onRegion={changing(setRegion)}
        from={from}
        onFrom={changing(setFrom)}
        idOf={idOf}
        at={at}
        partOf={partOf}
      />
      {effect !== null && (
        <>
          <EffectShown effect={effect} also={effect.kept === 0 ? '' : keptWords(effect.kept)} />
          <ProofFields typed={proof} onChange={setProof} idOf={idOf} at={at} partOf={partOf} />
          {isNational && (
            <Radios
              id={idOf('meetings')}
              label="The two further meetings of the 2021 letter"
              hint="They are not on the national checklist. The establishment keeps them or drops them."
              choices={MEETINGS}
              value={meetings}
              onChoose={setMeetings}
              error={at('meetings')}
            />
          )}
        </>
      )}
      <div className="desk-actions">
        {effect === null ? (
          <Button type="submit">{preview.running ? 'Working it out…' : 'Show what it would do'}</Button>
        ) : (
          <Button type="submit">{adopt.running ? 'Recording…' : 'Record the adoption'}</Button>
        )}
        <Link to="/rules">Cancel</Link>
      </div>
    </form>
  )
}

const keptWords = (kept: number) =>
  kept === 1
    ? '1 case the COM already has keeps the rules it was handed over under.'
    : `${kept} cases the COM already has keep the rules they were handed over under.`
