import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import type { Bridge, InputOf, MethodName, OutputOf } from '../../domain/contract/index.ts'
import { HANDOVER_TABS } from '../../domain/model/handover-tab.ts'
import { SAMPLE } from '../../db/synthetic/sample-settings.ts'
import { createSampleStore } from '../../electron/app/services/import/create-sample.ts'
import { startWindow } from '../../electron/host/chromium/start-window.ts'
import { bundle } from './bundle.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { root } from './run-step.ts'

// A picture of every screen of the real app on the sample establishment, in `shots/`: to be looked at.
// `npm run shots -- today handovers` makes only those whose name begins so.

const OUT = join(root, 'shots')

type Ask = <M extends MethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>

interface Screen {
  name: string
  path: string
}

/** The same window at 100 %, at 200 % (half as many CSS pixels), at 400 %, and in high contrast. */
const LOOKS = [
  { suffix: '', width: 1440, height: 900, forcedColors: 'none' },
  { suffix: '-200', width: 720, height: 450, forcedColors: 'none' },
  { suffix: '-400', width: 360, height: 225, forcedColors: 'none' },
  { suffix: '-contrast', width: 1440, height: 900, forcedColors: 'active' },
] as const

function screensOf(personId: string): Screen[] {
  return [
    { name: 'today-head', path: '/today' },
    ...HANDOVER_TABS.map((tab) => ({
      name: `handovers-${tab.replaceAll('_', '-')}`,
      path: `/handovers/${tab}`,
    })),
    { name: 'caseload', path: '/caseload' },
    ...[
      'overview',
      'dates',
      'meetings',
      'tasks',
      'risk',
      'parole',
      'pre-release',
      'decisions',
      'allocation',
      'facts',
      'sentence',
      'timeline',
    ].map((part) => ({
      name: `case-${part}`,
      path: `/case/${personId}/${part}`,
    })),
    { name: 'meeting-record', path: `/case/${personId}/meetings?record=mt-handover` },
    { name: 'meeting-book', path: `/case/${personId}/meetings?book=mt-handover` },
    { name: 'contact-form', path: `/case/${personId}/meetings?contact=new` },
    { name: 'meetings', path: '/meetings' },
    { name: 'meetings-booked', path: '/meetings?state=booked' },
    { name: 'meetings-steps', path: '/meetings?state=steps' },
    { name: 'meetings-file', path: '/meetings?state=booked&file=1' },
    { name: 'notes', path: '/notes' },
    { name: 'letter', path: `/case/${personId}/letter` },
    { name: 'pack', path: `/case/${personId}/pack` },
    { name: 'calendar', path: '/calendar' },
    { name: 'calendar-month', path: '/calendar?view=month' },
    { name: 'calendar-week', path: '/calendar?view=week' },
    { name: 'rules', path: '/rules' },
    { name: 'rules-adopt', path: '/rules/adopt?set=national-2023' },
    { name: 'rules-item', path: '/rules/item/mt-prerelease-2' },
    { name: 'parole', path: '/parole' },
    { name: 'allocation', path: '/allocation' },
    { name: 'allocation-hand-over', path: '/allocation/hand-over' },
    { name: 'chases', path: '/chases' },
    { name: 'chases-message', path: '/chases?to=leeds' },
    { name: 'chases-answer', path: '/chases?answer=york' },
    { name: 'chases-ladder', path: '/chases/ladder' },
    { name: 'chases-addresses', path: '/chases/ladder?place=leeds' },
    { name: 'staff', path: '/staff' },
    { name: 'staff-add', path: '/staff?add' },
    { name: 'changes', path: '/changes' },
    { name: 'differences', path: '/differences' },
    { name: 'data-quality', path: '/data-quality' },
    { name: 'compare', path: '/compare' },
    { name: 'compare-moved', path: '/compare?show=moved' },
    { name: 'compare-poms', path: '/compare?show=by_pom' },
    { name: 'compare-meetings', path: '/compare?show=meetings' },
    { name: 'import', path: '/import' },
    { name: 'movements', path: '/movements' },
    { name: 'ready', path: '/ready' },
    { name: 'sheet-morning', path: '/sheet/morning' },
    { name: 'sheet-friday', path: '/sheet/friday' },
    { name: 'as-known', path: '/as-known' },
    { name: 'sources', path: '/sources' },
    { name: 'users', path: '/users' },
    { name: 'help', path: '/help' },
  ]
}

const wanted = process.argv.slice(2)
const isWanted = ({ name }: Screen) => wanted.length === 0 || wanted.some((each) => name.startsWith(each))

async function loaded(page: Page): Promise<void> {
  await page.waitForSelector('[data-app-state="loaded"]')
}

async function take(page: Page, screen: Screen): Promise<void> {
  if (!isWanted(screen)) return
  await page.evaluate((path) => void (location.hash = path), screen.path)
  await page.reload()
  await loaded(page)
  await look(page, screen.name)
}

/** Every look at the page as it stands. */
async function look(page: Page, name: string): Promise<void> {
  for (const { suffix, width, height, forcedColors } of LOOKS) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ forcedColors })
    await page.screenshot({ path: join(OUT, `${name}${suffix}.png`), fullPage: width < 1440 })
  }
  await page.setViewportSize({ width: LOOKS[0].width, height: LOOKS[0].height })
  await page.emulateMedia({ forcedColors: 'none' })
  process.stdout.write(`${name}\n`)
}

/** Unlocks as one of the sample's people, and finds somebody whose case shows most of what a case can. */
async function unlockAs(page: Page, name: string): Promise<string> {
  return page.evaluate(
    async ([name, passphrase]) => {
      const { desk } = globalThis as unknown as { desk: Bridge }
      const ask: Ask = async (method, input) => {
        const answer = await desk.invoke(method, input)
        if (!answer.ok) throw new Error(answer.error.message)
        return answer.value
      }
      await ask('session.lock', {})
      const { people } = await ask('session.status', {})
      const person = people.find((each) => each.name === name)
      if (!person) throw new Error(`Nobody called ${name} is in the sample establishment`)
      await ask('session.unlock', { userId: person.userId, passphrase })
      const { rows } = await ask('handovers.list', { tab: 'upcoming', scope: 'unit' })
      return (rows.find((row) => row.name === 'Marlowe, Dean') ?? rows[0])?.personId ?? ''
    },
    [name, SAMPLE.passphrase] as const,
  )
}

async function openSample(folder: string) {
  const data = join(folder, 'store')
  await createSampleStore(data)
  return open(folder, data)
}

async function open(folder: string, data: string) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const places = {
    data,
    assets: join(root, 'dist/renderer'),
    logs: join(folder, 'logs'),
    exports: join(folder, 'exports'),
  }
  return startWindow({ ...places, version, headless: true, allowEmpty: true })
}

/** Two lists on their way in: their columns, the preview with something asked, and the report. */
async function shootImport({ page, host }: Awaited<ReturnType<typeof open>>, folder: string): Promise<void> {
  if (!isWanted({ name: 'import-columns', path: '' })) return
  const names = join(folder, 'delius-names.csv')
  writeFileSync(
    names,
    ['Name,DOB,Officer,Team', '"Marlowe, Dean",09/05/1991,Leon Grady,Leeds Team 2'].join('\n'),
  )
  host.answers.openFiles.push([join(root, 'samples/nomis-list-later.csv'), names])
  await page.evaluate(() => void (location.hash = '/import'))
  await loaded(page)
  await page.getByRole('button', { name: 'Choose files' }).click()
  await page.getByText('File 1 of 2:').waitFor()
  await look(page, 'import-columns')
  for (const [button, next] of [
    ['Next file', page.getByText('File 2 of 2:')],
    ['Preview', page.getByRole('button', { name: /^Confirm import/ })],
    ['Confirm import', page.getByText('2 files were imported')],
  ] as const) {
    const use = page.getByRole('button', { name: /^Use today/ })
    if (await use.isVisible()) await use.click()
    const dayFirst = page.getByRole('radio', { name: 'Day first' })
    if (await dayFirst.isVisible()) await dayFirst.check({ force: true })
    await page.getByRole('button', { name: new RegExp(`^${button}`) }).click()
    await next.waitFor()
    if (button === 'Preview') await look(page, 'import-preview')
    if (button === 'Confirm import') await look(page, 'import-report')
  }
}

/** Books the handover meeting of one case, and shows what goes out about it. */
async function shootInvitation(page: Page, personId: string): Promise<void> {
  const screen = { name: 'meeting-invite', path: `/case/${personId}/meetings?invite=mt-handover` }
  if (!isWanted(screen)) return
  await page.evaluate(async (id) => {
    const { desk } = globalThis as unknown as { desk: Bridge }
    const task = 'mt-handover'
    const shown = await desk.invoke('meetings.show', { personId: id, task })
    if (!shown.ok) throw new Error(shown.error.message)
    const [on] = shown.value.suggestions
    if (on === undefined) throw new Error('No day would do')
    const booking = {
      on,
      from: '14:00',
      to: '14:35',
      mode: 'video',
      place: 'Link room 1',
      attendees: shown.value.people,
    } as const
    const answer = await desk.invoke('meetings.book', { personId: id, task, booking, reason: '', seen: null })
    if (!answer.ok) throw new Error(answer.error.message)
  }, personId)
  await take(page, screen)
  await take(page, { name: 'meeting-invite-offered', path: `/case/${personId}/meetings` })
}

async function staffIdOf(page: Page, name: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const { desk } = globalThis as unknown as { desk: Bridge }
    const answer = await desk.invoke('staff.list', {})
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value.rows.find((row) => row.name === wanted)?.staffId ?? ''
  }, name)
}

async function shootSample(folder: string): Promise<void> {
  const window = await openSample(folder)
  try {
    const { page } = window
    await loaded(page)
    await take(page, { name: 'unlock', path: '/' })
    const personId = await unlockAs(page, 'Ruth Adeyemi')
    for (const screen of screensOf(personId)) await take(page, screen)
    await shootInvitation(page, personId)
    const staffId = await staffIdOf(page, 'Jonah Askey')
    await take(page, { name: 'staff-member', path: `/staff/${staffId}` })
    await take(page, { name: 'staff-absence', path: `/staff/${staffId}?absence=new` })
    await unlockAs(page, 'Amy Thornber')
    await take(page, { name: 'today-pom', path: '/today' })
    await unlockAs(page, 'Ruth Adeyemi')
    await page.reload()
    await loaded(page)
    await shootImport(window, folder)
  } finally {
    await window.close()
  }
}

async function shootSetup(folder: string): Promise<void> {
  const screen = { name: 'setup', path: '/' }
  if (!isWanted(screen)) return
  const window = await open(folder, join(folder, 'none'))
  try {
    await loaded(window.page)
    await take(window.page, screen)
  } finally {
    await window.close()
  }
}

await ensureBrowser()
await bundle()
mkdirSync(OUT, { recursive: true })
const folder = mkdtempSync(join(tmpdir(), 'desk-shots-'))
try {
  await shootSample(folder)
  await shootSetup(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
