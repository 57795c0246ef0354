import { readFileSync, writeFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import { join } from 'node:path'
import process from 'node:process'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../build/scripts/run-step.ts'
import { saveTask } from '../../db/repositories/tasks.ts'
import { syntheticRows } from '../../db/synthetic/synthetic-rows.ts'
import { addDays } from '../../domain/dates/arithmetic.ts'
import type { Sheet } from '../../domain/sheets/sheet.ts'
import { sheetHtml } from '../../electron/app/documents/sheet-html.ts'
import { SHEET_STYLES } from '../../electron/app/documents/sheet-styles.ts'
import { unitOf } from '../../electron/app/services/caseload/unit-view.ts'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import { day, person, TODAY, unitStore, type UnitStore } from '../services/unit-store.ts'

// Long names and places everywhere: what a page can be asked to hold at its worst.
const LONG = 'Featherstonehaugh-Cholmondeley'
const crowded = syntheticRows(1500, TODAY, 7).map((record, at) =>
  at % 3 === 0
    ? Object.assign(record, {
        last_name: LONG,
        first_name: 'Bartholomew Alexander',
        location: 'HOUSEBLOCK-B1-2-019',
      })
    : record,
)

let quiet: UnitStore
let full: UnitStore
beforeAll(async () => {
  quiet = await unitStore()
  await quiet.learn([person('A0001AA', { crd: day('2029-07-15') })])
  full = await unitStore()
  await full.learn(crowded)
  await full.notice()
  await full.learn(crowded.slice(0, 200).map((record) => Object.assign(record, { crd: day('2027-08-01') })))
  await full.notice()
  await fillDay()
})

/** Forty meetings booked for today, some yesterday, and sixty people who came and went, each with much to say. */
async function fillDay(): Promise<void> {
  const { byId } = unitOf(full.desk.planning, full.store, TODAY)
  const people = [...byId.values()]
  const toMeet = people.filter(({ tasks }) =>
    tasks.some(({ task, doneOn }) => task === 'mt-handover' && !doneOn),
  )
  await full.store.write((db) => {
    for (const [at, { personId }] of toMeet.slice(0, 60).entries())
      saveTask(
        db,
        { userId: full.session.user.id },
        {
          at: '2026-11-20T09:00:00.000Z',
          personId,
          task: 'mt-handover',
          doneOn: null,
          note: '',
          body: {
            reference: '',
            notDone: null,
            booking: {
              on: at < 40 ? TODAY : addDays(TODAY, -3),
              from: '14:30',
              to: '15:00',
              mode: 'in_person',
              place: 'Legal visits, room 14, by the gate lodge, past the second door',
              attendees: ['Priyanka Holtby-Featherstone (COM)', 'Bartholomew Cholmondeley (key worker)'],
            },
          },
        },
      )
  })
  await full.call('movements.record', {
    entries: people.slice(-60).map(({ personId }, at) => ({
      personId,
      kind: at % 2 === 0 ? ('transfer_out' as const) : ('reception' as const),
      on: TODAY,
      where: 'HMP and YOI Somewhere upon Long-Water',
      note: '',
    })),
  })
}

afterAll(async () => {
  await quiet.close()
  await full.close()
})

const host = createHeadlessHost({ data: '/nowhere', say: () => {} })

/** How far down the page its last words stand, in points, how many pages there are, and what they say. */
async function printed(sheet: Sheet, name: string) {
  const bytes = await host.printer.toPdf(sheetHtml(sheet), { landscape: false, header: '', footer: '' })
  const folder = process.env['SHEETS_OUT']
  if (folder !== undefined) writeFileSync(join(folder, `${name}.pdf`), bytes)
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
  const { items } = await (await pdf.getPage(1)).getTextContent()
  const text = items
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
  const lowest = Math.min(
    ...items.flatMap((item) =>
      'str' in item && item.str.trim() !== '' ? [item.transform[5] as number] : [],
    ),
  )
  return { pages: pdf.numPages, text, lowest }
}

const words = (text: string) => text.replaceAll(/\s+/g, '')

describe.each(['morning', 'friday'] as const)('the %s sheet on paper', (kind) => {
  it.each([
    ['of a unit with nothing to do', () => quiet],
    ['of a unit of 1,500 with long names', () => full],
  ])(
    '%s is one page with everything on it that the window shows',
    { timeout: 60_000 },
    async (name, unit) => {
      const sheet = await unit().call('sheets.show', { kind, scope: 'unit' })
      const { pages, text, lowest } = await printed(sheet, `${kind}-${unit() === quiet ? 'quiet' : 'full'}`)
      expect(pages, name).toBe(1)
      // Nothing is pushed off the end of the page: its foot stands above the margin of 10 mm.
      expect(lowest).toBeGreaterThan(28.3)
      const page = words(text)
      for (const part of sheet.blocks.flat()) {
        expect(page).toContain(words(part.title))
        expect(page).toContain(words(part.more))
        for (const row of part.rows)
          for (const said of [row.second, row.aside]) expect(page).toContain(words(said))
      }
      expect(page).toContain(words(sheet.foot))
      expect(text).toContain('OFFICIAL-SENSITIVE')
      expect(text).toContain('HMP Leeds, Offender Management Unit')
      expect(text).toContain('Page 1 of 1')
    },
  )
})

/** Somebody away for the week, whose cases Amy Thornber covers. */
async function coverFor(unit: UnitStore, away: string): Promise<void> {
  const halfDays = Array.from({ length: 10 }, () => true)
  const about = {
    staffId: null,
    seq: null,
    kind: 'probation',
    status: 'active',
    halfDays,
    email: '',
  } as const
  const { staffId: coverId } = await unit.call('staff.save', { ...about, name: 'Amy Thornber' })
  const { staffId } = await unit.call('staff.save', { ...about, name: away })
  const { seq } = (await unit.call('staff.list', {})).rows.find((row) => row.staffId === staffId) ?? {
    seq: 0,
  }
  const absence = { from: TODAY, to: addDays(TODAY, 4), reason: '', coverId }
  await unit.call('staff.saveAbsence', { staffId, seq, place: null, absence })
}

describe('a sheet', () => {
  it.each(['morning', 'friday'] as const)(
    'of one’s own cases and those covered, on a full day, is one page: %s',
    { timeout: 60_000 },
    async (kind) => {
      if (kind === 'morning') await coverFor(full, 'Jonah Askey')
      full.as('Amy Thornber')
      const sheet = await full.call('sheets.show', { kind, scope: 'mine' })
      const { pages, text, lowest } = await printed(sheet, `${kind}-covering`)
      expect(pages).toBe(1)
      expect(lowest).toBeGreaterThan(28.3)
      if (kind === 'morning') expect(text).toContain('Covering for Jonah Askey')
    },
  )

  it('is drawn by the same rules in the window and on paper', () => {
    const plain = (css: string) => css.replaceAll(/\s+/g, '').replaceAll(';}', '}')
    const window = readFileSync(join(root, 'renderer/features/sheets/sheet.scss'), 'utf8')
    expect(plain(SHEET_STYLES)).toBe(plain(window))
  })

  it('is one document whatever a name holds, with headings in order and lists', async () => {
    const unit = await unitStore()
    await unit.learn([person('A0001AA', { last_name: '</main><script>x</script>', crd: day('2027-07-15') })])
    const { document } = new JSDOM(
      sheetHtml(await unit.call('sheets.show', { kind: 'morning', scope: 'unit' })),
    ).window
    expect(document.querySelectorAll('script')).toHaveLength(0)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.title).toBe('Morning sheet: the unit')
    await unit.close()
  })
})
