import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromDayNumber } from '../../domain/dates/arithmetic.ts'
import { readDate } from '../../electron/app/services/import/read-date.ts'
import { readCro, readPnc } from '../../electron/app/services/import/read-identifier.ts'
import { check, checkRow, fileOf, refusalOf } from './extract-files.ts'

const SETTLED = '25/12/2027'

describe('dates', () => {
  test.each([
    '2027-07-15',
    '15/07/2027',
    '15-07-2027',
    '15-JUL-2027',
    '15-Jul-27',
    '15 Jul 2027',
    '15 July 2027',
    '15/Jul/2027',
    '15 Sept 2027',
    '2027-07-15T00:00:00',
    '2027-07-15T13:45:00.000',
    '2027-07-15 00:00:00',
    '15/07/2027 00:00',
    '46583',
    '46583.0',
    ' 15/07/2027 ',
    '2027-07-14T23:00:00Z',
    '2027-07-15T00:00:00+01:00',
  ])('%s', async (text) => {
    const { record, refused } = await checkRow('CRD', text)
    expect(refused).toEqual([])
    expect(record).toEqual({ crd: text.includes('Sept') ? '2027-09-15' : '2027-07-15' })
  })

  test('a day and a month of one figure', async () => {
    expect(await checkRow('CRD,SED', `5/7/2027,${SETTLED}`)).toMatchObject({ record: { crd: '2027-07-05' } })
  })

  test.each(['', 'NULL', 'null', 'N/A', 'n/a', 'Unknown', 'unknown', '-', 'None', 'missing', '   '])(
    '%j is no date and no mistake',
    async (text) => {
      expect(await checkRow('CRD', text)).toMatchObject({ record: {}, refused: [] })
    },
  )

  test.each([
    ['31/02/2027', 'impossible_date'],
    ['2027-02-30', 'impossible_date'],
    ['29-FEB-2027', 'impossible_date'],
    ['13/13/2027', 'impossible_date'],
    ['31/12/9999', 'impossible_date'],
    ['01/01/1753', 'impossible_date'],
    ['2027-13-01', 'impossible_date'],
    ['soon', 'bad_date'],
    ['15/07', 'bad_date'],
    ['20270715', 'bad_date'],
    ['15-XYZ-2027', 'bad_date'],
    ['=TODAY()', 'bad_date'],
    ['12', 'bad_date'],
    ['2027/07/15', 'bad_date'],
    ['15/07/27', 'ambiguous_date'],
  ])('%s is refused as %s, and the rest of the row is kept', async (text, code) => {
    const { record, refused } = await checkRow('CRD,SED,LED', `${text},${SETTLED},${SETTLED}`)
    expect(refused).toMatchObject([{ row: 2, column: 'CRD', code, value: text }])
    expect(record).toEqual({ sed: '2027-12-25', led: '2027-12-25' })
  })

  test('years of two digits are read by what the date is of', async () => {
    const { record } = await checkRow('DOB,Sentence start,SED,TED', '15-JUL-61,15-JUL-25,15-JUL-61,12-FEB-98')
    expect(record).toEqual({
      date_of_birth: '1961-07-15',
      sentence_start_date: '2025-07-15',
      sed: '2061-07-15',
      ted: '1998-02-12',
    })
  })

  test('somebody is not born in the future', async () => {
    expect((await checkRow('DOB', '2027-01-01')).refused).toMatchObject([{ code: 'bad_value' }])
  })

  test('the serial number of every day a spreadsheet can mean', () => {
    const context = { order: null, orderStated: false, pivot: 85 }
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 109_574 }), (serial) => {
        expect(readDate(String(serial), context)).toBe(fromDayNumber(serial - 25_569))
      }),
    )
  })
})

describe('one order of day and month for a whole file', () => {
  const list = (...dates: string[]) =>
    fileOf(['NOMIS,Surname,CRD', ...dates.map((date, place) => `A123${place}BC,Marlowe,${date}`)])
  const crds = async (...args: Parameters<typeof check>) =>
    (await check(...args)).checked.map(({ record }) => record.crd)

  test('one day over 12 settles it for all', async () => {
    expect(await crds(list('05/06/2027', '25/06/2027'))).toEqual(['2027-06-05', '2027-06-25'])
  })

  test('nothing settles it: ask', async () => {
    expect(await refusalOf(list('05/06/2027', '01/02/2028'))).toBe('ambiguous_date')
    expect(await refusalOf(list('05-06-2027'))).toBe('ambiguous_date')
  })

  test('the month first: ask', async () => {
    expect(await refusalOf(list('05/06/2027', '06/25/2027'))).toBe('ambiguous_date')
    expect(await refusalOf(list('13/05/2027', '06/25/2027', '07/26/2027'))).toBe('ambiguous_date')
  })

  test('years of two digits: ask', async () => {
    expect(await refusalOf(list('06/25/27', '07/26/27'))).toBe('ambiguous_date')
  })

  test('one slip in a file that is plainly day first is that row’s mistake', async () => {
    const extract = await check(list('25/06/2027', '26/06/2027', '06/25/2027'))
    expect(extract.refused).toMatchObject([{ row: 4, code: 'impossible_date' }])
  })

  test('dates that contradict each other beside one that could be either: ask', async () => {
    expect(await refusalOf(list('25/06/2027', '06/25/2027', '04/05/2027'))).toBe('ambiguous_date')
    expect(await refusalOf(list('25/06/2027', '26/06/2027', '06/25/2027', '04/05/2027'))).toBe(
      'ambiguous_date',
    )
  })

  test('what the user says, and the source they name, need no settling', async () => {
    expect(await crds(list('05/06/2027'), { dateOrder: 'month_first' })).toEqual(['2027-05-06'])
    expect(await crds(list('05/06/2027'), { dateOrder: 'day_first' })).toEqual(['2027-06-05'])
    expect(await crds(list('05/06/2027'), { sourceId: 'nomis_report' })).toEqual(['2027-06-05'])
    expect(await crds(list('05/06/27'), { dateOrder: 'month_first' })).toEqual(['2027-05-06'])
    expect(await refusalOf(list('05/06/2027'), { sourceId: 'mpc_ldu_email_csv' })).toBe('ambiguous_date')
  })

  test('dates that are the same both ways, ISO dates and months in letters need none', async () => {
    expect(await crds(list('05/05/2027', '2027-06-05', '05-JUN-2027'))).toEqual([
      '2027-05-05',
      '2027-06-05',
      '2027-06-05',
    ])
  })

  test('columns that are left out settle nothing', async () => {
    expect(
      await refusalOf(fileOf(['NOMIS,Surname,CRD,Printed', 'A1234BC,Marlowe,05/06/2027,25/11/2026'])),
    ).toBe('ambiguous_date')
  })
})

describe('prison numbers', () => {
  test.each(['A1234BC', 'a1234bc', ' A1234BC ', 'A1234 BC', 'A1234BC.', '"A1234BC"'])(
    '%s is A1234BC',
    async (text) => {
      const extract = await check(fileOf(['NOMIS,Surname', `${text},Marlowe`]))
      expect(extract.checked[0]?.record.prison_number).toBe('A1234BC')
    },
  )

  test.each(['A123BC', 'A44I7KD', '1234', 'A1234B1', 'AA1234BC', '=A1234BC'])(
    '%s refuses its row once, whatever else is wrong',
    async (text) => {
      const extract = await check(fileOf(['NOMIS,Surname,CRD', `${text},Marlowe,nonsense`, 'A1234BD,Gill,']))
      expect(extract.refused).toMatchObject([
        { row: 2, column: 'NOMIS', code: 'bad_prison_number', value: text },
      ])
      expect(extract.checked.map(({ row }) => row)).toEqual([3])
    },
  )

  test('a slip of the pen is named', async () => {
    const extract = await check(fileOf(['NOMIS,Surname', 'A44I7KD,Marlowe']))
    expect(extract.refused[0]?.message).toContain('A4417KD')
  })
})

describe('PNC and CRO numbers', () => {
  test.each(['81/34U', '02/73319Z', '00/223R', '79/163001B', '67/9893091D', '2002/0073319Z'])(
    '%s passes its check',
    (text) => {
      expect(readPnc(text, 2026)).toMatchObject({ wrongLetter: false })
    },
  )
  test.each(['65656/91H', '29906/12J', 'SF05/482703J', 'SF83/50058Z'])('%s passes its check', (text) => {
    expect(readCro(text)).toMatchObject({ wrongLetter: false })
  })
  test('the century of a short one', () => {
    expect(readPnc('79/163001B', 2026)?.value).toBe('1979/0163001B')
    expect(readPnc('02/73319Z', 2026)?.value).toBe('2002/0073319Z')
    expect(readPnc('79163001B', 2026)?.value).toBe('1979/0163001B')
    expect(readCro('65656/91H')?.value).toBe('065656/91H')
  })
  test('a wrong letter warns and is kept, another shape is refused', async () => {
    const kept = await checkRow('PNC,CRO', '2001/0171310S,85227/65G')
    expect(kept.record).toEqual({ pnc: '2001/0171310S', cro: '085227/65G' })
    expect(kept.refused).toEqual([])
    expect(kept.warnings.map(({ column }) => column)).toEqual(['PNC', 'CRO'])
    expect((await checkRow('PNC', 'unknown number')).refused).toMatchObject([
      { column: 'PNC', code: 'bad_value' },
    ])
  })
})

describe('codes', () => {
  test.each([
    ['RoSH', 'V High', { rosh: 'very_high' }],
    ['RoSH', 'VERY_HIGH', { rosh: 'very_high' }],
    ['RoSH Level', 'RHRH', { rosh: 'high' }],
    ['RoSH', 'm', { rosh: 'medium' }],
    ['Gender', 'M', { sex: 'male' }],
    ['Gender', 'Female', { sex: 'female' }],
    ['Legal Status', 'Sentenced', { legal_status: 'sentenced' }],
    ['Legal Status', 'INDETERMINATE_SENTENCE', { legal_status: 'sentenced', indeterminate: true }],
    ['Legal Status', 'Recall', { legal_status: 'recall' }],
    ['legalStatus', 'IMMIGRATION_DETAINEE', { legal_status: 'immigration' }],
    ['Legal Status', 'Remand', { legal_status: 'remand' }],
    ['Legal Status', 'CONVICTED_UNSENTENCED', { legal_status: 'unsentenced' }],
    ['Legal Status', 'CIVIL_PRISONER', { legal_status: 'civil' }],
    ['MAPPA', 'M2', { mappa_level: 2 }],
    ['MAPPA level', 'Level 3', { mappa_level: 3 }],
    ['MAPPA', '0', { mappa_level: 0 }],
    ['Tier', 'b2s', { tier: 'B2S' }],
    ['Tier', 'C', { tier: 'C' }],
    ['Tier', 'MISSING', {}],
    ['Handover Type', 'enhanced', { resourcing: 'enhanced' }],
    ['Resourcing', 'NORMAL', { resourcing: 'standard' }],
    ['Handover Type', 'missing', {}],
    ['Legacy provider', 'CRC', { legacy_cohort: 'crc' }],
    ['Category', 'Cat C', { category: 'C' }],
    ['Category', 'D', { category: 'D' }],
    ['Category', 'YOI open', { category: 'J' }],
    ['Recall', 'Y', { recall: true }],
    ['Recall', 'Recalled', { recall: true }],
    ['Recall', 'No', { recall: false }],
    ['Early allocation', 'TRUE', { early_allocation: true }],
    ['Imprisonment status', 'Adult Mandatory', { imprisonment_status: 'MLP' }],
    ['Imprisonment status', 'A status of 2026', { imprisonment_status: 'A status of 2026' }],
    ['Sentence', 'Life', { sentence_length: 'Life', indeterminate: true }],
    ['PDU code', 'N54NUTY', { ldu_code: 'N54NUTY', probation_region: 'North East' }],
    ['Region', 'yorkshire & the humber', { probation_region: 'Yorkshire and the Humber' }],
    ['COM', 'GRADY, Leon', { com_name: 'Leon Grady' }],
    ['COM', 'Unallocated', { com_name: null }],
    ['SED/SLED', '2030-01-28', { sed: '2030-01-28', led: '2030-01-28' }],
  ] as const)('%s %s', async (heading, text, record) => {
    const answer = await checkRow(heading, text.includes(',') ? `"${text}"` : text)
    expect(answer.refused).toEqual([])
    expect(answer.record).toEqual(record)
  })

  test.each([
    ['RoSH', 'Huge'],
    ['Gender', 'X'],
    ['Legal Status', 'Deceased'],
    ['MAPPA', '4'],
    ['Tier', 'Z9'],
    ['Handover Type', 'later'],
    ['Legacy provider', 'Other'],
    ['Category', 'Q9'],
    ['Recall', 'maybe'],
    ['CRN', '1234567'],
    ['Booking ID', 'abc'],
    ['POM email', 'not an address'],
    ['Prison', 'Hogwarts'],
  ])('%s %s is refused and left out', async (heading, text) => {
    const { record, refused } = await checkRow(heading, text)
    expect(record).toEqual({})
    expect(refused).toMatchObject([{ row: 2, column: heading, code: 'bad_value', value: text }])
  })

  test('what looks like a formula is text', async () => {
    const { record, refused } = await checkRow(
      'Main offence,Location',
      '"=HYPERLINK(""http://x"",""y"")",+A1-001',
    )
    expect(record).toEqual({ main_offence: '=HYPERLINK("http://x","y")', location: '+A1-001' })
    expect(refused).toEqual([])
  })

  test('characters that hide or turn text round are taken out', async () => {
    const { record } = await checkRow('Main offence', 'Rob\u202Ebery\u200B  twice')
    expect(record).toEqual({ main_offence: 'Rob bery twice' })
  })
})

describe('names', () => {
  const named = async (name: string) =>
    (await check(fileOf(['NOMIS,Prisoner', `A1234BC,"${name}"`]))).checked[0]?.fullName
  test('the surname first, or last', async () => {
    expect(await named('MARLOWE, Dean')).toEqual({ last: 'Marlowe', first: 'Dean' })
    expect(await named('Dean Marlowe')).toEqual({ last: 'Marlowe', first: 'Dean' })
    expect(await named('REYES-HOLT, KAI')).toEqual({ last: 'Reyes-Holt', first: 'Kai' })
    expect(await named("O'NEILL, SEAN")).toEqual({ last: "O'Neill", first: 'Sean' })
    expect(await named('=SUM(A1)')).toEqual({ last: '=SUM(A1)', first: null })
    expect(await named('Marlowe')).toEqual({ last: 'Marlowe', first: null })
  })

  test('the number under the name, as the national screens have it', async () => {
    const extract = await check(
      fileOf('Prisoner details,POM,COM details\r\n"Marlowe, Dean\nA4417KD",Amy Thornber,\r\n'),
    )
    expect(extract.checked[0]).toMatchObject({
      record: { prison_number: 'A4417KD', pom_name: 'Amy Thornber' },
      fullName: { last: 'Marlowe', first: 'Dean' },
    })
  })

  test('somebody may be called Null', async () => {
    const extract = await check(fileOf(['NOMIS,Surname,First name', 'A1234BC,Null,Unknown']))
    expect(extract.checked[0]?.record).toMatchObject({ last_name: 'Null', first_name: 'Unknown' })
  })
})
