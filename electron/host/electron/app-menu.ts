import type { MenuItemConstructorOptions } from 'electron'
import type { AppEvent } from '../../../domain/contract/bridge.ts'

/** The window's menu. What the pages can do is asked of them by the names their own actions have. */
export function menuTemplate(
  emit: (event: AppEvent) => void,
  packaged: boolean,
): MenuItemConstructorOptions[] {
  const ask = (label: string, action: string): MenuItemConstructorOptions => ({
    label,
    click: () => emit({ type: 'menu', action }),
  })
  return [
    {
      label: '&File',
      submenu: [ask('Lock', 'lock'), { type: 'separator' }, { role: 'quit', label: 'Close Handover Desk' }],
    },
    { role: 'editMenu', label: '&Edit' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(packaged ? [] : [{ role: 'toggleDevTools' } satisfies MenuItemConstructorOptions]),
      ],
    },
    {
      label: '&Go',
      submenu: [
        ask('Find', 'find'),
        ask('Today', 'go-today'),
        ask('Handovers', 'go-handovers'),
        ask('Calendar', 'go-calendar'),
        ask('Caseload', 'go-caseload'),
      ],
    },
    { label: '&Help', submenu: [ask('Help', 'help'), ask('Keyboard shortcuts', 'shortcuts')] },
  ]
}
