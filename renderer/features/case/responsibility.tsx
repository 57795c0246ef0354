import { Link } from 'react-router'
import { showDate } from '../../components/text/show-date.ts'
import type { CaseFile } from './case-file.ts'

const WHO = ['POM responsible', 'COM responsible']

/** Who is responsible and until when, and under which rules that was worked out. */
export function ResponsibilityLine({ file }: { file: CaseFile }) {
  return (
    <div className="desk-case__responsibility">
      <p className="desk-case__sentence">{strengthen(file.responsibilitySentence)}</p>
      <p className="desk-case__rules">
        Under <Link to="/rules">{file.rules.name}</Link> ({file.rules.whose}, since{' '}
        {showDate(file.rules.from)})
        <span className="desk-second">{file.rules.proof ?? 'Nobody is named for this choice'}</span>
      </p>
    </div>
  )
}

/** The words for who is responsible stand out wherever the sentence holds them. */
export function strengthen(sentence: string) {
  const pattern = new RegExp(`(${WHO.join('|')})`, 'g')
  return sentence
    .split(pattern)
    .map((piece, at) =>
      WHO.includes(piece) ? <strong key={`${piece}-${String(at)}`}>{piece}</strong> : piece,
    )
}
