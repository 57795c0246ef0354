import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkStore } from '../../db/integrity.ts'
import { decisionsOf } from '../../db/repositories/decisions.ts'
import { findPerson, personHistory } from '../../db/repositories/people.ts'
import { listStaff } from '../../db/repositories/staff.ts'
import { contract, type InputOf } from '../../domain/contract/index.ts'
import { ROLES } from '../../domain/model/role.ts'
import { coveredBy } from '../../electron/app/services/allocation/covering.ts'
import { day, person, TODAY, unitStore, type UnitStore } from './unit-store.ts'

// Monday 23 November 2026. Amy is a prison POM and Beth a probation one; nobody has Waiting and High.
let unit: UnitStore
let amy: string
let beth: string
let cole: string
beforeEach(async () => {
  unit = await unitStore()
  await unit.learn([
    person('A0001AA', {
      crd: day('2027-07-15'),
      tier: 'B2',
      rosh: 'high',
      pom_email: 'amy@prison.example',
      pom_staff_id: 77,
    }),
    person('A0002AA', { crd: day('2029-07-15'), pom_name: 'THORNBER, Amy', co_pom_name: 'Beth Lindqvist' }),
    person('A0003AA', { crd: day('2029-07-15'), pom_name: 'Beth Lindqvist', co_pom_name: 'amy thornber' }),
    person('A0004AA', { crd: day('2029-07-15'), pom_name: null, arrival_date: day('2026-11-16') }),
    person('A0005AA', {
      crd: day('2029-07-15'),
      pom_name: 'Not allocated',
      tier: 'A1',
      rosh: 'very_high',
      arrival_date: day('2026-11-02'),
    }),
    person('A0006AA', { pom_name: null, legal_status: 'remand' }),
    person('A0007AA', { crd: day('2029-07-15'), pom_name: 'Nora Unknown' }),
  ])
  amy = await add('Amy Thornber')
  beth = await add('Beth Lindqvist', { kind: 'probation', email: 'beth@prison.example' })
  cole = await add('Cole Draper')
})
afterEach(() => unit.close())

async function add(name: string, change: Partial<InputOf<'staff.save'>> = {}): Promise<string> {
  const answer = await unit.call('staff.save', {
    staffId: null,
    seq: null,
    name,
    kind: 'prison',
    status: 'active',
    halfDays: Array.from({ length: 10 }, () => true),
    email: '',
    ...change,
  })
  return answer.staffId
}
const row = async (staffId: string) => (await unit.call('staff.show', { staffId })).row
async function change(staffId: string, to: Partial<InputOf<'staff.save'>>) {
  const { seq, name, kind, status, halfDays, email } = await row(staffId)
  return unit.call('staff.save', { staffId, seq, name, kind, status, halfDays, email, ...to })
}
async function away(staffId: string, from: string, to: string, coverId: string | null) {
  const { seq } = await row(staffId)
  const absence = { from: day(from), to: day(to), reason: 'Leave', coverId }
  return unit.call('staff.saveAbsence', { staffId, seq, place: null, absence })
}
const shown = (number: string) => unit.call('allocation.show', { personId: unit.id(number) })
const record = (number: string) => findPerson(unit.store.read, unit.id(number))?.record ?? {}
const allocations = (number: string) =>
  decisionsOf(unit.store.read, unit.id(number)).filter(({ kind }) => kind === 'allocation')
async function allocate(
  number: string,
  staffId: string,
  overridden: InputOf<'allocation.save'>['overridden'] = null,
) {
  const { version } = await shown(number)
  return unit.call('allocation.save', { personId: unit.id(number), version, staffId, overridden })
}
const titles = async (number: string) =>
  (await unit.call('case.show', { personId: unit.id(number) })).timeline.map(({ title }) => title)

describe('staff', () => {
  test('are counted by name however lists write it, and whom cases name without a record is listed', async () => {
    const { rows, unknown } = await unit.call('staff.list', {})
    const held = Object.fromEntries(
      rows.map(({ name, workload }) => [name, [workload.total, workload.coWorking]]),
    )
    expect(held).toEqual({ 'Amy Thornber': [2, 1], 'Beth Lindqvist': [1, 1], 'Cole Draper': [0, 0] })
    expect(unknown).toEqual([{ name: 'Nora Unknown', total: 1, coWorking: 0 }])
    expect(rows[0]?.workload).toMatchObject({ responsible: 2, handovers: 1, tiers: { b: 1, c: 1 } })
  })

  test('are refused twice, under a list’s word for nobody, with no day worked, or with a bad address', async () => {
    await expect(add('THORNBER, Amy')).rejects.toMatchObject({
      code: 'bad_input',
      fields: { name: expect.stringMatching(/already/) },
    })
    await expect(add('Unallocated')).rejects.toMatchObject({
      fields: { name: expect.stringMatching(/nobody/) },
    })
    await expect(add('Dee Fenn', { email: 'dee' })).rejects.toMatchObject({
      fields: { email: expect.stringMatching(/like name@/) },
    })
    const none = Array.from({ length: 10 }, () => false)
    await expect(add('Dee Fenn', { halfDays: none })).rejects.toMatchObject({
      fields: { halfDays: expect.stringMatching(/at least one/) },
    })
    expect(listStaff(unit.store.read)).toHaveLength(3)
  })

  test('keep the name cases know them by, though its letters may change', async () => {
    await expect(change(amy, { name: 'Amy Marlow' })).rejects.toMatchObject({
      fields: { name: expect.stringMatching(/Cases name/) },
    })
    await change(amy, { name: 'Amy THORNBER' })
    await change(cole, { name: 'Cole Marlow' })
    expect((await row(cole)).name).toBe('Cole Marlow')
  })

  test('are not saved over what somebody else saved', async () => {
    const { seq, name, kind, status, halfDays, email } = await row(cole)
    await change(cole, { status: 'unavailable' })
    const late = { staffId: cole, seq, name, kind, status, halfDays, email }
    await expect(unit.call('staff.save', late)).rejects.toMatchObject({ code: 'conflict' })
    expect((await row(cole)).status).toBe('unavailable')
  })
})

describe('cover', () => {
  test('shows the cases as covering on the days of the absence, and no longer; own cases stay own', async () => {
    await away(amy, '2026-11-23', '2026-11-25', beth)
    unit.as('LINDQVIST, Beth')
    const covering = async () =>
      (await unit.call('caseload.list', { scope: 'covering', find: '', page: 1 })).total
    const mine = async () => (await unit.call('caseload.list', { scope: 'mine', find: '', page: 1 })).total
    expect([await covering(), await mine()]).toEqual([2, 1])
    expect(coveredBy(unit.store, 'Beth Lindqvist', TODAY)).toEqual([
      { name: 'Amy Thornber', until: '2026-11-25' },
    ])
    unit.setToday(day('2026-11-25'))
    expect(await covering()).toBe(2)
    unit.setToday(day('2026-11-26'))
    expect([await covering(), await mine()]).toEqual([0, 1])
    expect((await unit.call('today.show', { scope: 'covering' })).cases).toBe(0)
  })

  test('is said on the case, and nobody covering is said too', async () => {
    const cover = async () => (await unit.call('case.show', { personId: unit.id('A0002AA') })).cover
    expect(await cover()).toBeNull()
    await away(amy, '2026-11-23', '2026-11-25', beth)
    expect(await cover()).toEqual({ name: 'Beth Lindqvist', until: '2026-11-25' })
    await away(beth, '2026-11-26', '2026-11-27', null)
    unit.setToday(day('2026-11-26'))
    expect(await cover()).toBeNull()
    expect((await unit.call('allocation.list', { page: 1 })).attention).toEqual([
      { staffId: beth, name: 'Beth Lindqvist', total: 1, says: 'is away and nobody covers' },
    ])
  })

  test('is refused from somebody away then, and an absence can be ended early or taken away', async () => {
    await away(beth, '2026-11-24', '2026-11-24', null)
    await expect(away(amy, '2026-11-23', '2026-11-27', beth)).rejects.toMatchObject({
      fields: { cover: expect.stringMatching(/is away/) },
    })
    await away(amy, '2026-11-20', '2026-11-27', cole)
    const saved = await row(amy)
    const shorter = { from: day('2026-11-20'), to: day('2026-11-22'), reason: 'Leave', coverId: cole }
    await unit.call('staff.saveAbsence', { staffId: amy, seq: saved.seq, place: 0, absence: shorter })
    expect(await row(amy)).toMatchObject({ away: null, absences: [{ state: 'over', cover: 'Cole Draper' }] })
    const { seq } = await row(amy)
    await unit.call('staff.saveAbsence', { staffId: amy, seq, place: 0, absence: null })
    expect((await row(amy)).absences).toEqual([])
  })
})

describe('cases without a POM', () => {
  test('are listed longest waiting first, with working days, the kind recommended and why; others are only counted', async () => {
    const { rows, outside, total } = await unit.call('allocation.list', { page: 1 })
    expect(rows.map(({ prisonNumber, days, recommended }) => [prisonNumber, days, recommended])).toEqual([
      ['A0005AA', 15, 'probation'],
      ['A0004AA', 5, 'prison'],
    ])
    expect(total).toBe(2)
    expect((await unit.call('allocation.list', { page: null })).rows).toEqual(rows)
    expect((await unit.call('allocation.list', { page: 7 })).page).toBe(1)
    expect(outside).toBe(1)
  })

  test('say who had them before', async () => {
    await unit.learn([person('A0001AA', { pom_name: null })])
    const { rows } = await unit.call('allocation.list', { page: 1 })
    expect(rows.find(({ prisonNumber }) => prisonNumber === 'A0001AA')?.former).toEqual(['Amy Thornber'])
  })
})

describe('allocating', () => {
  test('types the facts with their source and writes the decision, and the case leaves the list', async () => {
    await allocate('A0005AA', beth)
    expect(record('A0005AA')).toMatchObject({
      pom_name: 'Beth Lindqvist',
      pom_email: 'beth@prison.example',
      allocation_date: TODAY,
    })
    expect(personHistory(unit.store.read, unit.id('A0005AA')).at(-1)).toMatchObject({
      source: 'typed here',
      asAt: TODAY,
    })
    expect(allocations('A0005AA')).toMatchObject([
      {
        subject: 'pom',
        body: { role: 'pom', pom: 'Beth Lindqvist', staffId: beth, recommended: 'probation', reason: '' },
      },
    ])
    expect((await titles('A0005AA')).slice(0, 2)).toContain('Allocated to Beth Lindqvist')
    expect((await unit.call('allocation.list', { page: 1 })).total).toBe(1)
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('needs a reason against the recommendation, and keeps it', async () => {
    await expect(allocate('A0005AA', amy)).rejects.toMatchObject({
      code: 'bad_input',
      fields: { why: expect.stringMatching(/Say why/) },
    })
    await expect(allocate('A0005AA', amy, { why: 'other', note: '' })).rejects.toMatchObject({
      fields: { note: expect.stringMatching(/few words/) },
    })
    expect(record('A0005AA').pom_name).toBe('Not allocated')
    await allocate('A0005AA', amy, { why: 'none_available', note: 'Beth is full' })
    expect(personHistory(unit.store.read, unit.id('A0005AA')).at(-1)?.reason).toBe(
      'No POM of the recommended kind is available: Beth is full',
    )
    const { history } = await shown('A0005AA')
    expect(history[0]?.details).toEqual([
      'A probation POM was recommended.',
      'No POM of the recommended kind is available: Beth is full',
    ])
  })

  test('leaves no email or number of the former POM beside the new name', async () => {
    await allocate('A0001AA', cole, { why: 'worked_before', note: '' })
    expect(record('A0001AA')).toMatchObject({ pom_name: 'Cole Draper', pom_email: null, pom_staff_id: null })
    expect((await shown('A0001AA')).former).toEqual(['Amy Thornber'])
    expect(await titles('A0001AA')).toContain('Allocated to Cole Draper, before Amy Thornber')
  })

  test('refuses the same POM, the co-working POM, those who take no cases or left, and a case changed meanwhile', async () => {
    await expect(allocate('A0002AA', amy)).rejects.toMatchObject({
      fields: { staffId: expect.stringMatching(/already/) },
    })
    await expect(allocate('A0002AA', beth)).rejects.toMatchObject({
      fields: { staffId: expect.stringMatching(/co-working/) },
    })
    await change(cole, { status: 'unavailable' })
    await expect(allocate('A0002AA', cole)).rejects.toMatchObject({
      fields: { staffId: expect.stringMatching(/no new cases/) },
    })
    await change(cole, { status: 'left' })
    await expect(allocate('A0002AA', cole)).rejects.toMatchObject({
      fields: { staffId: expect.stringMatching(/has left/) },
    })
    const { version } = await shown('A0004AA')
    await unit.learn([person('A0004AA', { pom_name: null, location: 'B-1-001' })])
    const late = { personId: unit.id('A0004AA'), version, staffId: amy, overridden: null }
    await expect(unit.call('allocation.save', late)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/A0004AA/),
    })
    expect(allocations('A0004AA')).toEqual([])
  })

  test('is for nobody who has left, and whoever left counts in no workload and waits for no POM', async () => {
    const { version } = await shown('A0004AA')
    const leave = (number: string) => ({
      personId: unit.id(number),
      kind: 'transfer_out' as const,
      on: TODAY,
      where: '',
      note: '',
    })
    await unit.call('movements.record', { entries: [leave('A0004AA'), leave('A0002AA')] })
    const late = { personId: unit.id('A0004AA'), version, staffId: amy, overridden: null }
    await expect(unit.call('allocation.save', late)).rejects.toMatchObject({
      code: 'not_allowed',
      message: expect.stringContaining('has left this establishment'),
    })
    expect((await unit.call('allocation.list', { page: 1 })).total).toBe(1)
    expect((await row(amy)).workload.total).toBe(1)
  })

  test('names a second POM and ends that, with the reason', async () => {
    const personId = unit.id('A0001AA')
    const save = async (staffId: string | null) =>
      unit.call('allocation.saveCoWorking', {
        personId,
        version: (await shown('A0001AA')).version,
        staffId,
        reason: 'High risk',
      })
    await expect(save(amy)).rejects.toMatchObject({
      fields: { staffId: expect.stringMatching(/is the POM/) },
    })
    await expect(save(null)).rejects.toMatchObject({
      fields: { staffId: expect.stringMatching(/nothing to end/) },
    })
    await save(beth)
    expect(record('A0001AA')).toMatchObject({ co_pom_name: 'Beth Lindqvist', pom_name: 'Amy Thornber' })
    await save(null)
    expect(record('A0001AA').co_pom_name).toBeNull()
    expect(await titles('A0001AA')).toEqual(
      expect.arrayContaining([
        'Co-working POM: Beth Lindqvist',
        'Beth Lindqvist no longer works beside the POM',
      ]),
    )
  })
})

describe('handing several cases over', () => {
  const held = async (staffId: string) => (await unit.call('staff.show', { staffId })).cases
  async function proposal(from: string | null, to: string[]) {
    const cases =
      from === null
        ? (await unit.call('allocation.list', { page: null })).rows.map(({ personId }) => ({
            personId,
            role: 'pom' as const,
          }))
        : (await held(from)).map(({ personId, role }) => ({ personId, role }))
    return unit.call('allocation.propose', { from, cases, to })
  }
  const asWritten = ({ rows }: Awaited<ReturnType<typeof proposal>>) =>
    rows.map(({ personId, role, version, to }) => ({ personId, role, version, to }))
  const AGAINST = { why: 'none_available', note: '' } as const

  test('shares everybody waiting out by kind, and writes them together', async () => {
    const proposed = await proposal(null, [cole, beth])
    expect(proposed.rows.map(({ prisonNumber, to }) => [prisonNumber, to])).toEqual([
      ['A0005AA', beth],
      ['A0004AA', cole],
    ])
    const done = await unit.call('allocation.handOver', {
      from: null,
      cases: asWritten(proposed),
      reason: '',
      overridden: null,
    })
    expect(done.cases).toBe(2)
    expect((await unit.call('allocation.list', { page: 1 })).total).toBe(0)
    expect(checkStore(unit.store.read).filter(({ ok }) => !ok)).toEqual([])
  })

  test('of a POM who leaves: not before every case, role and cover is somebody else’s, and what is left is listed', async () => {
    await away(beth, '2026-11-30', '2026-12-04', amy)
    await expect(change(amy, { status: 'left' })).rejects.toMatchObject({
      code: 'conflict',
      fields: { status: expect.stringMatching(/2 cases/) },
    })
    expect((await unit.call('staff.show', { staffId: amy })).before).toEqual([
      'Hand over 2 cases held as POM.',
      'Hand over or end 1 role as co-working POM.',
      'Find other cover for Beth Lindqvist, away from 30 November 2026 to 4 December 2026.',
    ])
    const cases = asWritten(await proposal(amy, [cole]))
    await unit.call('allocation.handOver', {
      from: amy,
      cases,
      reason: 'Amy is leaving',
      overridden: AGAINST,
    })
    expect(await held(amy)).toEqual([])
    expect(record('A0003AA')).toMatchObject({ pom_name: 'Beth Lindqvist', co_pom_name: 'Cole Draper' })
    await expect(change(amy, { status: 'left' })).rejects.toMatchObject({
      fields: { status: expect.stringMatching(/other cover/) },
    })
    const { seq } = await row(beth)
    await unit.call('staff.saveAbsence', { staffId: beth, seq, place: 0, absence: null })
    await change(amy, { status: 'left' })
    expect((await row(amy)).status).toBe('left')
    const kept = allocations('A0001AA').at(-1)?.body
    expect(kept).toMatchObject({
      former: 'Amy Thornber',
      recommended: 'probation',
      reason: expect.stringContaining('Amy is leaving. No POM'),
    })
  })

  test('is refused whole where any case changed meanwhile, and says which', async () => {
    const cases = asWritten(await proposal(amy, [cole]))
    await unit.learn([person('A0002AA', { pom_name: 'Amy Thornber', location: 'C-2-001' })])
    const send = unit.call('allocation.handOver', {
      from: amy,
      cases,
      reason: 'Leaving',
      overridden: AGAINST,
    })
    await expect(send).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('SurnameA0002AA, Test'),
    })
    await allocate('A0001AA', beth)
    const gone = unit.call('allocation.handOver', {
      from: amy,
      cases,
      reason: 'Leaving',
      overridden: AGAINST,
    })
    await expect(gone).rejects.toMatchObject({
      message: expect.stringContaining('SurnameA0001AA, Test are no longer Amy'),
    })
    expect(allocations('A0002AA')).toEqual([])
    expect(record('A0003AA').co_pom_name).toBe('amy thornber')
  })

  test('asks for the reason, for the reason against a recommendation, and leaves no case with nobody', async () => {
    const cases = asWritten(await proposal(amy, [cole]))
    const send = (more: Partial<InputOf<'allocation.handOver'>>) =>
      unit.call('allocation.handOver', { from: amy, cases, reason: 'Leaving', overridden: AGAINST, ...more })
    await expect(send({ reason: '' })).rejects.toMatchObject({
      fields: { reason: expect.stringMatching(/why/) },
    })
    await expect(send({ overridden: null })).rejects.toMatchObject({
      fields: { why: expect.stringMatching(/Say why/) },
    })
    const nobody = cases.map((one) => Object.assign({}, one, { to: null }))
    await expect(send({ cases: nobody })).rejects.toMatchObject({
      fields: { cases: expect.stringMatching(/left with nobody/) },
    })
    const second = cases
      .filter(({ role }) => role === 'co_pom')
      .map((one) => Object.assign({}, one, { to: null }))
    expect(await send({ cases: second, overridden: null })).toEqual({ cases: 1 })
    expect(record('A0003AA').co_pom_name).toBeNull()
  })

  test('proposes nobody a case they have a part in, and refuses whoever takes none', async () => {
    const { rows } = await proposal(amy, [beth])
    expect(rows.map(({ prisonNumber, role, to }) => [prisonNumber, role, to])).toEqual([
      ['A0001AA', 'pom', beth],
      ['A0002AA', 'pom', null],
      ['A0003AA', 'co_pom', null],
    ])
    await expect(proposal(amy, [amy])).rejects.toMatchObject({
      fields: { to: expect.stringMatching(/has these cases/) },
    })
    await change(cole, { status: 'unavailable' })
    await expect(proposal(amy, [cole])).rejects.toMatchObject({
      fields: { to: expect.stringMatching(/no new cases/) },
    })
  })
})

describe('who may', () => {
  test.each([
    ['staff.list', ['head_of_omu', 'case_administrator']],
    ['staff.show', ['head_of_omu', 'case_administrator']],
    ['staff.save', ['head_of_omu']],
    ['staff.saveAbsence', ['head_of_omu']],
    ['allocation.list', [...ROLES]],
    ['allocation.show', [...ROLES]],
    ['allocation.save', ['head_of_omu']],
    ['allocation.saveCoWorking', ['head_of_omu']],
    ['allocation.propose', ['head_of_omu']],
    ['allocation.handOver', ['head_of_omu']],
  ] as const)('%s is for %j', (method, roles) => expect(contract[method].roles).toEqual(roles))

  test('why somebody is away is told only where staff are read', async () => {
    await away(amy, '2026-11-23', '2026-11-25', beth)
    expect(JSON.stringify(await shown('A0001AA'))).not.toContain('Leave')
    expect(JSON.stringify(await unit.call('allocation.list', { page: 1 }))).not.toContain('Leave')
    expect(JSON.stringify(await unit.call('staff.list', {}))).toContain('Leave')
  })
})
