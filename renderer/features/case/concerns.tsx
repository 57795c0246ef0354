import { Link } from 'react-router'
import { casePath, type CaseFile } from './case-file.ts'

/** What is doubtful in what is recorded of this case. A plan is made all the same. */
export function Concerns({
  file: { personId, concerns },
}: {
  file: Pick<CaseFile, 'personId' | 'concerns'>
}) {
  if (concerns.length === 0) return null
  return (
    <section className="desk-box" aria-labelledby="case-concerns">
      <h2 className="desk-box__title" id="case-concerns">
        To check in the data
      </h2>
      <ul className="desk-latest">
        {concerns.map((concern) => (
          <li key={concern.code}>
            <strong>{concern.title}.</strong> {concern.says}
            <span className="desk-second">{concern.check}</span>
          </li>
        ))}
      </ul>
      <p className="desk-box__note">
        <Link to={casePath(personId, 'facts')}>Every fact, with its source and age</Link>
      </p>
    </section>
  )
}
