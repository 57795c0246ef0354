import { useNavigate } from 'react-router'
import { usePageActions, type PageAction } from '../../actions/page-actions.ts'
import { useHasRole } from '../../api/use-session.ts'
import { casePath, type CaseFile } from '../case/case-file.ts'

const MANDATED = ['mt-handover', 'mt-prerelease-2', 'mt-prerelease-1m']

type Known = Pick<CaseFile, 'personId'> & Partial<Pick<CaseFile, 'work' | 'presence'>>

/** The next mandated meeting of a case that is neither held nor recorded as not held. */
function nextMeeting({ work, presence }: Known): { task: string; title: string } | null {
  if (presence?.state === 'left') return null
  const rows = work?.groups.flatMap((group) => group.rows) ?? []
  for (const task of MANDATED) {
    const row = rows.find((known) => known.task === task)
    if (row !== undefined && row.doneOn === null && row.notDone === null) return { task, title: row.title }
  }
  return null
}

/** What can be done about the meetings of the case in hand, from any part of it: in the palette and under keys. */
export function useMeetingActions(file: Known): void {
  const navigate = useNavigate()
  const mayWrite = useHasRole('head_of_omu', 'pom', 'case_administrator')
  const next = mayWrite ? nextMeeting(file) : null
  const at = casePath(file.personId, 'meetings')
  const actions: PageAction[] = []
  if (next !== null)
    actions.push(
      {
        id: 'book-meeting',
        label: `Book: ${next.title}`,
        shortcut: 'Alt+B',
        run: () => void navigate(`${at}?book=${next.task}`),
      },
      {
        id: 'record-meeting',
        label: `Record: ${next.title}`,
        shortcut: 'Alt+R',
        run: () => void navigate(`${at}?record=${next.task}`),
      },
    )
  if (mayWrite && file.work !== undefined)
    actions.push({
      id: 'log-contact',
      label: 'Log a contact with the COM',
      shortcut: 'Alt+L',
      run: () => void navigate(`${at}?contact=new`),
    })
  actions.push({
    id: 'letter',
    label: 'Letter to the person',
    run: () => void navigate(`/case/${file.personId}/letter`),
  })
  usePageActions(actions)
}
