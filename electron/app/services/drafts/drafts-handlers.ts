import {
  findDraft,
  forgetDraft,
  keepDraft,
  listDrafts,
  type Draft,
} from '../../../../db/repositories/drafts.ts'
import type { OutputOf } from '../../../../domain/contract/index.ts'
import { midSentence } from '../../../../domain/text/status-tags.ts'
import type { Desk, Handlers } from '../../context.ts'
import { taskTitle } from '../caseload/tasks.ts'
import { unitOf, type Unit } from '../caseload/unit-view.ts'

type Left = OutputOf<'drafts.list'>['drafts'][number]

/** `meeting <person> <task>`, `book <person> <task>`, `contact <person> <contact, or new>`: as the pages name their forms. */
const FORM = /^(meeting|book|contact) (\S+) (\S+)$/u

/** One draft as it is offered again; null for a form that is about nobody known, or is kept under another name. */
function leftOf({ form, at }: Pick<Draft, 'form' | 'at'>, unit: Unit): Left | null {
  const [, kind = '', personId = '', about = ''] = FORM.exec(form) ?? []
  const one = unit.byId.get(personId)
  if (one === undefined) return null
  const { name, prisonNumber } = one
  const page = `/case/${personId}/meetings`
  const common = { personId, name, prisonNumber, form, at }
  if (kind === 'contact') return { ...common, title: 'Log a contact', to: `${page}?contact=${about}` }
  const what = midSentence(taskTitle(about))
  return kind === 'book'
    ? { ...common, title: `Book ${what}`, to: `${page}?book=${about}` }
    : { ...common, title: `Record ${what}`, to: `${page}?record=${about}` }
}

export function draftsHandlers(desk: Desk): Pick<Handlers, 'drafts.list' | 'drafts.show' | 'drafts.keep'> {
  return {
    'drafts.list': async (_input, { session: { store, user } }) => {
      const unit = unitOf(desk.planning, store, desk.clock.today())
      const left = listDrafts(store.read, user.id).map((draft) => leftOf(draft, unit))
      return { drafts: left.filter((draft) => draft !== null) }
    },
    'drafts.show': async ({ form }, { session: { store, user } }) => {
      const found = findDraft(store.read, user.id, form)
      return { draft: found === null ? null : { at: found.at, body: JSON.stringify(found.body) } }
    },
    'drafts.keep': async ({ form, body }, { session: { store, user } }) => {
      const at = desk.clock.now().toISOString()
      await store.write((db) =>
        body === null
          ? forgetDraft(db, user.id, form)
          : keepDraft(db, user.id, { form, at, body: JSON.parse(body) as unknown }),
      )
      return { at: body === null ? null : at }
    },
  }
}
