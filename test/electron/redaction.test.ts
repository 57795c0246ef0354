import fc from 'fast-check'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLog, logsToDelete } from '../../electron/app/log/log.ts'
import { createRedactor } from '../../electron/app/log/redact.ts'
import { fakeClock } from './fakes.ts'

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`))
const join2 = (separator: string) => (parts: string[]) => parts.join(separator)

const seeded = {
  prisonNumber: fc.tuple(letters(1), digits(4), letters(2)).map(join2('')),
  crn: fc.tuple(letters(1), digits(6)).map(join2('')),
  pnc: fc
    .tuple(fc.oneof(digits(2), digits(4)), fc.tuple(digits(7), letters(1)).map(join2('')))
    .map(join2('/')),
  cro: fc.tuple(digits(6), fc.tuple(digits(2), letters(1)).map(join2(''))).map(join2('/')),
  dayOfBirth: fc
    .tuple(
      fc.integer({ min: 1930, max: 2007 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .chain(([year, month, day]) => {
      const [m, d] = [String(month).padStart(2, '0'), String(day).padStart(2, '0')]
      const word = ['January', 'May', 'Sep', 'December'][month % 4]
      return fc.constantFrom(
        `${year}-${m}-${d}`,
        `${d}/${m}/${year}`,
        `${day}.${month}.${year}`,
        `${day} ${word} ${year}`,
      )
    }),
  email: fc
    .tuple(fc.stringMatching(/^[a-z]{3,9}$/), fc.stringMatching(/^[a-z]{3,9}$/))
    .map(([a, b]) => `${a}.${b}@example.org`),
}
const names = fc.array(fc.constantFrom('Aldous', 'Brennan-Okafor', "O'Dowd", 'Siân', 'Ng', 'De La Cruz'), {
  minLength: 1,
  maxLength: 3,
})
const around = fc.constantFrom('', ' ', ', ', ': ', '"', '(', '\n')

describe('the redactor', () => {
  it.each(Object.entries(seeded))('lets no %s through, in any case, wherever it stands', (_kind, value) => {
    fc.assert(
      fc.property(value, around, around, fc.boolean(), (secret, before, after, lower) => {
        const written = lower ? secret.toLowerCase() : secret
        const clean = createRedactor().redact(
          `case${before === '' ? ' ' : before}${written}${after === '' ? ' ' : after}end`,
        )
        expect(clean.toLowerCase()).not.toContain(secret.toLowerCase())
      }),
    )
  })

  it('lets no hidden name through, in any case and inside other words', () => {
    fc.assert(
      fc.property(names, fc.boolean(), (hidden, upper) => {
        const redactor = createRedactor()
        for (const name of hidden) redactor.hide(name)
        const written = hidden.join(', ')
        const clean = redactor.redact(`saving${upper ? written.toUpperCase() : written}failed`)
        for (const name of hidden) expect(clean.toLowerCase()).not.toContain(name.toLowerCase())
      }),
    )
  })

  it('takes the user out of folders', () => {
    const { redact } = createRedactor()
    expect(redact(String.raw`open C:\Users\ada.example\AppData\x`)).toBe(
      String.raw`open C:\Users\[user]\AppData\x`,
    )
    expect(redact('open /home/ada/store')).toBe('open /home/[user]/store')
  })

  it('leaves what says nothing of anybody', () => {
    const text = 'call failed method=case.show code=conflict rows=400 at=planning.ts:41:7'
    expect(createRedactor().redact(text)).toBe(text)
  })
})

describe('the log', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const written = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('')

  it('writes one redacted line an event, whatever is in it', () => {
    const log = createLog(folder, fakeClock())
    log.write('info', 'saved A1234BC\n2026-11-23T07:00:00.000Z error forged', { by: 'X123456' })
    expect(written().trim().split('\n')).toHaveLength(1)
    expect(written()).not.toMatch(/A1234BC|X123456/)
  })

  it('writes what kind of fault it was and where, but no text that could quote a record', () => {
    const log = createLog(folder, fakeClock())
    log.fault('call failed', new SyntaxError('Unexpected token in "Aldous, Brennan born 2 May 1980"'))
    expect(written()).toMatch(/call failed kind=SyntaxError/)
    expect(written()).toMatch(/redaction\.test\.ts:\d+/)
    expect(written()).not.toMatch(/Aldous|1980/)
  })

  it('deletes log files after fourteen days, and nothing else', () => {
    const names = [
      'desk-2026-11-08.log',
      'desk-2026-11-09.log',
      'desk-2026-11-23.log',
      'desk-old.log',
      'store.db',
    ]
    expect(logsToDelete(names, new Date('2026-11-23T07:00:00Z'))).toEqual(['desk-2026-11-08.log'])
    for (const name of names) writeFileSync(join(folder, name), 'x\n')
    createLog(folder, fakeClock()).write('info', 'started')
    expect(readdirSync(folder).sort()).toEqual(names.slice(1).sort())
  })

  it('does not stop the app where nothing can be written', () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    expect(() => createLog(join(file, 'logs'), fakeClock()).write('info', 'started')).not.toThrow()
  })
})
