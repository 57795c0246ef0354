import { composePack } from '../../domain/pack/compose-pack.ts'
import type { PackInput } from '../../domain/pack/pack-input.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { packDocx } from '../../electron/app/documents/pack-docx.ts'
import { packHtml } from '../../electron/app/documents/pack-html.ts'
import { packJson } from '../../electron/app/documents/pack-json.ts'
import { sealPack } from '../../electron/app/documents/sealed-pack.ts'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import type { Print } from './run.ts'

const ROUNDS = 5
const PAGE = { landscape: false, header: '', footer: '' }
const day = (text: string) => text as CivilDate

/** Somebody invented, with as much known of them as an extract brings. */
const input: PackInput = {
  packId: '019a0000-0000-7000-8000-000000000001',
  version: 1,
  today: day('2026-11-23'),
  establishment: { code: 'HQI', name: 'HMP Hollin Moor' },
  author: 'Amy Thornber',
  record: {
    prison_number: 'A4417KD',
    last_name: 'Marlowe',
    first_name: 'Dean',
    date_of_birth: day('1991-05-09'),
    sentence_start_date: day('2025-03-14'),
    crd: day('2027-07-15'),
    rosh: 'high',
    pom_name: 'Amy Thornber',
  },
  history: [],
  plan: null,
  cannotPlan: null,
  responsible: null,
  nationalDifference: null,
  rules: 'Enhanced 7½ months',
  flags: [],
  working: null,
  tasks: [],
}

/**
 * A pack from what is known to the bytes of its PDF, against the same printer printing the same pages from HTML that was
 * ready; the best of five of each, taken in turn. Then each form without the browser.
 */
export async function bench(print: Print): Promise<void> {
  const { printer } = createHeadlessHost({ data: '.', say: () => {} })
  const pages = packHtml(sealPack(composePack(input), '2026-11-23T10:00:00.000Z'))
  let whole = Infinity
  let bare = Infinity
  for (let round = 0; round < ROUNDS; round += 1) {
    bare = Math.min(bare, await timed(() => printer.toPdf(pages, PAGE)))
    whole = Math.min(
      whole,
      await timed(() =>
        printer.toPdf(packHtml(sealPack(composePack(input), '2026-11-23T10:00:00.000Z')), PAGE),
      ),
    )
  }
  print({ name: 'pack PDF', value: whole, unit: 'ms', baseline: bare, ratio: whole / bare, n: ROUNDS })
  const forms = {
    composed: async () => composePack(input),
    DOCX: () => packDocx(sealPack(composePack(input), '2026-11-23T10:00:00.000Z')),
    JSON: async () => packJson(sealPack(composePack(input), '2026-11-23T10:00:00.000Z')),
  }
  for (const [name, make] of Object.entries(forms)) {
    let best = Infinity
    for (let round = 0; round < ROUNDS; round += 1) best = Math.min(best, await timed(make))
    print({ name: `pack ${name}`, value: best, unit: 'ms', baseline: null, ratio: null, n: ROUNDS })
  }
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}
