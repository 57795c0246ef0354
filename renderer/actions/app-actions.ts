import { useUi } from '../state/ui-store.ts'
import type { Action, ActionContext } from './registry.ts'

const unlocked = (context: ActionContext) => context.status.state === 'unlocked'
const may =
  (...roles: readonly string[]) =>
  (context: ActionContext) =>
    context.status.user !== null && roles.includes(context.status.user.role)

const goTo = (id: string, label: string, to: string, when = unlocked): Action => ({
  id: `go-${id}`,
  label,
  group: 'Go to',
  when,
  run: ({ navigate }) => void navigate(to),
})

/** Every action of the window itself. Pages add their own with `usePageActions`. */
export const APP_ACTIONS: readonly Action[] = [
  {
    id: 'find',
    label: 'Find a person or an action',
    shortcut: 'Ctrl+K',
    group: 'Find and do',
    when: unlocked,
    run: () => useUi.getState().openPalette(),
  },
  goTo('today', 'Today', '/today'),
  goTo('handovers', 'Handovers', '/handovers/upcoming'),
  goTo('com-overdue', 'Handovers, COM overdue', '/handovers/com_overdue'),
  goTo('tasks-overdue', 'Handovers, tasks overdue', '/handovers/tasks_overdue'),
  goTo('past-tariff', 'Handovers, past tariff', '/handovers/past_tariff'),
  goTo('calendar', 'Calendar', '/calendar'),
  goTo('meetings', 'Meetings to book', '/meetings'),
  goTo(
    'booked-file',
    'Save booked meetings as a calendar file',
    '/meetings?state=booked&file=1',
    may('head_of_omu', 'pom', 'case_administrator'),
  ),
  goTo('meetings-to-record', 'Meetings to record', '/meetings?state=to_record'),
  goTo('meetings-missed', 'Meetings missed', '/meetings?state=missed'),
  goTo('notes', 'Case notes to enter', '/notes'),
  goTo('morning-sheet', 'Morning sheet', '/sheet/morning'),
  goTo('friday-close', 'Friday close', '/sheet/friday'),
  goTo('caseload', 'Caseload', '/caseload'),
  goTo('compare', 'Compare rule sets', '/compare', may('head_of_omu', 'case_administrator', 'read_only')),
  goTo('rules', 'Rules and dates', '/rules'),
  goTo('adopt', 'Adopt a rule set', '/rules/adopt', may('head_of_omu')),
  goTo('parole', 'Parole', '/parole'),
  goTo('allocation', 'Allocation', '/allocation'),
  goTo('chases', 'Chases', '/chases'),
  goTo('chase-ladder', 'Escalation ladder', '/chases/ladder'),
  goTo('staff', 'Staff', '/staff', may('head_of_omu', 'case_administrator')),
  goTo('changes', 'What changed', '/changes'),
  goTo('differences', 'Differences from the national record', '/differences'),
  goTo('data-quality', 'Data quality', '/data-quality'),
  goTo('import', 'Import an extract', '/import', may('head_of_omu', 'case_administrator')),
  goTo('users', 'Users', '/users', unlocked),
  {
    id: 'help',
    label: 'Help',
    shortcut: 'F1',
    group: 'This window',
    when: unlocked,
    run: ({ navigate }) => void navigate('/help'),
  },
  {
    id: 'shortcuts',
    label: 'List the keyboard shortcuts',
    shortcut: 'Ctrl+/',
    group: 'This window',
    when: unlocked,
    run: () => useUi.getState().openShortcuts(),
  },
  {
    id: 'lock',
    label: 'Lock',
    shortcut: 'Ctrl+L',
    group: 'This window',
    when: unlocked,
    run: ({ lock }) => void lock(),
  },
  {
    id: 'print',
    label: 'Print this page',
    shortcut: 'Ctrl+P',
    group: 'This window',
    when: unlocked,
    run: () => window.print(),
  },
  {
    id: 'back',
    label: 'Back',
    shortcut: 'Alt+←',
    group: 'This window',
    when: unlocked,
    run: ({ navigate }) => void navigate(-1),
  },
  {
    id: 'forward',
    label: 'Forward',
    shortcut: 'Alt+→',
    group: 'This window',
    when: unlocked,
    run: ({ navigate }) => void navigate(1),
  },
]
