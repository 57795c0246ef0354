import { findDraft, forgetDraft, keepDraft } from '../../../../db/repositories/drafts.ts'
import type { Desk, Handlers } from '../../context.ts'

export function draftsHandlers(desk: Desk): Pick<Handlers, 'drafts.show' | 'drafts.keep'> {
  return {
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
