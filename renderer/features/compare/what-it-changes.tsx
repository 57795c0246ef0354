import { Link } from 'react-router'
import type { ComparisonList } from '../../../domain/model/comparison.ts'
import { Section } from '../../components/layout/section.tsx'
import type { Comparison } from './comparison-route.ts'

/** Id of the heading that a count leads to. */
export const WHO_MOVES = 'who-moves'

interface CountsProps {
  comparison: Comparison
  pathTo: (list: ComparisonList) => string
}

/** What the change would come to in counts, each leading to the people it counts. */
export function WhatItChanges({ comparison: { counts }, pathTo }: CountsProps) {
  return (
    <Section title="What it would change">
      <ul className="desk-compare__counts">
        {counts.map((each) => (
          <li key={each.list}>
            {each.count === 0 ? (
              <span className="desk-compare__count">
                <strong>0</strong> <span>{each.says}</span>
              </span>
            ) : (
              <Link
                className="desk-compare__count"
                to={pathTo(each.list)}
                onClick={() => document.getElementById(WHO_MOVES)?.focus()}
              >
                <strong>{each.count}</strong> <span>{each.says}</span>
              </Link>
            )}
            {each.detail !== '' && <span className="desk-second">{each.detail}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
