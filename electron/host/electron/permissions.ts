import type { Session } from 'electron'
import { originOf } from '../../app/security/page-origin.ts'

/**
 * Everything a page may ask the computer for: to copy text, when a person presses a button that says so, and to say once a day what is
 * due, in words that name nobody. The rest is no.
 */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'notifications'])

export const mayHave = (permission: string, url: string, origin: string): boolean =>
  ALLOWED.has(permission) && originOf(url) === origin

export function denyPermissions(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(details.isMainFrame && mayHave(permission, details.requestingUrl, origin)),
  )
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
    mayHave(permission, requestingOrigin, origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
}
