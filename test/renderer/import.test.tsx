// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError, type FakeAnswers } from './support/fake-desk.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { madeUpInspected, madeUpPreview } from './support/made-up-import.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, loaded, renderApp } from './support/render-app.tsx'

const open = (more: FakeAnswers = {}) => renderApp(pageAnswers('u-dev', more), '/import', 'import-choose')
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const step = () =>
  screen.getByRole('list', { name: 'Steps of the import' }).querySelector('[aria-current="step"]')
    ?.textContent

async function toColumns(more: FakeAnswers = {}) {
  const result = await open(more)
  press('Choose a file')
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
    const { desk } = await open({ 'import.choose': () => ({ file: null }) })
    press('Choose a file')
    await waitFor(() => expect(called(desk, 'import.choose')).toHaveLength(1))
    expect(called(desk, 'import.inspect')).toEqual([])
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Import an extract')
  })

  it('refuses a whole file with why and what to do, and forgets it', async () => {
    const { desk } = await open({
      'import.inspect': () =>
        new FakeError('file_refused', 'The file is over 100 MB.', { code: 'too_large' }),
    })
    press('Choose a file')
    const title = await screen.findByText('This file cannot be imported')
    expect(title.closest('.govuk-error-summary')).toBe(document.activeElement)
    expect(screen.getByText('The file is over 100 MB.')).toBeTruthy()
    expect(screen.getByText(/extract of this establishment alone/u)).toBeTruthy()
    await waitFor(() => expect(called(desk, 'import.discard')).toEqual([{ token: 'f-1' }]))
    await expectNoAxeViolations()
  })

  it('is closed to those who may not import', async () => {
    await renderApp(pageAnswers('u-amy'), '/import', 'import')
    expect(screen.queryByRole('button', { name: 'Choose a file' })).toBeNull()
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
      token: 'f-1',
      dateOrder: 'month_first',
      asAt: '2026-11-22',
      mapping: { IEP: 'incentive_level', 'Cell share': null },
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
    press('Choose a file')
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
    expect(screen.queryByText(/is older than the last one imported/u)).toBeNull()
    cleanup()
    await toPreview({ 'import.preview': () => madeUpPreview({ asAt: '2026-11-18' as CivilDate }) })
    await screen.findByText(/NOMIS caseload report is older than the last one imported.*19 November 2026/u)
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
