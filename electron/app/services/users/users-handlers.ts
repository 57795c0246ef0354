import { listUsers } from '../../../../db/repositories/users.ts'
import { addUser, changePassphrase, disableUser } from '../../../../db/user-keys.ts'
import type { Desk, Handlers } from '../../context.ts'

type UsersMethods = 'users.list' | 'users.add' | 'users.disable' | 'users.changePassphrase'

/** Who may unlock this store. */
export function usersHandlers(desk: Desk): Pick<Handlers, UsersMethods> {
  const at = () => desk.clock.now().toISOString()
  return {
    'users.list': async (_input, { session }) =>
      listUsers(session.store.read).map(({ id, name, role, disabled, lastUnlockedAt }) => ({
        userId: id,
        name,
        role,
        disabled,
        lastUnlockedAt,
      })),

    'users.add': async (input, { session }) => ({
      userId: await addUser(session.store, { userId: session.user.id }, at(), input),
    }),

    'users.disable': async ({ userId }, { session }) => {
      await disableUser(session.store, { userId: session.user.id }, at(), userId)
      return {}
    },

    'users.changePassphrase': async ({ current, next }, { session }) => {
      await changePassphrase(session.store, { userId: session.user.id }, current, next, desk.clock.now())
      return {}
    },
  }
}
