import { describe, expect, test } from 'vitest'
import { IMPORT_SOURCES } from '../../domain/reference/import-map.ts'
import { guessSource, matchHeadings } from '../../electron/app/services/import/match-headings.ts'
import { check, fileOf } from './extract-files.ts'

const match = (headings: string[], mapping: Record<string, string | null> = {}) =>
  Object.fromEntries(
    matchHeadings(headings, { mapping, rivals: 'ask' }).map(({ heading, field }) => [heading, field]),
  )

describe('headings', () => {
  test('case, spaces and punctuation do not matter', () => {
    expect(match(['NOMIS ID', 'Surname ', 'forename(s)', 'D.O.B', 'sed/sled'])).toEqual({
      'NOMIS ID': 'prison_number',
      Surname: 'last_name',
      'forename(s)': 'first_name',
      'D.O.B': 'date_of_birth',
      'sed/sled': 'sled',
    })
  })

  test('the national e-mail’s nine headings all match', () => {
    expect(
      match([
        'Prisoner',
        'CRN',
        'Prisoner number',
        'COM responsible',
        'Release/Parole Date',
        'Prison',
        'Current POM',
        'POM email',
        'COM',
      ]),
    ).toEqual({
      Prisoner: 'full_name',
      CRN: 'crn',
      'Prisoner number': 'prison_number',
      'COM responsible': 'handover_date',
      'Release/Parole Date': 'earliest_release_date',
      Prison: 'prison_code',
      'Current POM': 'pom_name',
      'POM email': 'pom_email',
      COM: 'com_name',
    })
  })

  test.each(
    IMPORT_SOURCES.filter(({ headings }) => headings.length >= 5).map(
      ({ id, headings }) => [id, headings] as const,
    ),
  )('the headings of %s name it, and none are refused', (id, headings) => {
    expect(guessSource(headings)?.id).toBe(id)
    expect(() =>
      matchHeadings(headings, { mapping: {}, rivals: id === 'dpr_datamart' ? 'ask' : 'refuse' }),
    ).not.toThrow()
  })

  test('headings like none we know name no source', () => {
    expect(guessSource(['NOMIS', 'Notes', 'Colour', 'Shoe size'])).toBeNull()
  })

  test('a bare release date is read with a warning, and stands back for a better one', () => {
    const [, bare] = matchHeadings(['NOMIS', 'Release Date'], { mapping: {}, rivals: 'refuse' })
    expect(bare).toMatchObject({ field: 'confirmed_release_date' })
    expect(bare?.warning).toContain('which release date')
    expect(match(['NOMIS', 'Release Date', 'Confirmed release date'])).toMatchObject({
      'Release Date': null,
      'Confirmed release date': 'confirmed_release_date',
    })
  })

  test('a map beats the names, and may leave a column out', () => {
    expect(match(['NOMIS', 'Leaves on', 'CRD'], { 'Leaves on': 'crd' })).toEqual({
      NOMIS: 'prison_number',
      'Leaves on': 'crd',
      CRD: null,
    })
    expect(match(['NOMIS', 'CRD'], { crd: null })).toEqual({ NOMIS: 'prison_number', CRD: null })
  })

  test('columns nobody knows are listed', async () => {
    const extract = await check(fileOf(['NOMIS,Surname,Shoe size,', 'A1234BC,Marlowe,9,x']))
    expect(extract.unmappedColumns).toEqual(['Shoe size', 'Column D'])
  })
})

describe('two columns for one field', () => {
  const record = async (headings: string, cells: string) =>
    (await check(fileOf([headings, cells]))).checked[0]?.record

  test('an override beats what was calculated, and a blank one does not', async () => {
    const headings = 'NOMIS,Surname,crd_calculated_date,crd_overrided_date'
    expect(await record(headings, 'A1234BC,Marlowe,2027-07-15,2027-06-15')).toMatchObject({
      crd: '2027-06-15',
    })
    expect(await record(headings, 'A1234BC,Marlowe,2027-07-15,')).toMatchObject({ crd: '2027-07-15' })
    expect(
      await record(
        'NOMIS,Surname,Conditional Release Date,Conditional Release Date Override',
        'A1234BC,Marlowe,2027-07-15,2027-06-15',
      ),
    ).toMatchObject({ crd: '2027-06-15' })
  })

  test('an override that cannot be read is not replaced by what it overrode', async () => {
    const extract = await check(
      fileOf(['NOMIS,Surname,crd_calculated_date,crd_overrided_date', 'A1234BC,Marlowe,2027-07-15,soon']),
    )
    expect(extract.checked[0]?.record.crd).toBeUndefined()
    expect(extract.refused).toMatchObject([{ column: 'crd_overrided_date', code: 'bad_date' }])
  })

  test('a parole list’s NOMIS ID beats its other number', async () => {
    expect(await record('Offender Prison Number,NOMIS ID,Name', 'A9999ZZ,A1234BC,Marlowe')).toMatchObject({
      prison_number: 'A1234BC',
    })
    expect(await record('Offender Prison Number,NOMIS ID,Name', 'A9999ZZ.,,Marlowe')).toMatchObject({
      prison_number: 'A9999ZZ',
    })
  })

  test('SLED speaks for SED and LED where they say nothing', async () => {
    expect(await record('NOMIS,Surname,SLED,SED', 'A1234BC,Marlowe,2030-01-28,2029-01-28')).toMatchObject({
      sed: '2029-01-28',
      led: '2030-01-28',
    })
  })
})
