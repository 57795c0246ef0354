import { describe, expect, it } from 'vitest'
import { midSentence } from '../../domain/text/status-tags.ts'

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
