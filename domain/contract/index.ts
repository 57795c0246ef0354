import type { z } from 'zod'
import { allocation } from './allocation.ts'
import { chases } from './chases.ts'
import { changes } from './changes.ts'
import { calendar } from './calendar.ts'
import { caseload } from './caseload.ts'
import { compare } from './compare.ts'
import { decisions } from './decisions.ts'
import { facts } from './facts.ts'
import { imports } from './import.ts'
import { importUndo } from './import-undo.ts'
import { invitations } from './invitations.ts'
import { contacts, drafts, meetings, notes } from './meetings.ts'
import { letters } from './letters.ts'
import { movements } from './movements.ts'
import { pack } from './pack.ts'
import { parole } from './parole.ts'
import { quality } from './quality.ts'
import { ready } from './ready.ts'
import { records } from './records.ts'
import { rules } from './rules.ts'
import { sheets } from './sheets.ts'
import { sources } from './sources.ts'
import { session, users } from './session.ts'
import { staff } from './staff.ts'
import { today } from './today.ts'

/** Every call the pages can make, as data: the router, the typed client and `electron/API.md` are made from it. */
export const contract = {
  ...session,
  ...users,
  ...today,
  ...caseload,
  ...calendar,
  ...meetings,
  ...invitations,
  ...contacts,
  ...notes,
  ...drafts,
  ...facts,
  ...records,
  ...imports,
  ...importUndo,
  ...movements,
  ...sources,
  ...ready,
  ...sheets,
  ...letters,
  ...pack,
  ...compare,
  ...quality,
  ...decisions,
  ...changes,
  ...rules,
  ...parole,
  ...staff,
  ...allocation,
  ...chases,
}

export type Contract = typeof contract
export type MethodName = keyof Contract
export type InputOf<M extends MethodName> = z.input<Contract[M]['input']>
export type ParsedInputOf<M extends MethodName> = z.output<Contract[M]['input']>
export type OutputOf<M extends MethodName> = z.output<Contract[M]['output']>

export { AREAS, type Area, type Method } from './method.ts'
export { DeskError, ERROR_CODES, type Answer, type ErrorCode } from './errors.ts'
export { CALL_VERSION, makeBridge, type AppEvent, type Bridge, type Transport } from './bridge.ts'
