import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SearchIndex, type Searched } from '../../db/search-index.ts'

let index: SearchIndex
beforeEach(() => {
  index = new SearchIndex()
})
afterEach(() => index.close())

const person = (id: string, names: string, numbers: string[] = [], version = 1): Searched => ({
  id,
  version,
  text: () => ({ names, numbers, others: [] }),
})
const PEOPLE = [
  {
    ...person('marlowe', ''),
    text: () => ({ names: 'Marlowe Dean', numbers: ['A4417KD', 'X527346'], others: ['2017/0427512V'] }),
  },
  person('reyes', 'Reyes-Holt Kai', ['A7781MR', 'X100200']),
  person('jose', 'Parkin José', ['A5750YF']),
  person('barraclough', 'Barraclough Sam Kestrel', ['A5435TR']),
  person('dean', 'Dean Marcus', ['A1111AA']),
  person('obrien', "O'Brien Seán", ['A2222BB']),
]
/** Everybody found, best first. */
const found = (of: SearchIndex, typed: string) => {
  const { size, howOf } = of.find(typed)
  const hits = IDS.flatMap((id) => {
    const how = howOf(id)
    return how === null ? [] : [{ id, how }]
  })
  expect(hits).toHaveLength(size)
  return hits.sort((a, b) => a.how - b.how)
}
const IDS = [...PEOPLE.map(({ id }) => id), 'deanna', 'new']
const find = (typed: string) => found(index, typed).map(({ id }) => id)

describe('the search index', () => {
  beforeEach(() => index.update(PEOPLE))

  it.each<[string, string[]]>([
    ['marlowe', ['marlowe']],
    ['dean marlowe', ['marlowe']],
    ['Marlowe, Dean', ['marlowe']],
    ['ka rey', ['reyes']],
    ['holt', ['reyes']],
    ['reyes-holt', ['reyes']],
    ['jose', ['jose']],
    ['JOSÉ', ['jose']],
    ['sean obrien', ['obrien']],
    ["o'brien", ['obrien']],
    ['a4417', ['marlowe']],
    ['4417', ['marlowe']],
    ['x5273', ['marlowe']],
    ['527346', ['marlowe']],
    ['20170427512V', ['marlowe']],
    ['2017/0427512V', ['marlowe']],
    ['kestrel', ['barraclough']],
    ['marlowe kai', []],
    ['zzz', []],
    ['', []],
    ['  ', []],
    ['"*:() NEAR', []],
  ])('“%s” finds %j', (typed, expected) => {
    expect(find(typed)).toEqual(expected)
  })

  it.each<[string, string]>([
    ['marlow', 'marlowe'],
    ['marlwoe', 'marlowe'],
    ['marlove dean', 'marlowe'],
    ['baraclough', 'barraclough'],
    ['barraclugh', 'barraclough'],
    ['barracluogh', 'barraclough'],
    ['parkin josee', 'jose'],
  ])('a slip is forgiven: “%s”', (typed, expected) => {
    expect(find(typed)).toEqual([expected])
  })

  it('puts a whole word before a beginning, and looks for slips only where nobody fits as typed', () => {
    index.update([...PEOPLE, person('deanna', 'Cole Deanna')])
    expect(found(index, 'dean')).toEqual([
      { id: 'marlowe', how: 0 },
      { id: 'dean', how: 0 },
      { id: 'deanna', how: 1 },
    ])
    expect(found(index, 'deanna')).toEqual([{ id: 'deanna', how: 0 }])
  })

  it('follows what changes: a new name, a person gone, one come', () => {
    const [marlowe, ...others] = PEOPLE
    index.update([person(marlowe?.id ?? '', 'Harlow Dean', [], 2), ...others])
    expect(find('marlowe')).toEqual([])
    expect(find('harlow')).toEqual(['marlowe'])
    index.update(others)
    expect(find('harlow')).toEqual([])
    index.update([...others, person('new', 'Quill Anton')])
    expect(find('quill')).toEqual(['new'])
  })

  it('is the same however it came about', () => {
    const other = new SearchIndex()
    other.update([])
    for (let at = 1; at <= PEOPLE.length; at += 1) other.update(PEOPLE.slice(0, at))
    for (const typed of ['dean', 'k', 'a5', 'baraclough'])
      expect(new Set(found(other, typed).map(({ id }) => id))).toEqual(new Set(find(typed)))
    other.close()
  })
})
