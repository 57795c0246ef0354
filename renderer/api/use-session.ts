import { createContext, useContext } from 'react'
import type { OutputOf } from '../../domain/contract/index.ts'
import type { Role } from '../../domain/model/role.ts'

export type SessionStatus = OutputOf<'session.status'>

export const SessionContext = createContext<SessionStatus | null>(null)

/** What `session.status` last answered. The frame asks it; pages only read it. */
export function useSession(): SessionStatus {
  const status = useContext(SessionContext)
  if (status === null) throw new Error('useSession outside the frame')
  return status
}

/** Whether the signed-in user has one of these roles. */
export function useHasRole(...roles: readonly Role[]): boolean {
  const { user } = useSession()
  return user !== null && roles.includes(user.role)
}
