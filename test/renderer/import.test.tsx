// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { madeUpFile, madeUpInspected, madeUpPreview, madeUpReport } from './support/made-up-import.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

const open = (more: FakeAnswers = {}) => renderApp(pageAnswers('u-dev', more), '/import', 'import-choose')
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const step = () =>
  screen.getByRole('list', { name: 'Steps of the import' }).querySelector('[aria-current="step"]')
    ?.textContent

async function toColumns(more: FakeAnswers = {}) {
  const result = await open(more)
  press('Choose files')
  await loaded('import-columns')
  return result
}
async function toPreview(more: FakeAnswers = {}) {
  const result = await toColumns(more)
  press('Preview')
  await loaded('import-preview')
  return result
}
const called = (desk: { calls: { method: string; input: unknown }[] }, name: string) =>
  desk.calls.filter(({ method }) => method === name).map(({ input }) => input)

describe('Choosing a file', () => {
  it('lists imports so far, newest first', async () => {
    await open()
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows[1]?.textContent).toContain('delius_omu_20261120.xlsx')
    expect(rows[1]?.textContent).toContain('20 Nov 2026, 5:12pm')
    await expectNoAxeViolations()
  })

  it('reads a pasted table the same way, and says what is wrong with nothing', async () => {
    const { desk } = await open({
      'import.paste': () => ({ file: { token: 'f-9', name: 'Pasted table', bytes: 9 } }),
    })
    press('Read the table')
    expect(await screen.findByText('Paste a table first')).toBeTruthy()
    fireEvent.change(screen.getByLabelText(/A table copied from DPS/u), { target: { value: 'NOMIS\tCRD' } })
    await expectNoAxeViolations()
    press('Read the table')
    await loaded('import-columns')
    expect(called(desk, 'import.paste')).toEqual([{ text: 'NOMIS\tCRD' }])
    expect(called(desk, 'import.inspect')).toEqual([{ token: 'f-9' }])
  })

  it('stays where it is when nothing is chosen', async () => {
    const { desk } = await open({ 'import.choose': () => ({ files: [] }) })
    press('Choose files')
    await waitFor(() => expect(called(desk, 'import.choose')).toHaveLength(1))
    expect(called(desk, 'import.inspect')).toEqual([])
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Import extracts')
  })

  it('refuses a whole file with why and what to do, and forgets it', async () => {
    const { desk } = await open({
      'import.inspect': () =>
        new FakeError('file_refused', 'The file is over 100 MB.', { code: 'too_large' }),
    })
    press('Choose files')
    const title = await screen.findByText('This file cannot be imported')
    await waitFor(() => expect(title.closest('.govuk-error-summary')).toBe(document.activeElement))
    expect(screen.getByText('The file is over 100 MB.')).toBeTruthy()
    expect(screen.getByText(/extract of this establishment alone/u)).toBeTruthy()
    await waitFor(() => expect(called(desk, 'import.discard')).toEqual([{ token: 'f-1' }]))
    await expectNoAxeViolations()
  })

  it('is closed to those who may not import', async () => {
    await renderApp(pageAnswers('u-amy'), '/import', 'import')
    expect(screen.queryByRole('button', { name: 'Choose files' })).toBeNull()
  })
})

describe('Matching columns', () => {
  it('shows each heading, what it is matched to, its first rows and what is odd about it', async () => {
    await toColumns()
    expect(document.activeElement?.textContent).toBe('Match the columns')
    expect(step()).toContain('Match columns')
    expect((screen.getByLabelText('Offender No') as HTMLSelectElement).value).toBe('prison_number')
    expect((screen.getByLabelText('Cell share') as HTMLSelectElement).value).toBe('')
    expect(screen.getByText('A4417KD · A2093LV · A6610CE')).toBeTruthy()
    const odd = screen.getByLabelText('Sentence Expiry')
    expect(document.getElementById(odd.getAttribute('aria-describedby') ?? '')?.textContent).toContain(
      'Most rows are blank',
    )
    expect(screen.getByText('6 of 8 matched; the rest are left out')).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('asks which comes first in the dates, and sends the answer', async () => {
    const { desk } = await toColumns({ 'import.inspect': () => madeUpInspected({ dateOrder: 'ask' }) })
    press('Preview')
    fireEvent.click(
      await screen.findByRole('link', { name: 'Select which comes first in its dates, day or month' }),
    )
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Day first' }))
    expect(called(desk, 'import.preview')).toEqual([])
    await expectNoAxeViolations()
    fireEvent.click(screen.getByRole('radio', { name: 'Month first' }))
    fireEvent.change(screen.getByLabelText('IEP'), { target: { value: 'incentive_level' } })
    press('Preview')
    await loaded('import-preview')
    expect(called(desk, 'import.preview')[0]).toMatchObject({
      files: [
        {
          token: 'f-1',
          dateOrder: 'month_first',
          asAt: '2026-11-22',
          mapping: { IEP: 'incentive_level', 'Cell share': null },
        },
      ],
    })
  })

  it('leads to the question when only the app finds the dates ambiguous', async () => {
    await toColumns({
      'import.preview': () =>
        new FakeError('file_refused', 'Row 7 could be read two ways.', { code: 'ambiguous_date' }),
    })
    press('Preview')
    await screen.findByText('Row 7 could be read two ways.')
    expect(screen.getByText('Say whether its dates are written day first or month first.')).toBeTruthy()
  })

  it('forgets the file on cancel and on leaving', async () => {
    const { desk } = await toColumns()
    press('Cancel')
    await loaded('import-choose')
    await waitFor(() => expect(called(desk, 'import.discard')).toHaveLength(1))
    press('Choose files')
    await loaded('import-columns')
    fireEvent.click(screen.getAllByRole('link', { name: 'Help' })[0] as HTMLElement)
    await waitFor(() => expect(called(desk, 'import.discard')).toHaveLength(2))
  })
})

describe('The preview', () => {
  it('says first what can hurt, then each change with was, now and effect', async () => {
    await toPreview()
    expect(document.activeElement?.textContent).toBe('Preview: nothing is changed yet')
    const effects = within(screen.getByRole('list', { name: 'What this file would do' }))
    expect(effects.getAllByRole('listitem')[0]?.textContent).toContain('newly past handover')
    const moved = within(screen.getByRole('table', { name: 'Dates moved: 6 of 8' }))
    expect(moved.getAllByRole('row')[1]?.textContent).toBe(
      '388Crosland, Adam A3817TWCRD6 Sep 20271 Jul 2027Handover 22 Jan 2027 → 16 Nov 2026Newly past, 7 days',
    )
    await expectNoAxeViolations()
  })

  it('shows the rest of a group when asked', async () => {
    await toPreview()
    press(/^Show 2 more/u)
    expect(
      within(screen.getByRole('table', { name: 'Dates moved: 8 of 8' })).getAllByRole('row'),
    ).toHaveLength(9)
  })

  it('names each refused row, its column and why', async () => {
    await toPreview()
    const refused = within(screen.getByRole('table', { name: 'Refused rows: 2 of 2' }))
    expect(refused.getAllByRole('row')[2]?.textContent).toBe(
      '190CRDThis value31 February does not exist31/02/2027',
    )
    fireEvent.click(
      within(screen.getByRole('navigation', { name: 'Parts of the preview' })).getByRole('button', {
        name: /Refused/u,
      }),
    )
    expect(document.activeElement?.textContent).toBe('Refused 2')
  })

  it('warns of a list older than the last of its kind, and says nothing of a newer one', async () => {
    await toPreview()
    expect(screen.queryByText(/is older than the last/u)).toBeNull()
    cleanup()
    const older = madeUpFile({
      asAt: '2026-11-18' as CivilDate,
      olderThan: '2026-11-19' as CivilDate,
    })
    await toPreview({ 'import.preview': () => madeUpPreview({ files: [older] }) })
    await screen.findByText(/is older than the last NOMIS caseload report imported.*19 November 2026/u)
    await expectNoAxeViolations()
  })

  it('goes back to the columns as they were left', async () => {
    const { desk } = await toColumns()
    fireEvent.change(screen.getByLabelText('IEP'), { target: { value: 'incentive_level' } })
    press('Preview')
    await loaded('import-preview')
    press('Back to columns')
    await loaded('import-columns')
    expect((screen.getByLabelText('IEP') as HTMLSelectElement).value).toBe('incentive_level')
    expect(called(desk, 'import.discard')).toEqual([])
  })

  it('changes nothing before it is confirmed, then all of it, with a report', async () => {
    const { desk } = await toPreview()
    expect(called(desk, 'import.confirm')).toEqual([])
    expect(
      screen.getByText('All of it or none: 3 new, 54 changed, nobody removed. 2 refused and left out.'),
    ).toBeTruthy()
    fireEvent.keyDown(document, { key: 'Enter', ctrlKey: true })
    await loaded('import-report')
    expect(called(desk, 'import.confirm')).toEqual([{ previewId: 'v-1', take: [] }])
    expect(screen.getByText('nomis_caseload_20261122.csv was imported')).toBeTruthy()
    expect(screen.getByRole('table', { name: 'Refused rows: 2 of 2' })).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('keeps what was typed here unless the list is chosen, value by value', async () => {
    const asked = ['CRD', 'COM'].map((field) => ({
      key: `p-3 ${field}`,
      file: 0,
      row: 14,
      personId: 'p-3',
      name: 'Marlowe, Dean',
      prisonNumber: 'A4417KD',
      field,
      ours: 'Mine',
      by: 'Amy Thornber',
      listed: 'Theirs',
    }))
    const { desk } = await toPreview({ 'import.preview': () => madeUpPreview({ asked }) })
    const choices = within(screen.getByRole('group', { name: 'CRD of Marlowe, Dean' }))
    expect(
      choices.getByRole<HTMLInputElement>('radio', { name: 'Mine, typed by Amy Thornber' }).checked,
    ).toBe(true)
    fireEvent.click(choices.getByRole('radio', { name: 'Theirs, as the list says' }))
    await expectNoAxeViolations()
    press(/^Confirm import/u)
    await waitFor(() =>
      expect(called(desk, 'import.confirm')).toEqual([{ previewId: 'v-1', take: ['p-3 CRD'] }]),
    )
  })

  it('previews again where the caseload has changed since', async () => {
    const { desk } = await toPreview({
      'import.confirm': () => new FakeError('conflict', 'The caseload changed after this preview was made.'),
    })
    press('Confirm import')
    await screen.findByText('The caseload changed after this preview was made.')
    press('Preview again')
    await waitFor(() => expect(called(desk, 'import.preview')).toHaveLength(2))
    await screen.findByRole('button', { name: 'Confirm import' })
  })
})

describe('Several files', () => {
  const FILES = ['nomis.csv', 'delius.csv'].map((name, at) => ({ token: `f-${at}`, name, bytes: 9 }))
  const both = (more: FakeAnswers = {}): FakeAnswers => ({
    'import.choose': () => ({ files: FILES }),
    'import.inspect': ({ token }) => madeUpInspected({ name: FILES[Number(token.slice(2))]?.name ?? '' }),
    'import.preview': () =>
      madeUpPreview({ files: FILES.map(({ token, name }) => madeUpFile({ token, name })) }),
    ...more,
  })

  it('are matched one after the other, then previewed together', async () => {
    const { desk } = await toColumns(both())
    expect(screen.getByText(/File 1 of 2:/u).textContent).toContain('nomis.csv')
    press('Next file')
    await screen.findByText(/File 2 of 2:/u)
    expect(document.activeElement?.textContent).toBe('Match the columns')
    press('Back')
    await screen.findByText(/File 1 of 2:/u)
    press('Next file')
    await screen.findByText(/File 2 of 2:/u)
    await expectNoAxeViolations()
    press('Preview')
    await loaded('import-preview')
    expect(called(desk, 'import.preview')[0]).toMatchObject({
      files: [{ token: 'f-0' }, { token: 'f-1' }],
    })
    const table = within(screen.getByRole('table', { name: '2 files and what each brings' }))
    expect(table.getAllByRole('row')).toHaveLength(3)
    await expectNoAxeViolations()
  })

  it('go back to the one that was refused', async () => {
    await toColumns(
      both({
        'import.preview': () =>
          new FakeError('file_refused', 'Which comes first?', { code: 'ambiguous_date', token: 'f-0' }),
      }),
    )
    press('Next file')
    await screen.findByText(/File 2 of 2:/u)
    press('Preview')
    await screen.findByText('Which comes first?')
    expect(screen.getByText(/File 1 of 2:/u)).toBeTruthy()
  })

  it('may be joined by another, and all are forgotten on cancel', async () => {
    let asked = 0
    const { desk } = await toColumns(
      both({ 'import.choose': () => ({ files: [FILES[asked++] ?? { token: '', name: '', bytes: 0 }] }) }),
    )
    press('Add another file')
    await screen.findByText(/File 2 of 2:/u)
    expect(called(desk, 'import.choose')).toEqual([{}, { beside: true }])
    press('Cancel')
    await loaded('import-choose')
    await waitFor(() => expect(called(desk, 'import.discard')).toEqual([{ token: 'f-0' }, { token: 'f-1' }]))
  })

  it('are reported one by one, each with its way to be taken back', async () => {
    const [file] = madeUpReport().files
    if (file === undefined) throw new Error('no file')
    await toPreview({
      'import.confirm': () =>
        Object.assign(madeUpReport(), {
          files: ['i-3', 'i-4'].map((importId) =>
            Object.assign({}, file, { importId, name: `${importId}.csv` }),
          ),
        }),
    })
    press(/^Confirm import/u)
    await loaded('import-report')
    expect(screen.getByText('2 files were imported')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Take back i-4.csv' }).getAttribute('href')).toContain(
      '/import/undo/i-4',
    )
    await expectNoAxeViolations()
  })
})

describe('What is asked in the preview', () => {
  const perhaps = [
    {
      file: 0,
      token: 'f-1',
      row: 7,
      name: 'Marlowe, Dean',
      born: '9 May 1991',
      said: null as string | null,
      candidates: [{ name: 'Marlowe, Dean', prisonNumber: 'A4417KD', crn: null }],
    },
  ]

  it('is whose a row without a number is: left out until somebody says, and worked out again then', async () => {
    const { desk } = await toPreview({
      'import.preview': ({ same }) =>
        madeUpPreview({
          perhaps: perhaps.map((one) => Object.assign({}, one, { said: same?.[0]?.prisonNumber ?? null })),
        }),
    })
    const choices = within(screen.getByRole('group', { name: 'Who is Marlowe, Dean, row 7?' }))
    expect(
      choices.getByRole<HTMLInputElement>('radio', { name: 'Nobody here: leave the row out' }).checked,
    ).toBe(true)
    await expectNoAxeViolations()
    fireEvent.click(choices.getByRole('radio', { name: 'Marlowe, Dean, A4417KD, no CRN yet' }))
    await waitFor(() =>
      expect(called(desk, 'import.preview').at(-1)).toMatchObject({
        same: [{ token: 'f-1', row: 7, prisonNumber: 'A4417KD' }],
      }),
    )
    await waitFor(() =>
      expect(choices.getByRole<HTMLInputElement>('radio', { name: /A4417KD/u }).checked).toBe(true),
    )
  })

  it('says where a list of a few would make everybody else unaccounted for', async () => {
    const left = (count: number) => ({
      key: 'left' as const,
      title: 'Left the list',
      count,
      rows: [
        {
          row: null,
          file: 0,
          name: 'Gill, Harpreet',
          prisonNumber: 'A2865VY',
          field: 'Not in the list',
          was: null,
          now: null,
          effect: '',
          tag: null,
        },
      ],
    })
    const file = madeUpFile({ rows: 3 })
    await toPreview({ 'import.preview': () => madeUpPreview({ files: [file], groups: [left(401)] }) })
    expect(screen.getByText(/holds 3 rows, and 401 people of an earlier list are not in it/u)).toBeTruthy()
    cleanup()
    await toPreview({ 'import.preview': () => madeUpPreview({ groups: [left(4)] }) })
    expect(screen.queryByText(/of an earlier list are not in it/u)).toBeNull()
  })

  it('says first what blank cells would clear', async () => {
    const { desk } = await toColumns({
      'import.preview': () => madeUpPreview({ cleared: [{ label: 'CRD', count: 12 }] }),
    })
    fireEvent.click(screen.getByRole('checkbox', { name: 'clears CRD' }))
    press('Preview')
    await loaded('import-preview')
    expect(called(desk, 'import.preview')[0]).toMatchObject({ files: [{ clears: ['CRD'] }] })
    expect(screen.getByText(/would clear CRD of 12 people/u)).toBeTruthy()
  })
})

describe('The folder of extracts', () => {
  const NEW = [
    { key: 'a', name: 'nomis_20261123.csv', bytes: 9, at: '2026-11-23T07:12:00Z' },
    { key: 'b', name: 'delius_20261123.csv', bytes: 9, at: '2026-11-23T07:10:00Z' },
  ]
  const watched = (): FakeAnswers => ({
    'import.newFiles': () => ({ folder: 'Extracts', problem: null, files: NEW }),
    'import.takeNewFiles': () => ({ files: [{ token: 'f-1', name: 'nomis_20261123.csv', bytes: 9 }] }),
    'import.passOver': () => ({}),
  })

  it('suggests newer files, and brings in those that are ticked', async () => {
    const { desk } = await open(watched())
    await screen.findByLabelText(/nomis_20261123\.csv, saved/u)
    fireEvent.click(screen.getByLabelText(/delius_20261123\.csv/u))
    await expectNoAxeViolations()
    press('Bring it in')
    await loaded('import-columns')
    expect(called(desk, 'import.takeNewFiles')).toEqual([{ keys: ['a'] }])
  })

  it('passes one over', async () => {
    const { desk } = await open(watched())
    await screen.findByLabelText(/nomis_20261123\.csv/u)
    press('Do not suggest nomis_20261123.csv')
    await waitFor(() => expect(called(desk, 'import.passOver')).toEqual([{ key: 'a' }]))
  })

  it('is said to be out of reach, and can be chosen', async () => {
    const { desk } = await open({
      'import.newFiles': () => ({
        folder: 'Extracts',
        problem: 'The folder Extracts cannot be read now.',
        files: [],
      }),
      'import.watchFolder': () => ({ folder: 'Others' }),
    })
    await screen.findByText(/cannot be read now/u)
    press('Choose another folder')
    await waitFor(() => expect(called(desk, 'import.watchFolder')).toHaveLength(1))
  })
})

describe('A long file', () => {
  it('says how far it is, and can be stopped with nothing imported', async () => {
    const { desk } = await toColumns({ 'import.preview': () => new Promise(() => {}) })
    press('Preview')
    await screen.findAllByText(/Working out what would change/u)
    act(() => desk.emit({ type: 'progress', name: 'long.csv', done: 2000, of: 60_000 }))
    expect(screen.getByRole('progressbar', { name: 'Reading long.csv' })).toBeTruthy()
    expect(screen.getByText('2,000 of 60,000 rows of long.csv read')).toBeTruthy()
    await expectNoAxeViolations()
    press('Cancel')
    await loaded('import-choose')
    expect(screen.getByText('Stopped. Nothing was imported.')).toBeTruthy()
    expect(called(desk, 'import.discard')).toEqual([{ token: 'f-1' }])
  })
})
