import { z } from 'zod'
import { method } from './method.ts'
import {
  asAt,
  civilDate,
  id,
  newPassphrase,
  nothing,
  passphrase,
  role,
  ruleSetId,
  shortText,
} from './schemas.ts'

const user = z.strictObject({ userId: id, name: z.string(), role })
const areaCounts = z.strictObject({
  handovers: z.number().int(),
  caseload: z.number().int(),
  /** Differences from the national record still to explain. */
  differences: z.number().int(),
  /** People with anything doubtful or missing. */
  quality: z.number().int(),
  /** Cases of the whole unit that ask for a POM and have none. */
  waiting: z.number().int(),
  /** Mandated meetings to book, to record or missed. */
  meetings: z.number().int(),
  /** Case notes not yet in both national systems. */
  notes: z.number().int(),
  /** Chases due today: one message for each place. */
  chases: z.number().int(),
})

export const session = {
  'session.status': method({
    input: nothing,
    output: z.strictObject({
      /** `none`: no store here yet. */
      state: z.enum(['none', 'locked', 'unlocked']),
      today: civilDate,
      version: z.string(),
      /** Which shell is showing this window. */
      host: z.enum(['electron', 'chromium', 'headless']),
      establishment: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
      /** People who may unlock, in name order. Names only: no role and no case fact before unlocking. */
      people: z.array(z.strictObject({ userId: id, name: z.string() })),
      /** Set for the sample establishment alone, whose people are invented: the passphrase all its users share. */
      sample: z.strictObject({ passphrase: z.string(), today: civilDate.nullable() }).nullable(),
      user: user.nullable(),
      /**
       * Counts of work beside the areas of the side navigation, of the unit, of the user's own cases and of those they
       * cover, where they cover for anybody today; null while locked.
       */
      counts: z
        .strictObject({ unit: areaCounts, mine: areaCounts, covering: areaCounts.nullable() })
        .nullable(),
      /** The POMs away whom the user covers for today, and the last day of each. */
      covering: z.array(z.strictObject({ name: z.string(), until: civilDate })),
      asAt: z.array(asAt),
      backedUpAt: z.string().nullable(),
      ruleSets: z.array(
        z.strictObject({
          id: ruleSetId,
          name: z.string(),
          summary: z.string(),
          /** The same made-up case under each, so that they can be told apart. */
          example: z.string(),
        }),
      ),
      prisons: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    }),
    roles: 'anyone',
    personal: false,
    audit: null,
    changes: [],
    about: 'What the window should show: set up, unlock, or the signed-in user and how old the data is.',
  }),
  'session.unlock': method({
    input: z.strictObject({ userId: id, passphrase }),
    output: user,
    roles: 'anyone',
    personal: false,
    audit: 'unlocked',
    changes: ['session'],
    about: 'Opens the store with one user’s passphrase. Wrong passphrases answer alike and ever more slowly.',
  }),
  'session.recover': method({
    input: z.strictObject({ userId: id, recoveryKey: z.string().min(1).max(100), newPassphrase }),
    output: user,
    roles: 'anyone',
    personal: false,
    audit: 'unlocked with the recovery key and set a new passphrase',
    changes: ['session', 'users'],
    about: 'Opens the store with the printed recovery key and gives one user a new passphrase.',
  }),
  'session.lock': method({
    input: nothing,
    output: nothing,
    roles: 'anyone',
    personal: false,
    audit: 'locked',
    changes: ['session'],
    about: 'Closes the store and forgets its key.',
  }),
  'setup.create': method({
    input: z.strictObject({
      establishment: z.string().regex(/^[A-Z]{3}$/),
      ruleSet: ruleSetId,
      headOfOmu: shortText,
      passphrase: newPassphrase,
    }),
    output: z.strictObject({ recoveryKey: z.string() }),
    roles: 'anyone',
    personal: false,
    audit: 'created the store',
    changes: ['session'],
    about: 'Creates an empty encrypted store, unlocked by its first head of OMU. Refuses where one exists.',
  }),
}

export const users = {
  'users.list': method({
    input: nothing,
    output: z.array(
      z.strictObject({
        userId: id,
        name: z.string(),
        role,
        disabled: z.boolean(),
        lastUnlockedAt: z.string().nullable(),
      }),
    ),
    roles: ['head_of_omu'],
    personal: false,
    audit: null,
    changes: [],
    about: 'Everyone who can or could unlock this store.',
  }),
  'users.add': method({
    input: z.strictObject({ name: shortText, role, passphrase: newPassphrase }),
    output: z.strictObject({ userId: id }),
    roles: ['head_of_omu'],
    personal: false,
    audit: 'added a user',
    changes: ['users', 'session'],
    about: 'Adds a user whose passphrase wraps the one data key.',
  }),
  'users.disable': method({
    input: z.strictObject({ userId: id }),
    output: nothing,
    roles: ['head_of_omu'],
    personal: false,
    audit: 'disabled a user',
    changes: ['users', 'session'],
    about: 'Stops a user unlocking. Refuses the last head of OMU and oneself.',
  }),
  'users.changePassphrase': method({
    input: z.strictObject({ current: passphrase, next: newPassphrase }),
    output: nothing,
    roles: ['head_of_omu', 'pom', 'case_administrator', 'pre_release_team', 'read_only'],
    personal: false,
    audit: 'changed their passphrase',
    changes: ['users'],
    about: 'Gives the signed-in user a new passphrase after checking the old one.',
  }),
}
