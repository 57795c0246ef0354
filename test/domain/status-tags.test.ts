import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { spanInWords } from '../../domain/text/dates.ts'
import { comTag, midSentence, releaseFirstTag } from '../../domain/text/status-tags.ts'

describe('a title inside a sentence', () => {
  it.each([
    ['Review the last OASys assessment', 'review the last OASys assessment'],
    ['Contact with the COM', 'contact with the COM'],
    ['COM starts to support', 'COM starts to support'],
    ['OASys review', 'OASys review'],
    ['HDC check', 'HDC check'],
    ['A meeting', 'a meeting'],
    ['', ''],
  ])('%s is written %s', (title, words) => {
    expect(midSentence(title)).toBe(words)
  })
})

describe('a release before handover', () => {
  const today = '2026-11-23' as CivilDate
  it.each([
    ['2027-01-04', 'Release first, 4 Jan'],
    ['2026-11-20', 'Release first, 20 Nov'],
    ['2027-10-01', 'Release first, 1 Oct 2027'],
    ['2029-05-21', 'Release first, 21 May 2029'],
  ])('on %s is tagged %s: with its year once another could be meant', (date, text) => {
    expect(releaseFirstTag(date as CivilDate, today)).toEqual({ text, tone: 'late' })
  })
})

describe('a span of days', () => {
  it.each([
    [1, '1 day'],
    [154, '154 days'],
    [730, '730 days'],
    [910, '2 years'],
    [3051, '8 years'],
  ])('%i is written %s', (days, words) => {
    expect(spanInWords(days)).toBe(words)
    expect(comTag('overdue', null, days)?.text).toBe(`COM overdue ${words}`)
  })
})
