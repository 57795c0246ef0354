import { describe, expect, it } from 'vitest'
import { readTypedDate, splitTypedDate, typedFrom } from '../../renderer/components/form/typed-date.ts'
import { readTaskForm, startTaskForm, type TaskForm } from '../../renderer/features/case/task-form.ts'
import { day, TODAY } from './support/words.ts'

const typed = (text: string) => {
  const [day = '', month = '', year = ''] = text.split(' ')
  return { day, month, year }
}
const read = (text: string) => readTypedDate(typed(text), 'the day it was done')

describe('a typed date', () => {
  it.each([
    ['23 11 2026', '2026-11-23'],
    ['3 4 2026', '2026-04-03'],
    ['03 Nov 2026', '2026-11-03'],
    ['29 2 2028', '2028-02-29'],
  ])('reads %s', (text, date) => expect(read(text)).toEqual({ date }))

  it.each([
    ['  ', 'Enter the day it was done', 'day'],
    ['23  2026', 'The day it was done must include a month', 'month'],
    ['23  ', 'The day it was done must include a month and year', 'month'],
    ['23 11 26', 'The day it was done: year must include 4 numbers', 'year'],
    ['31 2 2026', 'The day it was done must be a real date', 'day'],
    ['1 13 2026', 'The day it was done must be a real date', 'day'],
    ['x 11 2026', 'The day it was done must be a real date', 'day'],
    ['1 no 2026', 'The day it was done must be a real date', 'day'],
  ])('refuses “%s” and says what to mend', (text, error, part) => expect(read(text)).toEqual({ error, part }))

  it.each(['23 11 2026', '23/11/2026', '23-11-2026', '23 Nov 2026', '2026-11-23'])(
    'takes %s pasted whole',
    (text) => {
      const split = splitTypedDate(text)
      expect(split && readTypedDate(split, 'the day')).toEqual({ date: '2026-11-23' })
    },
  )

  it('leaves what is not a whole date alone', () => {
    expect(splitTypedDate('23')).toBeNull()
    expect(splitTypedDate('23 11')).toBeNull()
  })

  it('writes a known day as it would be typed', () => {
    expect(typedFrom(day('2026-04-03'))).toEqual({ day: '3', month: '4', year: '2026' })
  })
})

describe('recording a task', () => {
  const start = startTaskForm(
    {
      task: 'com_contact',
      title: 'Contact with the COM',
      due: null,
      doneOn: null,
      notDone: null,
      booking: null,
      held: null,
      note: '',
      reference: '',
      by: null,
      seq: null,
    },
    null,
  )
  const read = (change: Partial<TaskForm>) =>
    readTaskForm({ ...start, ...change }, { today: TODAY, word: 'done' })

  it('takes today, and trims the note and the reference', () => {
    const form = { day: typed('23 11 2026'), note: ' By telephone. ', reference: ' Contact 7 ' }
    expect(read(form)).toEqual({
      answer: { doneOn: TODAY, notDone: null, note: 'By telephone.', reference: 'Contact 7' },
    })
  })

  it.each<[string, Partial<TaskForm>, string, string]>([
    ['tomorrow', { day: typed('24 11 2026') }, 'doneOn', 'The day it was done must be today or in the past'],
    ['a long note', { note: 'x'.repeat(2001) }, 'note', 'Note must be 2,000 characters or fewer'],
    [
      'a long reference',
      { reference: 'x'.repeat(201) },
      'reference',
      'Document reference must be 200 characters or fewer',
    ],
    ['no reason', { outcome: 'not_done' }, 'reason', 'Select why it was not done'],
    [
      'other words not given',
      { outcome: 'not_done', reason: 'other' },
      'note',
      'Say in the note why it was not done',
    ],
  ])('refuses %s', (_, change, field, message) => {
    expect(read({ day: typed('23 11 2026'), ...change })).toMatchObject({
      mistakes: { [field]: { message } },
    })
  })

  it('sends why it was not done, with the day that was clear', () => {
    expect(read({ outcome: 'not_done', reason: 'no_com', day: typed('20 11 2026') })).toMatchObject({
      answer: { doneOn: null, notDone: { reason: 'no_com', on: '2026-11-20' } },
    })
  })
})
