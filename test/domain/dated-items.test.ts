import { describe, expect, it } from 'vitest'
import { CONDITION_IDS } from '../../domain/dated-work/condition.ts'
import { ITEM_ANCHORS, ITEM_KINDS, standingOf, type DatedItem } from '../../domain/dated-work/dated-item.ts'
import { DATED_ITEMS, findDatedItem } from '../../domain/dated-work/dated-items.ts'
import { CONFIDENCES, SENSES } from '../../domain/model/plan.ts'
import { describeLength } from '../../domain/text/item-offset.ts'

/** Every item with its standing and the figures of its source: id, standing, offset, sense, confidence, owner, basis. */
const FIGURES = `
hp-apr2023-determinate | handover_point | 8 months and 14 days before | - | high | POM | national handover service 2026
hp-nov2023-determinate-parole | handover_point | 12 months before | - | high | POM | national handover service 2026
hp-nov2023-indeterminate-ted | handover_point | 12 months before | - | high | POM | national handover service 2026
hp-nov2023-indeterminate-thd | handover_point | 12 months before | - | high | POM | national handover service 2026
hp-early-allocation | handover_point | 15 months before | - | high | POM | national handover service 2026
hp-short-sentence | handover_point | the day | - | high | COM (SSF team) | founding page, national handover service 2026
hp-recall | handover_point | the day | - | high | COM | national handover service 2026
hp-immigration | handover_point | the day | - | high | COM | national handover service 2026
hp-isp-open-start | handover_point | the day | - | high | COM supporting, POM responsible | national handover service 2026
hp-legacy-nps-com-start | handover_point | 7 months and 15 days before | - | high | COM supporting | national handover service 2026
hp-legacy-nps-handover-low | handover_point | 4 months and 15 days before | - | high | POM | national handover service 2026
hp-legacy-nps-handover-mappa23 | handover_point | 7 months and 15 days before | - | high | POM | national handover service 2026
hp-legacy-nps-parole | handover_point | 8 months before | - | high | POM | national handover service 2026
hp-legacy-crc | handover_point | 12 weeks before | - | high | POM | national handover service 2026
hp-interim-2022 | handover_point | 7 months and 15 days before | - | high | POM | national handover service 2026
hp-seed-7m-half | handover_point | 7 months and 15 days before | - | medium | POM | founding letter 2021
hp-seed-5m | handover_point | 5 months before | - | low | POM | founding page
ea-referral-window | generated | 18 months before | opens | high | POM | national handover service 2026
ea-redo | app_only | 18 months before | opens | high | POM | national service code
ho-upcoming | generated | 8 weeks before | reminder | high | POM | national handover service 2026
ho-due-soon | generated | 14 days before | reminder | high | POM | national handover service 2026
ho-com-due | generated | 2 days after | due | high | LDU / PDU | national handover service 2026
ho-ldu-chase | generated | 1 week after | reminder | high | Head of OMU Delivery | national handover service 2026
ho-pom-overdue-mail | generated | 14 days after | reminder | high | POM | national handover service 2026
ho-tasks-overdue | generated | the day | reminder | high | POM | national handover service 2026
mt-com-contact | generated | the day | due | high | POM | national handover service 2026
mt-handover | generated | the day | due | high | COM arranges; POM attends | founding letter 2021, national handover service 2026
mt-handover-simplified | variant | the day | - | medium | COM | national handover service 2026
mt-prerelease-2 | generated | no day | due | low | COM | founding letter 2021
mt-prerelease-1m | generated | 1 month before | due | medium | COM | founding letter 2021
mt-keywork | switched_off | 1 week after | due | high | Key worker | published source
rv-approaching-parole | generated | 10 months before | reminder | high | POM | national handover service 2026
rv-next-thd | switched_off | 6 weeks after | due | low | OMU case admin / POM | national service code
as-bcst1 | generated | 3 days after | due | medium | Prison staff | published source
as-bcst2 | generated | 5 working days after | due | low | Resettlement provider, then pre-release team | published source
as-immediate-needs | generated | no day | due | medium | Pre-release team | founding page
as-bcst-12w | generated | 12 weeks before | due | high | Pre-release team | founding letter 2021
as-prerelease-report | switched_off | 84 days before | opens | medium | Pre-release team | national service code
as-prt-12w | generated | 12 weeks before | due | medium | Pre-release team | published source
as-oasys-initial-life | generated | 16 weeks after | due | high | POM | published source
as-oasys-initial-det | switched_off | 10 weeks after | due | low | POM | published source
as-oasys-review-life | generated | 36 months after | due | high | POM | published source
as-oasys-handover | generated | the day | due | high | POM | national handover service 2026
as-com-prerelease | generated | no day | due | medium | COM with POM | founding letter 2021
dc-handover-report | generated | the day | due | high | POM | national handover service 2026
rf-dtr-england | generated | 56 days before | due | high | Prison pre-release team or COM | national service code
rf-homeless-wales | generated | 56 days before | due | medium | Prison pre-release team or COM | law
rf-ask-act-wales | switched_off | no day | due | low | Prison pre-release team | law
rf-crs-accommodation | generated | 12 weeks before | opens | medium | COM | founding letter 2021, national service code
rf-crs-accommodation-seed | generated | the day | opens | high | COM | founding letter 2021
rf-crs-women | generated | 12 weeks before | opens | medium | COM | national service code
rf-crs-pwb | generated | no day | opens | medium | COM | founding letter 2021
rf-crs-unallocated | generated | 12 weeks before | opens | medium | Prison staff | national service code
rf-cas1 | generated | 6 months before | aim | high | COM | national service code
rf-cas1-surface | generated | 12 months before | reminder | medium | COM | national service code
rf-cas3 | generated | 3 months before | opens | high | COM | national service code
rf-cas2-hdc | ended | the day | opens | medium | POM | national service code
rf-uc | generated | 12 weeks before | aim | high | Prison work coach | published source
rf-uc-prep | generated | 1 week before | aim | medium | Prison work coach | published source
rf-mappa-level | switched_off | 6 months before | due | low | COM | published source
rf-vlo | switched_off | no day | due | low | COM | published source
li-com-prompt | generated | 4 weeks before | reminder | high | COM | national service code
li-late-alloc | app_only | 5 working days before | reminder | high | COM | national service code
li-warning | generated | 4 working days before | reminder | high | COM | national service code
li-hard-stop | generated | 2 working days before | closes | high | COM, then prison case admin | national service code
rl-friday | generated | 1 working day before | note | high | OMU | law
hd-open | ended | 10 days after | due | medium | OMU case admin | national service code
hd-elig | ended | 5 days after | due | low | OMU case admin | national service code
hd-14 | ended | 14 days before | due | medium | OMU case admin | national service code
hd-2 | ended | 2 days before | due | medium | OMU case admin | national service code
dc-letter | generated | no day | due | low | Prison / Probation | founding letter 2021
rf-tenancy | generated | no day | due | medium | Pre-release team or COM | founding letter 2021
ss-team | generated | no day | due | medium | SSF team, or LDU where none runs | founding letter 2021, founding page
ss-services | generated | no day | due | medium | SSF or pre-release team | founding letter 2021, founding page
ss-engagement | generated | no day | due | medium | SSF team | founding page
`

function figureOf({ offset, offsetUnknown }: DatedItem): string {
  if (offsetUnknown) return 'no day'
  const length = describeLength(offset)
  return length === '' ? 'the day' : `${length} ${offset.direction}`
}

describe('the items of dated work', () => {
  it('are these 75, each with the figures of its source', () => {
    const found = DATED_ITEMS.map((item) =>
      [
        item.id,
        standingOf(item),
        figureOf(item),
        item.sense ?? '-',
        item.confidence,
        item.owner,
        item.basis.join(', '),
      ].join(' | '),
    )
    expect(found).toEqual(FIGURES.trim().split('\n'))
    expect(found).toHaveLength(75)
  })

  it.each(DATED_ITEMS.map((item) => [item.id, item] as const))('%s is sound', (id, item) => {
    expect(findDatedItem(id)).toBe(item)
    expect(ITEM_KINDS).toContain(item.kind)
    expect(ITEM_ANCHORS).toContain(item.anchor)
    expect(CONFIDENCES).toContain(item.confidence)
    if (item.sense !== null) expect(SENSES).toContain(item.sense)
    for (const condition of item.when) expect(CONDITION_IDS).toContain(condition)
    expect(item.name).not.toBe('')
    expect(item.source).not.toBe('')
    expect(item.basis).not.toEqual([])
    const isOff = ['switched_off', 'ended', 'variant'].includes(standingOf(item))
    expect(item.offReason !== null).toBe(isOff)
    for (const days of Object.values(item.offset))
      if (typeof days === 'number') expect(days).toBeGreaterThanOrEqual(0)
  })

  it('name no person', () => {
    expect(JSON.stringify(DATED_ITEMS)).not.toMatch(/@justice|Barton|[A-Z]\. [A-Z][a-z]+ letter/)
  })

  it('leave what an item needs first to be found', () => {
    const ids = DATED_ITEMS.flatMap((item) => item.prerequisites).filter((text) => !text.includes(' '))
    for (const id of ids) expect(findDatedItem(id)).not.toBeNull()
    expect(findDatedItem('no-such-item')).toBeNull()
  })
})
