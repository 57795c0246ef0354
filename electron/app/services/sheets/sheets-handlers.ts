import { timeInLondon } from '../../../../db/london-day.ts'
import type { Scope } from '../../../../domain/contract/schemas.ts'
import { timeInWords } from '../../../../domain/meetings/booking.ts'
import { fitSheet } from '../../../../domain/sheets/fit-sheet.ts'
import type { Sheet, SheetKind } from '../../../../domain/sheets/sheet.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import { dayInTag } from '../../../../domain/text/status-tags.ts'
import type { Desk, Handlers, Session } from '../../context.ts'
import { sheetHtml } from '../../documents/sheet-html.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { sourceAges } from '../session/source-ages.ts'
import { fridayClose } from './friday-close.ts'
import { morningSheet } from './morning-sheet.ts'
import { sheetScope } from './sheet-scope.ts'

/** `Printed 23 November 2026, 8:31am. As at NOMIS 22 Nov, Delius 20 Nov.` */
function footOf(desk: Desk, session: Session, made: string): string {
  const today = desk.clock.today()
  const ages = sourceAges(desk.planning, session.store, today)
  const asAt = ages.map(({ source, date }) => `${source} ${dayInTag(date)}`).join('; ') || 'no list yet'
  return `${made} ${formatDate(today)}, ${timeInWords(timeInLondon(desk.clock.now()))}. As at ${asAt}.`
}

/** One sheet, cut to its page. `made` is how the foot begins: `Printed`, or `Made` for one that is only shown. */
export function sheetOf(desk: Desk, session: Session, kind: SheetKind, scope: Scope, made: string): Sheet {
  const whose = sheetScope(desk, session, scope)
  const { store, user } = session
  const drawn =
    kind === 'morning'
      ? morningSheet(store, whose)
      : fridayClose(store, whose, scope === 'unit' ? null : user.name)
  return fitSheet({
    kind,
    today: whose.unit.today,
    establishment: store.establishment.name,
    foot: footOf(desk, session, made),
    ...drawn,
  })
}

export function sheetsHandlers(desk: Desk): Pick<Handlers, 'sheets.show' | 'sheets.save'> {
  return {
    'sheets.show': async ({ kind, scope }, { session }) => sheetOf(desk, session, kind, scope, 'Made'),
    'sheets.save': async ({ kind, scope }, { session }) => {
      refuseWhereExportsAreOff(desk.host.policy)
      const sheet = sheetOf(desk, session, kind, scope, 'Printed')
      const page = { landscape: false, header: '', footer: '' }
      const bytes = await desk.host.printer.toPdf(sheetHtml(sheet), page)
      const name = kind === 'morning' ? 'MORNING-SHEET' : 'FRIDAY-CLOSE'
      const file = await desk.host.dialogs.saveFile(bytes, {
        name: `${name}_${sheet.today}.pdf`,
        kind: { name: 'PDF', extensions: ['pdf'] },
      })
      return { saved: file !== null, file }
    },
  }
}
