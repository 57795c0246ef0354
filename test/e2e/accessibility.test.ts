import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeSample, ready, unlockAs } from '../support/sample.ts'
import { startDesk, type RunningDesk } from '../support/start-desk.ts'

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const SCREENS: [route: string, at: string][] = [
  ['today', '/today'],
  ['handovers', '/handovers/upcoming'],
  ['handovers', '/handovers/past_tariff'],
  ['handovers', '/handovers/com_overdue'],
  ['caseload', '/caseload'],
  ['calendar', '/calendar'],
  ['calendar', '/calendar?view=month'],
  ['calendar', '/calendar?view=week'],
  ['case-overview', '/case/PERSON/overview'],
  ['case-dates', '/case/PERSON/dates'],
  ['case-meetings', '/case/PERSON/meetings'],
  ['case-meetings', '/case/PERSON/meetings?invite=mt-handover'],
  ['meetings', '/meetings?state=booked&file=1'],
  ['meetings', '/meetings?state=steps'],
  ['case-tasks', '/case/PERSON/tasks'],
  ['case-sentence', '/case/PERSON/sentence'],
  ['case-risk', '/case/PERSON/risk'],
  ['case-pre-release', '/case/PERSON/pre-release'],
  ['case-facts', '/case/PERSON/facts'],
  ['case-timeline', '/case/PERSON/timeline'],
  ['letter', '/case/PERSON/letter'],
  ['pack', '/case/PERSON/pack'],
  ['compare', '/compare'],
  ['compare', '/compare?show=moved'],
  ['compare', '/compare?show=by_pom'],
  ['compare', '/compare?show=meetings'],
  ['case-parole', '/case/PERSON/parole'],
  ['case-decisions', '/case/PERSON/decisions'],
  ['case-allocation', '/case/PERSON/allocation'],
  ['allocation', '/allocation'],
  ['hand-over', '/allocation/hand-over'],
  ['chases', '/chases'],
  ['chase-message', '/chases?to=leeds'],
  ['chase-monthly', '/chases?monthly='],
  ['chase-ladder', '/chases/ladder'],
  ['chase-addresses', '/chases/ladder?place=leeds'],
  ['staff', '/staff'],
  ['staff-form', '/staff?add'],
  ['handovers', '/handovers/remand'],
  ['parole', '/parole'],
  ['changes', '/changes'],
  ['differences', '/differences'],
  ['data-quality', '/data-quality'],
  ['rules', '/rules'],
  ['adopt', '/rules/adopt?set=national-2023'],
  ['rule-item', '/rules/item/mt-prerelease-2'],
  ['import', '/import'],
  ['movements', '/movements'],
  ['ready', '/ready'],
  ['sheet-morning', '/sheet/morning'],
  ['sheet-friday', '/sheet/friday'],
  ['as-known', '/as-known'],
  ['sources', '/sources'],
  ['users', '/users'],
  ['users', '/users?add'],
  ['help', '/help'],
]

let sample: Awaited<ReturnType<typeof makeSample>>
let desk: RunningDesk
let person: string
beforeAll(async () => {
  sample = await makeSample()
  desk = await startDesk({ store: { copyOf: sample.folder } })
})
afterAll(async () => {
  await desk.close()
  sample.remove()
})

const faults = async () => {
  // In the page itself: the window lets no second page open, which the ordinary mode needs.
  const { violations } = await new AxeBuilder({ page: desk.page })
    .setLegacyMode(true)
    .withTags(STANDARD)
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
  )
}

describe('every screen meets WCAG 2.2 AA as far as a machine can tell', () => {
  it('Unlock', async () => {
    await ready(desk.page, 'unlock')
    expect(await faults()).toEqual([])
  })
})

describe('every screen behind it too', () => {
  beforeAll(async () => {
    await unlockAs(desk.page, 'Ruth Adeyemi')
    person = await desk.page.evaluate(async () => {
      const input = { scope: 'unit', find: 'A4417KD', page: 1 } as const
      const answer = await window.desk.invoke('caseload.list', input)
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value.rows[0]?.personId ?? ''
    })
  })

  it.each(SCREENS)('%s at %s', async (route, at) => {
    await desk.page.evaluate((path) => void (location.hash = path), at.replace('PERSON', person))
    await desk.page.reload()
    await ready(desk.page, route)
    expect(await faults()).toEqual([])
    expect(await desk.page.locator('h1').count()).toBe(1)
    expect(await desk.page.title()).toMatch(/ – Handover Desk$/)
  })

  it('Handovers and a case at 400 % fit one column: nothing outside a scrolling region runs off the side', async () => {
    await desk.page.setViewportSize({ width: 320, height: 640 })
    for (const at of ['/handovers/upcoming', `/case/${person}/dates`, '/today', '/calendar', '/compare']) {
      await desk.page.evaluate((path) => void (location.hash = path), at)
      await desk.page.reload()
      await ready(desk.page, at.startsWith('/case') ? 'case' : (at.split('/')[1] as string))
      const over = await desk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([at, over]).toEqual([at, 0])
      expect(await faults()).toEqual([])
    }
  })
})
