import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import { emlMessage } from '../../documents/eml.ts'
import type { Desk, Session } from '../../context.ts'
import { scopedCases } from '../caseload/caseload-handlers.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { draftMessage, draftsOf, recipientsOf } from './drafts.ts'
import { addressesIn, ladderOf } from './ladder-setting.ts'
import { monthlyCsv, monthlyListsOf, monthlyMessage } from './monthly-lists.ts'

type Input = ParsedInputOf<'chases.draft'>
interface File {
  name: string
  bytes: Uint8Array
}

/** `chase-leeds-2026-11-23.eml`: a place and a day, never a person. */
const fileName = (kind: Input['kind'], place: string, today: CivilDate, ending: string): string => {
  const slug = place
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${kind === 'chase' ? 'chase' : 'handovers-monthly'}-${slug || 'message'}-${today}.${ending}`
}

const isGone = (): never => {
  throw new DeskError(
    'conflict',
    'A message is no longer due to one of these: a date moved, a COM was named or somebody recorded it as sent. Nothing was saved. Look at the page again.',
  )
}

function chaseFiles(desk: Desk, session: Session, { scope, names, keys }: Input): File[] {
  const { unit, cases } = scopedCases(desk, session, scope)
  const drafts = new Map(draftsOf(session.store, unit, cases).map((draft) => [draft.place.key, draft]))
  const addresses = addressesIn(session.store.read)
  return keys.map((key) => {
    const draft = drafts.get(key) ?? isGone()
    const message = { ...recipientsOf(draft, addresses), ...draftMessage(session, draft, names) }
    return {
      name: fileName('chase', draft.place.name, unit.today, 'eml'),
      bytes: emlMessage(message, desk.clock.now()),
    }
  })
}

function monthlyFiles(desk: Desk, session: Session, { names, keys }: Input): File[] {
  const { unit } = scopedCases(desk, session, 'unit')
  const { today } = unit
  const lists = new Map(monthlyListsOf(unit).map((list) => [list.place.key, list]))
  const addresses = addressesIn(session.store.read)
  const rungs = ladderOf(session.store).slice(0, 1)
  return keys.map((key) => {
    const list = lists.get(key) ?? isGone()
    const { place } = list
    const { to } = recipientsOf({ place, rungs }, addresses)
    const attachment = {
      name: fileName('monthly', place.name, today, 'csv'),
      type: 'text/csv; charset=utf-8',
      bytes: monthlyCsv(list, names),
    }
    const message = { to, ...monthlyMessage(session, list, today), attachments: [attachment] }
    return {
      name: fileName('monthly', place.name, today, 'eml'),
      bytes: emlMessage(message, desk.clock.now()),
    }
  })
}

/** Two places whose names differ only in signs get files of two names. */
function withOwnNames(files: File[]): File[] {
  const taken = new Map<string, number>()
  return files.map(({ name, bytes }) => {
    const before = taken.get(name) ?? 0
    taken.set(name, before + 1)
    return { name: before === 0 ? name : name.replace(/\.eml$/, `-${before + 1}.eml`), bytes }
  })
}

/** Saves messages as email files, one or several into a folder; records nothing. Throws `not_allowed` where exports are off. */
export async function saveMessages(
  desk: Desk,
  session: Session,
  input: Input,
): Promise<OutputOf<'chases.draft'>> {
  refuseWhereExportsAreOff(desk.host.policy)
  const wanted = { ...input, keys: [...new Set(input.keys)] }
  const files = withOwnNames(
    input.kind === 'chase' ? chaseFiles(desk, session, wanted) : monthlyFiles(desk, session, wanted),
  )
  const [only] = files
  const { dialogs } = desk.host
  const file =
    files.length === 1 && only !== undefined
      ? await dialogs.saveFile(only.bytes, {
          name: only.name,
          kind: { name: 'Email message', extensions: ['eml'] },
        })
      : await dialogs.saveFiles(files)
  return { saved: file !== null, messages: files.length, file }
}
