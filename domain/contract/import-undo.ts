import { z } from 'zod'
import { method } from './method.ts'
import { civilDate, id } from './schemas.ts'

const administrators = ['head_of_omu', 'case_administrator'] as const

export const importUndo = {
  'import.showUndo': method({
    input: z.strictObject({ importId: id }),
    output: z.strictObject({
      importId: id,
      name: z.string(),
      source: z.string(),
      asAt: civilDate,
      at: z.string(),
      by: z.string(),
      /** How far the log had grown: given back with `import.undo`, so that nothing is taken back unseen. */
      seq: z.number().int(),
      /** People whose facts would go back, and people it brought who would be in no list any more. */
      restored: z.number().int(),
      removed: z.number().int(),
      /** What would stay, at most 200 people, each with the fields and why. */
      keptTotal: z.number().int(),
      kept: z.array(
        z.strictObject({
          personId: id,
          name: z.string(),
          prisonNumber: z.string(),
          fields: z.array(z.string()),
          why: z.string(),
        }),
      ),
    }),
    roles: administrators,
    personal: true,
    audit: null,
    changes: [],
    about: 'What taking an import back would do, before anything is written.',
  }),
  'import.undo': method({
    input: z.strictObject({ importId: id, seq: z.number().int() }),
    output: z.strictObject({
      restored: z.number().int(),
      removed: z.number().int(),
      kept: z.number().int(),
    }),
    roles: administrators,
    personal: false,
    audit: 'took an import back',
    changes: ['caseload', 'imports', 'session'],
    about: 'Takes an import back in one transaction. Refuses if anything changed since it was shown.',
  }),
}
