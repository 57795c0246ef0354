import { describe, expect, it } from 'vitest'
import {
  PERSON_FIELD_NAMES,
  type PersonField,
  type PersonRecord,
} from '../../../domain/model/person-record.ts'
import type { Reason } from '../../../domain/model/plan.ts'
import { composePack, MISSING_SECTIONS, packTypeOf } from '../../../domain/pack/compose-pack.ts'
import type { Pack, PackSection } from '../../../domain/pack/pack.ts'
import { HELD_BACK, NAME_FIELDS, PLACED_FIELDS } from '../../../domain/pack/placed-fields.ts'
import { day, packInput, plan, record } from './pack-input.ts'

const section = (pack: Pack, key: string): PackSection => {
  const found = pack.sections.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no section ${key}`)
  return found
}
const value = (pack: Pack, key: string) =>
  pack.sections.flatMap(({ values }) => values).find((one) => one.key === key)
const gap = (pack: Pack, key: string) => pack.gaps.find((one) => one.key === key)

const placed = Object.values(PLACED_FIELDS).flat()

describe('where each recorded fact goes', () => {
  it.each(PERSON_FIELD_NAMES)('%s is placed once, or held back with a reason', (field) => {
    const places =
      placed.filter((one) => one.field === field).length +
      NAME_FIELDS.filter((one) => one === field).length +
      (HELD_BACK[field] === undefined ? 0 : 1)
    expect(places).toBe(1)
  })

  it.each(placed.map(({ field }) => field))(
    '%s is printed once with its source and date when known',
    (field) => {
      const sample: Record<string, string | number | boolean> = {
        date: '2020-05-06',
        boolean: true,
        integer: 1,
        text: 'Some words',
      }
      const known: PersonRecord = { ...record, [field]: record[field] ?? sample[kindOf(field)] }
      const pack = composePack(
        packInput({
          record: known,
          history: [
            {
              at: '2026-11-20T09:00:00.000Z',
              byName: 'A',
              source: 'nomis_report',
              asAt: day('2026-11-20'),
              delta: known,
            },
          ],
        }),
      )
      const printed = pack.sections.flatMap(({ values }) => values).filter(({ key }) => key === field)
      expect(printed).toHaveLength(1)
      expect(printed[0]).toMatchObject({ source: 'NOMIS', as_of: '2026-11-20', confirmed_by: null })
      expect(printed[0]?.value).not.toBeNull()
    },
  )

  it.each(placed.filter(({ need }) => need === 'always').map(({ field }) => field))(
    'without %s there is a gap that says where to look',
    (field) => {
      const without = Object.fromEntries(
        Object.entries(record).filter(([name]) => name !== field),
      ) as PersonRecord
      const pack = composePack(packInput({ record: without }))
      expect(gap(pack, field)?.message).toMatch(/not recorded\. (Look|Record)/)
      expect(value(pack, field)?.value).toBeNull()
    },
  )

  it.each(placed.filter(({ need }) => need === 'if_known').map(({ field }) => field))(
    'without %s nothing is asked',
    (field) => {
      const without = Object.fromEntries(
        Object.entries(record).filter(([name]) => name !== field),
      ) as PersonRecord
      expect(gap(composePack(packInput({ record: without })), field)).toBeUndefined()
    },
  )

  it('prints dates in words and codes spelled out', () => {
    const pack = composePack(packInput())
    expect(value(pack, 'crd')?.value).toBe('15 July 2027')
    expect(value(pack, 'rosh')?.value).toBe('High')
    expect(value(pack, 'mappa_level')?.value).toBe('Level 2')
    expect(value(pack, 'prison_code')?.value).toBe('HMP Leeds (LEI)')
  })

  it('takes the source of a fact from what last set it', () => {
    const pack = composePack(packInput())
    expect(value(pack, 'crd')).toMatchObject({ source: 'NOMIS', as_of: '2026-11-22' })
    expect(value(pack, 'crn')).toMatchObject({ source: 'Delius', as_of: '2026-11-09' })
    expect(value(pack, 'handover_date')).toMatchObject({ source: 'Manage POM cases', as_of: '2026-11-20' })
  })
})

const kindOf = (field: PersonField): string => {
  if (
    /date|^(sed|led|crd|ard|npd|ped|apd|ted|thd|hdced|hdcad|tused|prrd|ersed|etd|mtd|ltd)$|since|due$/.test(
      field,
    )
  )
    return 'date'
  if (/^(recall|indeterminate|restricted_patient|vlo_assigned|early_allocation|additional_isp)$/.test(field))
    return 'boolean'
  return /^(booking_id|mappa_level|additional_days_awarded)$/.test(field) ? 'integer' : 'text'
}

describe('what the record makes necessary', () => {
  it.each<[string, Partial<PersonRecord>, string]>([
    ['a tariff for an indeterminate sentence', { indeterminate: true }, 'ted'],
    ['a post-recall date for a recall', { recall: true }, 'prrd'],
    ['a parole outcome once there is a PED', { ped: day('2026-01-02') }, 'parole_outcome'],
    ['a supporting prison for a restricted patient', { restricted_patient: true }, 'supporting_prison'],
    ['a complexity of need for a woman', { sex: 'female' }, 'complexity'],
  ])('asks for %s', (_what, change, key) => {
    expect(gap(composePack(packInput({ record: { ...record, ...change } })), key)).toBeDefined()
    expect(gap(composePack(packInput()), key)).toBeUndefined()
  })
})

describe('the sections', () => {
  it('are 0 to 4, 9, 14 and 18, in that order', () => {
    expect(composePack(packInput()).sections.map(({ key }) => key)).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
      '9',
      '14',
      '18',
    ])
  })

  it('says which sections do not exist, and is a draft while any is missing', () => {
    const pack = composePack(packInput())
    expect(pack.status).toBe('draft')
    const numbers = [
      ...pack.sections.map(({ key }) => Number(key)),
      ...MISSING_SECTIONS.map((title) => Number.parseInt(title, 10)),
    ]
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, index) => index))
  })

  it('has one block for each need area, with the box of each in keying order', () => {
    const blocks = section(composePack(packInput()), '9').values.filter(({ key }) => key.startsWith('need.'))
    expect(blocks.map(({ oasys_ref }) => oasys_ref)).toEqual([
      '3.97',
      '4.94',
      '5.97',
      '6.97',
      '7.97',
      '8.97',
      '9.97',
      '10.97',
      '11.97',
      '12.97',
      '13.1.t',
    ])
    expect(
      blocks.every(({ value, san_ref, psfr_ref }) => value === null && san_ref !== null && psfr_ref !== null),
    ).toBe(true)
  })

  it('has the seven pathways by their codes', () => {
    const pathways = section(composePack(packInput()), '14').values.filter(({ key }) =>
      key.startsWith('pathway.'),
    )
    expect(pathways.map(({ psfr_ref }) => psfr_ref)).toEqual([
      'ACCOMMODATION',
      'ATTITUDES_THINKING_AND_BEHAVIOUR',
      'CHILDREN_FAMILIES_AND_COMMUNITY',
      'DRUGS_AND_ALCOHOL',
      'EDUCATION_SKILLS_AND_WORK',
      'FINANCE_AND_ID',
      'HEALTH',
    ])
  })

  it('lists what is left by due day, what has no day last, and leaves out what is done', () => {
    const rows = section(composePack(packInput()), '18').table?.rows ?? []
    expect(rows.map(([title]) => title)).toEqual([
      'Review the OASys',
      'Handover meeting',
      'Meeting one month before release',
      'Second meeting',
    ])
    expect(rows[0]?.slice(2, 4)).toEqual(['Mon 30 Nov 2026', 'In 7 days'])
    expect(rows[3]?.slice(2, 4)).toEqual(['set a date', 'No source gives a date'])
  })

  it('shows the sum behind the handover date', () => {
    const rows = section(composePack(packInput()), '1').table?.rows ?? []
    expect(rows.at(-1)).toEqual(['=', 'Handover to the COM', 'Monday 30 November 2026', 'a working day'])
  })

  it('never gives a recalled person the release date from before the recall', () => {
    const recalled = packInput({
      record: { ...record, recall: true },
      plan: { ...plan, reason: 'recall_case', handover_date: null },
    })
    expect(value(composePack(recalled), 'earliest_release')).toBeUndefined()
    const known = packInput({ record: { ...record, recall: true, prrd: day('2027-02-01') } })
    expect(value(composePack(known), 'recall_release')?.value).toBe('Monday 1 February 2027 (PRRD)')
  })

  it('shows a confirmed release beside the earliest', () => {
    const pack = composePack(packInput({ record: { ...record, confirmed_release_date: day('2027-07-14') } }))
    expect(value(pack, 'confirmed_release')?.value).toBe('Wednesday 14 July 2027')
    expect(value(pack, 'earliest_release')?.value).toBe('Thursday 15 July 2027 (CRD)')
  })

  it('lists each date that has moved, with what it was', () => {
    expect(section(composePack(packInput()), '3').table?.rows).toEqual([
      ['CRD', '29 September 2027', '15 July 2027', '22 November 2026', 'NOMIS'],
    ])
  })

  it('asks why a meeting whose day has passed was not held', () => {
    const [review, contact, meeting] = packInput().tasks
    const tasks = [review, contact, { ...meeting, due: day('2026-11-02'), state: 'overdue' }] as never
    const pack = composePack(packInput({ tasks }))
    expect(gap(pack, 'mt-handover')?.message).toContain('was due by 2 November 2026')
    expect(value(pack, 'outstanding')?.value).toBe('2 things, 1 overdue')
  })

  it('says what is missing where there is no plan', () => {
    const pack = composePack(
      packInput({ plan: null, working: null, responsible: null, cannotPlan: 'Legacy provider is needed.' }),
    )
    expect(gap(pack, 'handover')?.message).toBe('Handover cannot be worked out. Legacy provider is needed.')
    expect(section(pack, '1').table).toBeNull()
  })
})

describe('the type of pack', () => {
  it.each<[Reason, string]>([
    ['determinate', 'first handover'],
    ['indeterminate', 'first handover'],
    ['release_date_unknown', 'first handover'],
    ['thd_over_12_months', 'first handover'],
    ['determinate_short', 'custody summary'],
    ['recall_case', 'custody summary'],
    ['immigration_case', 'custody summary'],
    ['outside_omic', 'custody summary'],
  ])('%s gives a %s', (reason, type) => {
    expect(packTypeOf({ plan: { ...plan, reason }, record })).toBe(type)
  })
})

describe('what to know before relying on it', () => {
  const messages = (pack: Pack) => pack.warnings.map(({ message }) => message)

  it('says an OASys is older than a date that moved after it', () => {
    expect(messages(composePack(packInput()))).toContainEqual(
      expect.stringContaining(
        'The last OASys, of 4 March 2026, is older than the change of CRD on 22 November 2026',
      ),
    )
    const fresh = packInput({ record: { ...record, oasys_date: day('2026-11-22') } })
    expect(messages(composePack(fresh)).some((message) => message.includes('The last OASys'))).toBe(false)
  })

  it('flags a source older than 7 days, and not one of exactly 7', () => {
    const old = (today: string) =>
      messages(composePack(packInput({ today: day(today) }))).filter((text) => text.includes('Delius'))
    expect(old('2026-11-17')).toHaveLength(1)
    expect(old('2026-11-16')).toHaveLength(0)
  })

  it('repeats every flag of the plan', () => {
    expect(messages(composePack(packInput()))[0]).toContain('HDC is understood to have ended')
  })
})

describe('what is never in a pack', () => {
  it('says yes or no of the victim contact scheme, and nothing more', () => {
    const pack = composePack(packInput())
    expect(value(pack, 'vlo_assigned')).toMatchObject({
      label: 'Victim contact scheme in play',
      value: 'Yes',
    })
  })

  it.each(['the victim lives in Armley', 'Spoke to the VLO', 'Victims’ wishes'])(
    'leaves out a note that says %j',
    (note) => {
      const [review, contact] = packInput().tasks
      const pack = composePack(packInput({ tasks: [review, { ...contact, note }] as never }))
      expect(JSON.stringify(pack)).not.toContain(note)
      expect(gap(pack, 'com_contact.note')).toBeDefined()
    },
  )

  it('leaves out a typed fact that speaks of one', () => {
    const pack = composePack(
      packInput({ record: { ...record, main_offence: 'Harassment of victim J Bloggs' } }),
    )
    expect(JSON.stringify(pack)).not.toContain('Bloggs')
    expect(gap(pack, 'main_offence')).toBeDefined()
  })

  it('holds back alerts', () => {
    expect(JSON.stringify(composePack(packInput()))).not.toContain('Arsonist')
  })
})
