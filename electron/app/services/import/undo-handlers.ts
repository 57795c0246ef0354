import { lastSeq } from '../../../../db/repositories/change-log.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import { PERSON_FIELDS } from '../../../../domain/model/person-record.ts'
import { systemOf } from '../../../../domain/pack/sources.ts'
import type { Desk, Handlers } from '../../context.ts'
import { planUndo, undoImport, type KeptValue } from './undo-import.ts'

const MOST_KEPT = 200

const WHY: Record<KeptValue['why'], string> = {
  changed_since: 'changed since',
  in_later_list: 'in a later list of the same system',
  worked_on: 'work or a decision is recorded here',
}

export function undoHandlers(desk: Desk): Pick<Handlers, 'import.showUndo' | 'import.undo'> {
  return {
    async 'import.showUndo'({ importId }, { session }) {
      const seq = lastSeq(session.store.read)
      const { entry, restored, removed, kept } = planUndo(session.store.read, importId)
      return {
        importId,
        name: entry.file,
        source: systemOf(entry.source),
        asAt: entry.asAt,
        at: entry.at,
        by: entry.byName,
        seq,
        restored: restored.length,
        removed: removed.length,
        keptTotal: kept.length,
        kept: kept.slice(0, MOST_KEPT).map(({ fields, why, ...person }) =>
          Object.assign(person, {
            fields: fields.map((field) => PERSON_FIELDS[field].label),
            why: WHY[why],
          }),
        ),
      }
    },

    async 'import.undo'({ importId, seq }, { session: { store, user } }) {
      const by = {
        userId: user.id,
        at: desk.clock.now().toISOString(),
        today: desk.clock.today(),
      }
      return store.write((db) => {
        if (lastSeq(db) !== seq) {
          throw new DeskError(
            'conflict',
            'The caseload has changed since this was worked out, and nothing was taken back. Look again first.',
          )
        }
        return undoImport(db, by, planUndo(db, importId))
      })
    },
  }
}
