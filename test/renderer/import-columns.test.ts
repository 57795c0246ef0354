import { describe, expect, it } from 'vitest'
import { CallError } from '../../renderer/api/client.ts'
import { FILE_REFUSAL_CODES } from '../../domain/contract/import.ts'
import { readColumnForm, startColumnForm } from '../../renderer/features/import/column-choices.ts'
import { readRefusal } from '../../renderer/features/import/file-refusal.ts'
import { madeUpInspected } from './support/made-up-import.ts'
import { TODAY } from './support/words.ts'

const known = madeUpInspected()
const asking = madeUpInspected({ dateOrder: 'ask', asAt: null })

describe('matching columns', () => {
  it('sends every heading as matched, and no order where none is asked', () => {
    const read = readColumnForm(startColumnForm(known, null), known, TODAY)
    expect(read).toMatchObject({
      choices: {
        dateOrder: null,
        asAt: '2026-11-22',
        mapping: { 'Offender No': 'prison_number', IEP: null },
      },
    })
  })

  it('asks for the order of the dates, never guesses it', () => {
    const read = readColumnForm(startColumnForm(asking, null), asking, TODAY)
    expect(read).toMatchObject({
      mistakes: {
        order: 'Select which comes first in its dates, day or month',
        asAt: { message: 'Enter the day the extract speaks of' },
      },
    })
  })

  it('refuses an extract of tomorrow', () => {
    const form = { ...startColumnForm(known, null), asAt: { day: '24', month: '11', year: '2026' } }
    expect(readColumnForm(form, known, TODAY)).toMatchObject({
      mistakes: { asAt: { message: 'The day the extract speaks of must be today or in the past' } },
    })
  })

  it('refuses two columns for one field', () => {
    const start = startColumnForm(known, null)
    const form = { ...start, fields: { ...start.fields, IEP: 'crd' } }
    expect(readColumnForm(form, known, TODAY)).toMatchObject({
      mistakes: { columns: { IEP: '“IEP” and “CRD” are both matched to CRD: leave one out' } },
    })
  })

  it('says the kind of list only where it is not what the headings say', () => {
    const start = startColumnForm(known, null)
    expect(start.kind).toBe('nomis_report')
    const read = readColumnForm(start, known, TODAY)
    expect('choices' in read && 'kind' in read.choices).toBe(false)
    expect(readColumnForm({ ...start, kind: '' }, known, TODAY)).toMatchObject({ choices: { kind: null } })
    const remembered = {
      at: '2026-11-20T09:00:00Z',
      by: 'Dev Malik',
      dateOrder: null,
      kind: 'delius_caseload',
    }
    expect(startColumnForm(madeUpInspected({ remembered }), null).kind).toBe('delius_caseload')
  })

  it('lets a blank clear only what may be cleared, and forgets it where the column is matched otherwise', () => {
    const form = { ...startColumnForm(known, null), clears: ['CRD', 'Surname', 'Cell share'] }
    expect(readColumnForm(form, known, TODAY)).toMatchObject({ choices: { clears: ['CRD'] } })
    const out = { ...form, fields: { ...form.fields, CRD: '' } }
    expect(readColumnForm(out, known, TODAY)).toMatchObject({ choices: { clears: [] } })
  })

  it('finds earlier choices again', () => {
    const choices = {
      mapping: { IEP: 'incentive_level', CRD: null },
      clears: ['DOB'],
      kind: 'delius_caseload',
      dateOrder: 'month_first' as const,
      asAt: TODAY,
    }
    expect(startColumnForm(asking, choices)).toMatchObject({
      fields: { IEP: 'incentive_level', CRD: '', Surname: 'last_name' },
      clears: ['DOB'],
      kind: 'delius_caseload',
      order: 'month_first',
      asAt: { day: '23', month: '11', year: '2026' },
    })
  })
})

describe('a file that is refused whole', () => {
  it.each(FILE_REFUSAL_CODES)('comes with what to do: %s', (code) => {
    const refusal = readRefusal(new CallError('file_refused', 'Why', { code }))
    expect(refusal.message).toBe('Why')
    expect(refusal.todo).toMatch(/\.$/u)
  })

  it('is not said of other failures', () => {
    expect(readRefusal(new CallError('unexpected', 'Why'))).toEqual({
      title: 'There is a problem',
      message: 'Why',
      todo: null,
      field: null,
    })
  })
})
