import {
  hiddenKinds,
  KIND_GROUPS,
  KIND_WORDS,
  type CalendarFilters,
  type Shape,
} from '../../../domain/calendar/calendar-filters.ts'
import { MARKS } from '../../../domain/calendar/marks.ts'
import type { Scope } from '../../../domain/contract/schemas.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { calendarStyles } from './calendar-styles.ts'
import { html, Html } from './html.ts'
import { packStyles } from './pack-styles.ts'

/** What every sheet of the calendar says of itself. */
export interface CalendarSheet {
  establishment: string
  /** Whose it is and what is left out: `The whole unit, wing C2. Not shown: releases.` */
  filtersInWords: string
  filters: CalendarFilters
  scope: Scope
  /** `NOMIS 22 November 2026; Delius 20 November 2026` */
  asAt: string
  printedBy: string
  today: CivilDate
  from: CivilDate
  to: CivilDate
  holidaysNote: string | null
}

/** A shape as on screen, in the ink of the words beside it. */
export function mark(shape: Shape): Html {
  return html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">
    ${MARKS[shape].map(({ d, width, dash, paper }) =>
      width === 0
        ? html`<path d="${d}" fill="currentColor" />`
        : html`<path
            d="${d}"
            fill="none"
            stroke="${paper ? '#fff' : 'currentColor'}"
            stroke-width="${width}"
            stroke-dasharray="${dash ?? 'none'}"
          />`,
    )}
  </svg>`
}

/** One document: heading, whose and what, the body, and the shapes in words. */
export function sheetHtml(sheet: CalendarSheet, landscape: boolean, body: Html): string {
  const period = `${formatDate(sheet.from)} to ${formatDate(sheet.to)}`
  const styles = packStyles({
    topLeft: 'OFFICIAL-SENSITIVE',
    topRight: sheet.establishment,
    bottomLeft: `Printed ${formatDate(sheet.today)} by ${sheet.printedBy}`,
  })
  return html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>Calendar, ${period}</title>
        <style>
          ${new Html(styles)} ${new Html(calendarStyles(landscape))}
        </style>
      </head>
      <body>
        <main>
          <h1>Calendar <span>${period}</span></h1>
          <p class="filters">${sheet.filtersInWords}</p>
          <p class="as-at">As at ${sheet.asAt}.</p>
          ${sheet.holidaysNote === null ? null : html`<p class="note">${sheet.holidaysNote}</p>`}
          ${legend(sheet, landscape)} ${body}
        </main>
      </body>
    </html>`.text
}

function legend({ filters, scope }: CalendarSheet, bands: boolean): Html {
  const hidden = hiddenKinds(filters, scope)
  const kinds = KIND_GROUPS.flatMap((group) => group.kinds).filter((kind) => !hidden.has(kind))
  return html`<p class="legend">
    ${kinds.map((kind) =>
      kind === 'windows'
        ? bands
          ? html`<span><span class="swatch"></span> Window of a meeting to book, to its last day</span>`
          : null
        : html`<span>${mark(kind)} ${KIND_WORDS[kind]}</span>`,
    )}
  </p>`
}
