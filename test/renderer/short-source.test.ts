import { expect, it } from 'vitest'
import { RULE_SETS } from '../../domain/rule-sets/rule-sets.ts'
import { canBeLocal } from '../../domain/dated-work/dated-item.ts'
import { DATED_ITEMS } from '../../domain/dated-work/dated-items.ts'
import { MANDATED_MEETINGS } from '../../domain/planning/mandated-meetings.ts'
import { shortSource } from '../../renderer/components/text/short-source.ts'

it.each([
  [RULE_SETS['national-2023'].source, 'Manage POM cases, 21 August 2026'],
  [
    RULE_SETS['day-1-2021'].source,
    'HMPPS letter on the resettlement approach, June 2021, Day 1 item 4; legacy offsets from the history of Manage POM cases',
  ],
  [RULE_SETS['enhanced-7-5'].source, RULE_SETS['enhanced-7-5'].source],
])('says %s as %s', (source, short) => {
  expect(shortSource(source)).toBe(short)
})

it('names no repository, file or revision to the user', () => {
  const sources = [...Object.values(RULE_SETS), ...DATED_ITEMS.filter(canBeLocal)].map(({ source }) => source)
  for (const source of sources)
    expect(shortSource(source)).not.toMatch(
      /\.rb|\.kt|\.erb|\.ts\b|\?|@|ministryofjustice|\b(?=[a-f]*\d)[0-9a-f]{8}\b|[,;: ]$/,
    )
  expect(shortSource(MANDATED_MEETINGS['mt-handover'].source)).toMatch(
    /^Manage POM cases, 21 Aug 2026, handover checklist; /,
  )
})
