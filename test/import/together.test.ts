import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { tempFolder } from '../db/support/stores.ts'
import { fileOf, TODAY } from './extract-files.ts'
import { importPage } from './import-page.ts'

// Several files in one run, what is asked about in them, what a blank may clear, and the folder extracts are saved in.
let page: Awaited<ReturnType<typeof importPage>>
beforeEach(async () => {
  page = await importPage()
})

const NOMIS = [
  'Offender No,Surname,Forename(s),DOB,Category,Sentence Start,Legal Status,CRD,Location',
  'A0001AA,MARLOWE,DEAN,19/05/1991,C,14/03/2025,Sentenced,15/07/2027,B2-010',
  'A0002AA,GILL,HARPREET,17/02/1984,C,01/04/2025,Sentenced,29/07/2027,C1-001',
]
const DELIUS = [
  'CRN,NOMS,Name,DOB,Tier,RoSH,MAPPA,Team,Officer',
  'X000001,A0001AA,"Marlowe, Dean",19/05/1991,B,High,,Leeds,Leon Grady',
]

async function confirm(preview: { previewId: string }) {
  return page.ask('import.confirm', { previewId: preview.previewId })
}
const group = (preview: { groups: { key: string; rows: unknown[] }[] }, key: string) =>
  preview.groups.find((each) => each.key === key)?.rows ?? []

describe('several files together', () => {
  test('are one preview: the prison’s list first, whichever was chosen first, and one person counts once', async () => {
    const tokens = await page.chooseAll([fileOf(DELIUS, 'delius.csv'), fileOf(NOMIS, 'nomis.csv')])
    const preview = await page.previewAll(tokens)
    expect(preview).toMatchObject({ created: 2, updated: 0, refusedTotal: 0 })
    expect(preview.files).toMatchObject([
      { name: 'delius.csv', created: 0, updated: 1, refusedTotal: 0 },
      { name: 'nomis.csv', created: 2, updated: 0, absent: 0 },
    ])
    expect(preview.groups).toMatchObject([{ key: 'new', count: 2 }])
    expect(page.people()).toEqual([])

    const report = await confirm(preview)
    expect(report.files).toHaveLength(2)
    expect(page.people()).toMatchObject([
      { prison_number: 'A0001AA', crn: 'X000001', com_name: 'Leon Grady', location: 'B2-010' },
      { prison_number: 'A0002AA' },
    ])
    expect(await page.ask('import.history', {})).toMatchObject([
      { name: 'delius.csv', updated: 1, created: 0 },
      { name: 'nomis.csv', updated: 0, created: 2 },
    ])
  })

  test('say of each change which file and row it comes from, the last word where two speak of one field', async () => {
    await confirm(await page.preview(await page.choose(fileOf(NOMIS, 'first.csv')), { asAt: TODAY }))
    const later = NOMIS.map((line) => line.replace('15/07/2027', '20/07/2027'))
    const other = ['NOMS,CRN,CRD', 'A0002AA,X000002,2027-07-30', 'A0001AA,X000001,2027-07-21']
    const tokens = await page.chooseAll([fileOf(other, 'other.csv'), fileOf(later, 'later.csv')])
    const preview = await page.previewAll(tokens)
    expect(preview.updated).toBe(2)
    expect(group(preview, 'dates_moved')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          prisonNumber: 'A0001AA',
          file: 0,
          row: 3,
          was: '15 Jul 2027',
          now: '21 Jul 2027',
        }),
        expect.objectContaining({ prisonNumber: 'A0002AA', file: 0, row: 2, now: '30 Jul 2027' }),
      ]),
    )
    await confirm(preview)
    expect(page.people()).toMatchObject([{ crd: '2027-07-21' }, { crd: '2027-07-30' }])
  })

  test('of one kind leave the newer’s word standing, whichever was chosen first', async () => {
    const older = fileOf(
      NOMIS.map((line) => line.replace('15/07/2027', '29/09/2027')),
      'older.csv',
    )
    const [newer = '', old = ''] = await page.chooseAll([fileOf(NOMIS, 'newer.csv'), older])
    const days = [
      [newer, TODAY],
      [old, '2026-11-19'],
    ] as const
    const preview = await page.ask('import.preview', {
      files: days.map(([token, asAt]) => ({ token, mapping: {}, dateOrder: null, asAt })),
    })
    await confirm(preview)
    expect(page.people()).toMatchObject([{ prison_number: 'A0001AA', crd: '2027-07-15' }, {}])
  })

  test('are all imported or none: one refused whole names itself, and nothing is written', async () => {
    const tokens = await page.chooseAll([fileOf(NOMIS, 'nomis.csv'), fileOf('hello there', 'notes.csv')])
    await expect(page.previewAll(tokens)).rejects.toMatchObject({
      code: 'file_refused',
      fields: { token: tokens[1] },
    })
    expect(page.people()).toEqual([])
  })

  test('a file beside others is added to them; without that the others are forgotten', async () => {
    const [first] = await page.chooseAll([fileOf(NOMIS, 'nomis.csv')])
    const [second] = await page.chooseAll([fileOf(DELIUS, 'delius.csv')], true)
    expect((await page.previewAll([first ?? '', second ?? ''])).files).toHaveLength(2)
    await page.chooseAll([fileOf(DELIUS, 'again.csv')])
    await expect(page.previewAll([first ?? ''])).rejects.toMatchObject({ code: 'not_found' })
  })

  test('more than ten at once are refused, and those chosen before stay', async () => {
    const [kept] = await page.chooseAll([fileOf(NOMIS, 'nomis.csv')])
    const many = Array.from({ length: 11 }, (_, at) => fileOf(NOMIS, `list-${at}.csv`))
    await expect(page.chooseAll(many)).rejects.toThrow(/most at once are 10/)
    expect((await page.previewAll([kept ?? ''])).files).toHaveLength(1)
  })

  test('the same file again is said to be, with when it came in', async () => {
    const path = fileOf(NOMIS, 'nomis.csv')
    await confirm(await page.preview(await page.choose(path), { asAt: TODAY }))
    const again = await page.preview(await page.choose(path), { asAt: TODAY })
    expect(again).toMatchObject({ created: 0, updated: 0, sameFile: '2026-11-23T09:00:00.000Z' })
  })
})

describe('the kind of list', () => {
  const LIKE_NONE = ['Prison number,Surname,CRD', 'A0001AA,Marlowe,2027-07-15']

  test('is what the headings say, or what somebody says, and is remembered for these headings', async () => {
    const token = await page.choose(fileOf(LIKE_NONE, 'list.csv'))
    const inspected = await page.ask('import.inspect', { token })
    expect(inspected.source).toBeNull()
    expect(inspected.kinds).toContainEqual({ id: 'nomis_report', name: 'NOMIS list' })
    await confirm(await page.preview(token, { asAt: TODAY, kind: 'nomis_report' }))
    expect(await page.ask('import.history', {})).toMatchObject([{ source: 'NOMIS list' }])
    const next = await page.choose(fileOf([...LIKE_NONE, 'A0002AA,Gill,2027-07-29'], 'next.csv'))
    expect((await page.ask('import.inspect', { token: next })).remembered).toMatchObject({
      kind: 'nomis_report',
    })
  })

  test('may be said to be another than the headings say', async () => {
    const token = await page.choose(fileOf(NOMIS, 'list.csv'))
    await confirm(await page.preview(token, { asAt: TODAY, kind: null }))
    expect(await page.ask('import.history', {})).toMatchObject([{ source: 'List matched by hand' }])
  })

  test('nobody knows is refused', async () => {
    const token = await page.choose(fileOf(NOMIS, 'list.csv'))
    await expect(page.preview(token, { kind: 'a made up kind' })).rejects.toMatchObject({
      code: 'bad_input',
      fields: { kind: 'Choose one of those listed.', token },
    })
  })
})

describe('a row no number places', () => {
  const NAMES = ['Name,Date of birth,CRN,COM', '"MARLOWE, Dean",19/05/1991,X000001,Leon Grady']

  async function withPeople(list: string[] = NAMES) {
    await confirm(await page.preview(await page.choose(fileOf(NOMIS, 'nomis.csv')), { asAt: TODAY }))
    const token = await page.choose(fileOf(list, 'names.csv'))
    return { token, preview: await page.preview(token, { asAt: TODAY }) }
  }

  test('is asked about where somebody has the surname and birth date, and left out till then', async () => {
    const { preview } = await withPeople()
    expect(preview).toMatchObject({ updated: 0, refusedTotal: 1 })
    expect(preview.refused[0]).toMatchObject({ code: 'missing_key', row: 2 })
    expect(preview.perhaps).toEqual([
      expect.objectContaining({
        row: 2,
        name: 'Marlowe, Dean',
        born: '19 May 1991',
        said: null,
        candidates: [{ name: 'Marlowe, Dean', prisonNumber: 'A0001AA', crn: null }],
      }),
    ])
  })

  test('is taken once somebody says who it is, its CRN with it; the next list needs no asking', async () => {
    const { token } = await withPeople()
    const same = [{ token, row: 2, prisonNumber: 'A0001AA' }]
    const preview = await page.preview(token, { asAt: TODAY }, same)
    expect(preview).toMatchObject({ updated: 1, refusedTotal: 0 })
    expect(preview.perhaps[0]?.said).toBe('A0001AA')
    await confirm(preview)
    expect(page.people()[0]).toMatchObject({ crn: 'X000001', com_name: 'Leon Grady' })
    const next = await page.choose(
      fileOf(
        NAMES.map((line) => line.replace('Leon', 'Lena')),
        'next.csv',
      ),
    )
    expect(await page.preview(next, { asAt: TODAY })).toMatchObject({ updated: 1, perhaps: [] })
  })

  test('cannot be said to be somebody it does not resemble', async () => {
    const { token } = await withPeople()
    const preview = await page.preview(token, { asAt: TODAY }, [{ token, row: 2, prisonNumber: 'A0002AA' }])
    expect(preview).toMatchObject({ updated: 0, refusedTotal: 1 })
  })

  test('of one person twice is refused the second time', async () => {
    const { token } = await withPeople([...NAMES, NAMES[1] ?? ''])
    const same = [2, 3].map((row) => ({ token, row, prisonNumber: 'A0001AA' }))
    const preview = await page.preview(token, { asAt: TODAY }, same)
    expect(preview).toMatchObject({ updated: 1, refusedTotal: 1 })
    expect(preview.refused[0]).toMatchObject({ row: 3, code: 'duplicate_person' })
  })

  test.each([
    ['another birth date', 'Name,Date of birth,CRN', '"MARLOWE, Dean",20/05/1991,X000001'],
    ['another surname', 'Name,Date of birth,CRN', '"MARLOW, Dean",19/05/1991,X000001'],
  ])('is nobody’s with %s', async (_, ...list) => {
    const { preview } = await withPeople(list)
    expect(preview).toMatchObject({ perhaps: [], refusedTotal: 1 })
  })

  test('is not asked about where that person has another CRN', async () => {
    await confirm(
      await page.preview(await page.choose(fileOf(DELIUS, 'd.csv')), {
        asAt: TODAY,
      }),
    )
    const { preview } = await withPeople(NAMES.map((line) => line.replace('X000001', 'X999999')))
    expect(preview.perhaps).toEqual([])
  })

  test('may be somebody the same run brings', async () => {
    const tokens = await page.chooseAll([fileOf(NAMES, 'names.csv'), fileOf(NOMIS, 'nomis.csv')])
    const [token = ''] = tokens
    const preview = await page.previewAll(tokens, [{ token, row: 2, prisonNumber: 'A0001AA' }])
    expect(preview).toMatchObject({ created: 2, refusedTotal: 0 })
    await confirm(preview)
    expect(page.people()).toMatchObject([{ crn: 'X000001' }, {}])
  })

  test('somebody new of the surname and birth date of one already here is pointed at', async () => {
    await confirm(await page.preview(await page.choose(fileOf(NOMIS, 'nomis.csv')), { asAt: TODAY }))
    const list = [NOMIS[0] ?? '', (NOMIS[1] ?? '').replace('A0001AA', 'A0009ZZ')]
    const preview = await page.preview(await page.choose(fileOf(list, 'later.csv')), { asAt: TODAY })
    expect(group(preview, 'new')).toMatchObject([
      { tag: { text: 'Same surname and birth date as A0001AA', tone: 'late' } },
    ])
  })
})

describe('a blank', () => {
  const BLANKS = [
    NOMIS[0] ?? '',
    'A0001AA,MARLOWE,DEAN,19/05/1991,C,14/03/2025,Sentenced,,',
    'A0002AA,GILL,HARPREET,17/02/1984,C,01/04/2025,Sentenced,N/A,C1-001',
  ]
  async function previewed(clears: string[], list = BLANKS) {
    await confirm(await page.preview(await page.choose(fileOf(NOMIS, 'nomis.csv')), { asAt: TODAY }))
    return page.preview(await page.choose(fileOf(list, 'blanks.csv')), { asAt: TODAY, clears })
  }

  test('says nothing where nobody said otherwise', async () => {
    expect(await previewed([])).toMatchObject({ updated: 0, unchanged: 2, cleared: [] })
  })

  test('clears its own column where somebody says so, and says first what that takes away', async () => {
    const preview = await previewed(['CRD'])
    expect(preview).toMatchObject({ updated: 2, cleared: [{ label: 'CRD', count: 2 }] })
    expect(group(preview, 'dates_moved')).toMatchObject([{ now: null }, { now: null }])
    await confirm(preview)
    expect(page.people()).toMatchObject([
      { crd: null, location: 'B2-010' },
      { crd: null, location: 'C1-001' },
    ])
  })

  test.each([['Offender No'], ['Surname']])('never clears %s', async (heading) => {
    expect(await previewed([heading])).toMatchObject({ updated: 0, cleared: [] })
  })

  test('is not a cell that is missing from a short row', async () => {
    const short = [NOMIS[0] ?? '', 'A0001AA,MARLOWE,DEAN']
    expect(await previewed(['CRD', 'Location'], short)).toMatchObject({ updated: 0, cleared: [] })
  })

  test('is asked about where what it would clear was typed here', async () => {
    await confirm(await page.preview(await page.choose(fileOf(NOMIS, 'nomis.csv')), { asAt: TODAY }))
    await page.typeFact({ location: 'D4-044' })
    const preview = await page.preview(await page.choose(fileOf(BLANKS, 'blanks.csv')), {
      asAt: TODAY,
      clears: ['Location'],
    })
    expect(preview.asked).toMatchObject([{ field: 'Location', ours: 'D4-044', listed: 'Nothing' }])
  })
})

describe('who left the list', () => {
  test('is shown before it is confirmed, and stays in the store', async () => {
    await confirm(await page.preview(await page.choose(fileOf(NOMIS, 'nomis.csv')), { asAt: '2026-11-20' }))
    const without = NOMIS.toSpliced(2, 1)
    const preview = await page.preview(await page.choose(fileOf(without, 'later.csv')), { asAt: TODAY })
    expect(group(preview, 'left')).toMatchObject([
      { name: 'Gill, Harpreet', prisonNumber: 'A0002AA', row: null, tag: { text: 'Unaccounted for' } },
    ])
    await confirm(preview)
    expect(page.people()).toHaveLength(2)
  })

  test('an older list, or one of another system, says nothing of who left', async () => {
    await confirm(await page.preview(await page.choose(fileOf(NOMIS, 'nomis.csv')), { asAt: TODAY }))
    const older = NOMIS.toSpliced(2, 1)
    const preview = await page.preview(await page.choose(fileOf(older, 'older.csv')), { asAt: '2026-11-20' })
    expect(group(preview, 'left')).toEqual([])
    expect(preview).toMatchObject({ olderThan: TODAY })
    const delius = await page.preview(await page.choose(fileOf(DELIUS, 'delius.csv')), { asAt: TODAY })
    expect(group(delius, 'left')).toEqual([])
  })
})

test('a long list says how far its reading has come', async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => {
    const digits = String(at % 10_000).padStart(4, '0')
    const letters = String.fromCharCode(65 + Math.floor(at / 10_000), 65)
    return `A${digits}${letters},Surname${at},2027-07-15`
  })
  const token = await page.choose(fileOf(['NOMIS,Surname,CRD', ...rows], 'long.csv'))
  await page.preview(token, { asAt: TODAY })
  expect(page.progress.every((each) => /^\d+ of 60000$/.test(each))).toBe(true)
  expect(page.progress.length).toBeGreaterThan(0)
})

describe('the folder extracts are saved in', () => {
  /** A folder with a list saved an hour before the page's own clock. */
  function folderWith(name = 'nomis.csv', list = NOMIS) {
    const folder = join(tempFolder(), 'extracts')
    mkdirSync(folder)
    save(folder, name, list)
    return folder
  }
  function save(folder: string, name: string, list: readonly string[], at = '2026-11-23T08:00:00.000Z') {
    writeFileSync(join(folder, name), list.join('\n'))
    utimesSync(join(folder, name), new Date(at), new Date(at))
  }
  const newFiles = () => page.ask('import.newFiles', {})

  test('is not watched until it is chosen, and not after that is ended', async () => {
    expect(await newFiles()).toEqual({ folder: null, problem: null, files: [] })
    page.chosen.folder = folderWith()
    expect(await page.ask('import.watchFolder', {})).toEqual({ folder: 'extracts' })
    expect(await newFiles()).toMatchObject({ folder: 'extracts', files: [{ name: 'nomis.csv' }] })
    await page.ask('import.stopWatching', {})
    expect(await newFiles()).toEqual({ folder: null, problem: null, files: [] })
  })

  test('turning away from the choice keeps what was', async () => {
    page.chosen.folder = folderWith()
    await page.ask('import.watchFolder', {})
    page.chosen.folder = null
    expect(await page.ask('import.watchFolder', {})).toEqual({ folder: null })
    expect((await newFiles()).folder).toBe('extracts')
  })

  test('suggests lists alone: newest first, none that is in, old, passed over, hidden or half written', async () => {
    const folder = folderWith()
    save(
      folder,
      'later.csv',
      [...NOMIS, 'A0003AA,NEW,NED,15/01/1990,C,14/03/2025,Sentenced,15/08/2027,A1'],
      '2026-11-23T08:30:00.000Z',
    )
    save(
      folder,
      'old.csv',
      [...NOMIS, 'A0004AA,OLD,OLA,15/01/1990,C,14/03/2025,Sentenced,15/08/2027,A1'],
      '2026-11-01T08:00:00.000Z',
    )
    save(folder, '~$open.xlsx', ['x'])
    save(folder, 'notes.docx', ['x'])
    save(folder, 'empty.csv', [])
    page.chosen.folder = folder
    await page.ask('import.watchFolder', {})
    const { files } = await newFiles()
    expect(files.map(({ name }) => name)).toEqual(['later.csv', 'nomis.csv'])

    const { files: taken } = await page.ask('import.takeNewFiles', { keys: [files[1]?.key ?? ''] })
    await confirm(await page.preview(taken[0]?.token ?? '', { asAt: TODAY }))
    await page.ask('import.passOver', { key: files[0]?.key ?? '' })
    expect((await newFiles()).files).toEqual([])
    // Saved again it is another file.
    save(
      folder,
      'later.csv',
      [...NOMIS, 'A0003AA,NEWER,NED,15/01/1990,C,14/03/2025,Sentenced,15/08/2027,A1'],
      '2026-11-23T08:45:00.000Z',
    )
    expect((await newFiles()).files.map(({ name }) => name)).toEqual(['later.csv'])
  })

  test('a file taken back is suggested again', async () => {
    page.chosen.folder = folderWith()
    await page.ask('import.watchFolder', {})
    const [file] = (await newFiles()).files
    const { files } = await page.ask('import.takeNewFiles', { keys: [file?.key ?? ''] })
    const report = await confirm(await page.preview(files[0]?.token ?? '', { asAt: TODAY }))
    expect((await newFiles()).files).toEqual([])
    const importId = report.files[0]?.importId ?? ''
    const { seq } = await page.ask('import.showUndo', { importId })
    await page.ask('import.undo', { importId, seq })
    expect((await newFiles()).files).toHaveLength(1)
  })

  test('that is gone is said to be, and one that changed since is looked at again', async () => {
    const folder = folderWith()
    page.chosen.folder = folder
    await page.ask('import.watchFolder', {})
    await expect(page.ask('import.takeNewFiles', { keys: ['nomis.csv 1 1'] })).rejects.toMatchObject({
      code: 'conflict',
    })
    rmSync(folder, { recursive: true })
    expect(await newFiles()).toMatchObject({ files: [], problem: 'The folder extracts cannot be read now.' })
  })
})
