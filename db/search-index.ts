import Database from 'better-sqlite3'
import { slipsForgiven, slipsToBeginning } from '../domain/text/slips.ts'

/** One person. */
export interface Searched {
  id: string
  /** Rises with everything learned of the person: the same version is the same text. */
  version: number
  /** Asked only of somebody whose version is new. */
  text: () => SearchedText
}

/** What one person can be found by. */
export interface SearchedText {
  /** Names in any order, former names and aliases. */
  names: string
  /** Prison number and CRN: found by any part of them. */
  numbers: readonly string[]
  /** Other numbers: found from their beginning. */
  others: readonly string[]
}

interface Row {
  row: number
  version: number
}

/** Who was found: `howOf` says how well, or null for somebody who was not. */
export interface Hits {
  size: number
  howOf(id: string): How | null
}

/** 0 every word as typed, 1 as beginnings of words, 2 with slips forgiven. */
export type How = 0 | 1 | 2

const SHORTEST_PART = 3
/** Candidates for one mistyped word: more would be no answer. */
const MOST_WORDS = 24

/** Letters and digits alone, without accents, in small letters: as the index keeps words. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** Every end of a number of three characters or more, so that any part of it is the beginning of one. */
function endsOf(number: string): string[] {
  const text = wordsOf(number).join('')
  const ends: string[] = []
  for (let at = 0; at + SHORTEST_PART <= text.length; at += 1) ends.push(text.slice(at))
  return ends.length === 0 && text !== '' ? [text] : ends
}

/** As written without its strokes and dashes, and the parts between them. */
function wholeAndParts(number: string): string[] {
  const parts = wordsOf(number)
  return parts.length > 1 ? [parts.join(''), ...parts] : parts
}

/**
 * Finds people by words, with SQLite's full-text index. It lives in memory beside the plans, is derived from them like
 * everything else, and is gone with the process: nothing of it is ever written to a disk.
 */
export class SearchIndex {
  readonly #db = new Database(':memory:')
  readonly #rows = new Map<string, Row>()
  #next = 1
  #vocabulary: string[] | null = null
  readonly #insert
  readonly #remove
  readonly #match

  constructor() {
    this.#db
      .exec(`CREATE VIRTUAL TABLE found USING fts5(names, parts, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2');
      CREATE VIRTUAL TABLE words USING fts5vocab('found', 'col');`)
    this.#insert = this.#db.prepare('INSERT INTO found (rowid, names, parts) VALUES (?, ?, ?)')
    this.#remove = this.#db.prepare('DELETE FROM found WHERE rowid = ?')
    this.#match = this.#db.prepare('SELECT rowid FROM found WHERE found MATCH ?').pluck()
  }

  /** Makes the index hold exactly these people: what is the same stays, what changed is written again. */
  update(people: Iterable<Searched>): void {
    const seen = new Set<string>()
    this.#db.transaction(() => {
      for (const person of people) {
        seen.add(person.id)
        this.#put(person)
      }
      for (const [id, { row }] of this.#rows) if (!seen.has(id)) this.#drop(id, row)
    })()
  }

  #put({ id, version, text }: Searched): void {
    const known = this.#rows.get(id)
    if (known?.version === version) return
    if (known !== undefined) this.#drop(id, known.row)
    const { names, numbers, others } = text()
    const row = this.#next
    this.#next += 1
    this.#insert.run(
      row,
      wordsOf(names).join(' '),
      [...numbers.flatMap(endsOf), ...others.flatMap(wholeAndParts)].join(' '),
    )
    this.#rows.set(id, { row, version })
    this.#vocabulary = null
  }

  #drop(id: string, row: number): void {
    this.#remove.run(row)
    this.#rows.delete(id)
    this.#vocabulary = null
  }

  /** Everybody whom all the words typed may mean; nobody where nothing was typed. */
  find(typed: string): Hits {
    const words = wordsOf(typed)
    // One more than how well each row fits, so that 0 is a row that does not.
    const fits = new Uint8Array(this.#next)
    let size = words.length === 0 ? 0 : this.#mark(fits, words.map((word) => `"${word}"*`).join(' AND '), 1)
    if (size > 0) this.#mark(fits, words.map((word) => `"${word}"`).join(' AND '), 0)
    // A slip is looked for only where what was typed means nobody as it stands.
    else if (words.length > 0) size = this.#mark(fits, this.#withSlips(words), 2)
    const howOf = (id: string): How | null => {
      const fit = fits[this.#rows.get(id)?.row ?? 0] ?? 0
      return fit === 0 ? null : ((fit - 1) as How)
    }
    return { size, howOf }
  }

  #mark(fits: Uint8Array, query: string, how: How): number {
    let count = 0
    for (const row of this.#match.iterate(query) as Iterable<number>) {
      fits[row] = how + 1
      count += 1
    }
    return count
  }

  /** Each word as typed, or as one of the words of names a slip or two away. */
  #withSlips(words: readonly string[]): string {
    const groups = words.map((word) => {
      const near = /\d/u.test(word) ? [] : this.#near(word)
      return `(${[`"${word}"*`, ...near.map((known) => `"${known}"`)].join(' OR ')})`
    })
    return groups.join(' AND ')
  }

  #near(word: string): string[] {
    const most = slipsForgiven(word.length)
    if (most === 0) return []
    const near: { known: string; slips: number }[] = []
    for (const known of this.#names()) {
      if (known.length < word.length - most) continue
      const slips = slipsToBeginning(word, known, most)
      if (slips <= most) near.push({ known, slips })
    }
    return near
      .sort((a, b) => a.slips - b.slips)
      .slice(0, MOST_WORDS)
      .map(({ known }) => known)
  }

  /** Every word of a name there is, once. */
  #names(): string[] {
    this.#vocabulary ??= this.#db
      .prepare(`SELECT term FROM words WHERE col = 'names'`)
      .pluck()
      .all() as string[]
    return this.#vocabulary
  }

  close(): void {
    this.#db.close()
  }
}
