import { personHistory } from '../../../../db/repositories/people.ts'
import type { DecisionRecord, PersonChange, Store } from '../../../../db/types.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { MOVEMENT_WORDS, type Movement } from '../../../../domain/model/movement.ts'
import { factText } from '../../../../domain/pack/fact-text.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'
import { RECALL_WORDS, type Recall } from '../../../../domain/sentences/recall.ts'
import { sentenceInWords, type Sentence } from '../../../../domain/sentences/sentence.ts'
import type { PlannedCase } from '../planning/planned-case.ts'

type Shown = OutputOf<'records.show'>

const standing = ({ subject, id: recordId, byName: by, at }: DecisionRecord) => ({
  subject,
  recordId,
  by,
  at,
})

/** Sentences by their start, recalls and movements newest first. */
export function recordsShown(store: Store, { person, decisions }: PlannedCase): Shown {
  const of = (kind: DecisionRecord['kind']) => decisions.filter((record) => record.kind === kind)
  return {
    sentences: of('sentence')
      .map((record) => {
        const body = record.body as Sentence
        return Object.assign({ words: sentenceInWords(body) }, body, standing(record))
      })
      .sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1)),
    recalls: of('recall')
      .map((record) => {
        const body = record.body as Recall
        return Object.assign({ words: RECALL_WORDS[body.type] }, body, standing(record))
      })
      .sort((a, b) => (a.recalledOn > b.recalledOn ? -1 : 1)),
    categories: categoriesOf(personHistory(store.read, person.id)),
    movements: of('movement')
      .map(({ id, at, byName: by, body }) => {
        const { kind, on, where, note } = body as Movement
        return { id, words: `${MOVEMENT_WORDS[kind]}${where === '' ? '' : `, ${where}`}`, on, note, by, at }
      })
      .sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0)),
  }
}

/** Each category from the day it was first said: the day it holds since where the source gives one, else that of the list. */
function categoriesOf(history: readonly PersonChange[]): Shown['categories'] {
  const categories: Shown['categories'] = []
  let known: unknown = null
  for (const { delta, asAt, at, source } of history) {
    const { category, category_active_since: since } = delta
    if (category === undefined || category === null || category === known) continue
    known = category
    const from = since ?? asAt ?? (at.slice(0, 10) as CivilDate)
    categories.unshift({ value: factText('category', category), from, source: systemOf(source), now: false })
  }
  const [latest] = categories
  if (latest !== undefined) latest.now = true
  return categories
}
