import type { InputOf } from '../../../domain/contract/index.ts'
import { Checkboxes } from '../../components/form/choices.tsx'
import { DateInput } from '../../components/form/date-input.tsx'
import { TextInput } from '../../components/form/inputs.tsx'
import type { FormReader } from '../../components/form/mistakes.ts'
import { NO_DATE, type TypedDate } from '../../components/form/typed-date.ts'

export type Proof = InputOf<'rules.adopt'>['proof']

/** What was typed of who said so and in which document. */
export interface TypedProof {
  toldBy: string
  body: string
  document: string
  documentDate: TypedDate
  /** Said by word of mouth: there is no document. */
  withoutDocument: boolean
}

export const NO_TYPED_PROOF: TypedProof = {
  toldBy: '',
  body: '',
  document: '',
  documentDate: NO_DATE,
  withoutDocument: false,
}

/** The proof as typed; null, with the mistakes noted, where something is missing. */
export function readProof(read: FormReader, typed: TypedProof): Proof | null {
  const toldBy = read.text('toldBy', typed.toldBy, 'who told you', 100)
  const body = read.text('body', typed.body, 'the body they spoke for', 100)
  if (typed.withoutDocument) return read.isSound ? { toldBy, body, document: null, documentDate: null } : null
  const document = read.text('document', typed.document, 'the document, or tick that there is none', 200)
  const documentDate = read.date('documentDate', typed.documentDate, 'the date of the document')
  return read.isSound && documentDate !== null ? { toldBy, body, document, documentDate } : null
}

/** Who told us, for which body, in which document: asked of everything that changes the rules of a place. */
export function ProofFields(props: {
  typed: TypedProof
  onChange: (typed: TypedProof) => void
  idOf: (field: string) => string
  at: (field: string) => string | undefined
  partOf: (field: string) => keyof TypedDate | undefined
}) {
  const { typed, onChange, idOf, at, partOf } = props
  const change = (part: Partial<TypedProof>) => onChange({ ...typed, ...part })
  return (
    <>
      <TextInput
        id={idOf('toldBy')}
        label="Who told you?"
        hint="Their name."
        value={typed.toldBy}
        onChange={(event) => change({ toldBy: event.target.value })}
        error={at('toldBy')}
      />
      <TextInput
        id={idOf('body')}
        label="Which body did they speak for?"
        hint="For example, the office of the regional probation director."
        value={typed.body}
        onChange={(event) => change({ body: event.target.value })}
        error={at('body')}
      />
      {!typed.withoutDocument && (
        <>
          <TextInput
            id={idOf('document')}
            label="Which document says so?"
            value={typed.document}
            onChange={(event) => change({ document: event.target.value })}
            error={at('document')}
          />
          <DateInput
            id={idOf('documentDate')}
            label="What is its date?"
            value={typed.documentDate}
            onChange={(documentDate) => change({ documentDate })}
            error={at('documentDate')}
            errorPart={partOf('documentDate')}
          />
        </>
      )}
      <Checkboxes
        id={idOf('without')}
        label="No document"
        small
        choices={[
          {
            value: 'without',
            label: 'There is no document',
            hint: 'It is then shown as on local instruction.',
          },
        ]}
        values={typed.withoutDocument ? ['without'] : []}
        onChange={(values) => change({ withoutDocument: values.includes('without') })}
      />
    </>
  )
}
