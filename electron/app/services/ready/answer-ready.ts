import { saveDecision } from '../../../../db/repositories/decisions.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { ReadyAnswer } from '../../../../domain/model/ready-to-go.ts'
import type { Desk, Session } from '../../context.ts'
import { caseOf } from '../decisions/case-of.ts'

/** Records answers about one person, all or none. Throws `bad_input` for an item twice, or a *no* that says nothing. */
export async function answerReady(
  desk: Desk,
  session: Session,
  { personId, answers }: ParsedInputOf<'ready.answer'>,
): Promise<void> {
  const { decisions } = caseOf(desk, session, personId)
  const fields: Record<string, string> = {}
  const met = new Set<string>()
  for (const [at, { item, state, note }] of answers.entries()) {
    if (met.has(item)) fields[`answers.${at}.item`] = 'Answer each item once'
    met.add(item)
    if (state === 'no' && note.trim() === '')
      fields[`answers.${at}.note`] = 'Say what is missing, or what is being done'
  }
  const [first] = Object.values(fields)
  if (first !== undefined) throw new DeskError('bad_input', first, fields)
  const at = desk.clock.now().toISOString()
  await session.store.write((db) => {
    for (const { item, state, note } of answers) {
      const standing = decisions.find(({ kind, subject }) => kind === 'ready_to_go' && subject === item)
      if (state === null && standing === undefined) continue
      const body: ReadyAnswer | null = state === null ? null : { state, note: note.trim() }
      saveDecision(
        db,
        { userId: session.user.id },
        { at, personId, kind: 'ready_to_go', subject: item, body },
      )
    }
  })
}
