// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FakeError } from './support/fake-desk.ts'
import { pageAnswers } from './support/made-up-pages.ts'
import { expectNoAxeViolations, renderApp } from './support/render-app.tsx'

const open = (who: Parameters<typeof pageAnswers>[0] = 'u-amy') =>
  renderApp(pageAnswers(who), '/case/p-3/pack', 'pack')
const exported = (desk: { calls: { method: string; input: unknown }[] }) =>
  desk.calls.filter(({ method }) => method === 'pack.export').map(({ input }) => input)

describe('The pack page', () => {
  it('shows the sections as they would print, with sources, gaps as gaps', async () => {
    await open()
    expect(document.activeElement?.textContent).toBe('Marlowe, Dean')
    const glance = within(screen.getByRole('region', { name: 'At a glance' }))
    expect(glance.getByText('COM').closest('div')?.textContent).toBe(
      'COMGap No COM is allocated: ask Yorkshire and the Humber',
    )
    expect(glance.getAllByText('Delius, 20 Nov 2026')).toHaveLength(2)
    expect(
      within(screen.getByRole('table', { name: 'Outstanding work and deadlines' })).getAllByRole('row'),
    ).toHaveLength(3)
  })

  it('says why it is a draft, and counts its gaps with the way to them', async () => {
    await open()
    const draft = within(screen.getByRole('region', { name: 'Draft: these sections do not exist yet' }))
    expect(draft.getAllByRole('listitem')).toHaveLength(5)
    const gaps = within(screen.getByRole('region', { name: '6 gaps' }))
    fireEvent.click(gaps.getByRole('button', { name: 'Needs and progress' }))
    expect(document.activeElement?.textContent).toBe('Needs and progress')
  })

  it('lists what was exported before', async () => {
    await open()
    const before = within(screen.getByRole('region', { name: 'Exported before' }))
    expect(before.getByText('12 Nov 2026, 3:40pm, Amy Thornber')).toBeTruthy()
  })

  it('says what exporting will do, and exports with Ctrl+Enter', async () => {
    const { desk } = await open()
    expect(screen.getByText(/Saves draft version 2 where you choose.*6 gaps print as gaps\./u)).toBeTruthy()
    fireEvent.keyDown(document, { key: 'Enter', ctrlKey: true })
    await screen.findByText('Draft version 2 was saved')
    expect(exported(desk)).toEqual([{ personId: 'p-3', formats: ['pdf', 'docx', 'json'] }])
    expect(screen.getAllByText('HANDOVER_A4417KD_v02_2026-11-23.pdf')[0]).toBeTruthy()
    expect(screen.getByText(/^41d7be52/u)).toBeTruthy()
    await expectNoAxeViolations()
  })

  it('exports the formats that are ticked, and asks for one where none is', async () => {
    const { desk } = await open()
    for (const name of [/^PDF/u, /^Word/u, /^JSON/u]) fireEvent.click(screen.getByRole('checkbox', { name }))
    fireEvent.click(screen.getByRole('button', { name: 'Export pack' }))
    fireEvent.click(await screen.findByRole('link', { name: 'Select at least one format' }))
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^PDF/u }))
    expect(exported(desk)).toEqual([])
    fireEvent.click(screen.getByRole('checkbox', { name: /^Word/u }))
    expect(screen.queryByText('There is a problem')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Export pack' }))
    await screen.findByText('Draft version 2 was saved')
    expect(exported(desk)).toEqual([{ personId: 'p-3', formats: ['docx'] }])
  })

  it('says when nothing was saved', async () => {
    const { desk } = await open()
    desk.answer({
      'pack.export': () => ({ saved: false, packId: null, version: null, hash: null, files: [] }),
    })
    fireEvent.click(screen.getByRole('button', { name: 'Export pack' }))
    await screen.findByText('Nothing was saved: no folder was chosen.')
  })

  it('says why the app could not', async () => {
    const { desk } = await open()
    desk.answer({
      'pack.export': () => new FakeError('not_available', 'Nothing on this computer can print.'),
    })
    fireEvent.click(screen.getByRole('button', { name: 'Export pack' }))
    await screen.findByText('Nothing on this computer can print.')
  })

  it('may be read but not exported by those who may only read', async () => {
    await open('u-rona')
    expect(screen.getByRole('region', { name: 'At a glance' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Export pack' })).toBeNull()
  })
})
