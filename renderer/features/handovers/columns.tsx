import { comTag } from '../../../domain/text/status-tags.ts'
import { describeResponsibility } from '../../../domain/text/reasons.ts'
import { Tag, Tags } from '../../components/govuk/tag.tsx'
import { PersonLink } from '../../components/layout/person-link.tsx'
import type { Column } from '../../components/table/table.tsx'
import { WindowAxis, WindowBar } from '../../components/table/window-bar.tsx'
import { shortName } from '../../components/text/short-name.ts'
import { showDayMonth, showIn, showTableDate } from '../../components/text/show-date.ts'
import type { HandoverRow } from './filters.tsx'

/** Bold up to 14 days, and once past. */
const CLOSE = 14

const person: Column<HandoverRow> = {
  key: 'person',
  head: 'Person',
  rowHead: true,
  cell: (row) => <PersonLink personId={row.personId} name={row.name} prisonNumber={row.prisonNumber} />,
}

const handover: Column<HandoverRow> = {
  key: 'handover',
  head: 'Handover',
  className: 'desk-nowrap',
  cell: (row) => (row.handover ? showTableDate(row.handover) : 'No date'),
}

const away: Column<HandoverRow> = {
  key: 'in',
  head: 'In',
  className: 'desk-nowrap',
  cell: (row) => {
    if (row.days === null) return ''
    const words = showIn(row.days)
    return row.days <= CLOSE ? <strong>{words}</strong> : words
  },
}

const meeting: Column<HandoverRow> = {
  key: 'meeting',
  head: 'Meeting',
  className: 'desk-nowrap',
  cell: (row) => <Meeting meeting={row.meeting} />,
}

function Meeting({ meeting }: { meeting: HandoverRow['meeting'] }) {
  if (meeting === null) return null
  if (meeting.state === 'held') {
    return (
      <>
        <span className="desk-tick" aria-hidden="true">
          ✓
        </span>{' '}
        Held{meeting.on && ` ${showDayMonth(meeting.on)}`}
      </>
    )
  }
  if (meeting.state === 'missed') return <strong>Missed</strong>
  if (meeting.state === 'not_held') return 'Not held'
  if (meeting.state === 'booked') return `Booked${meeting.on === null ? '' : ` ${showDayMonth(meeting.on)}`}`
  return meeting.state === 'to_book' ? 'To book' : 'Set a date'
}

const com: Column<HandoverRow> = {
  key: 'com',
  head: 'COM',
  className: 'desk-nowrap',
  cell: (row) => <Com row={row} />,
}

function Com({ row }: { row: HandoverRow }) {
  if (row.com.name !== null) return row.com.name
  // How many days stands in its own column.
  const tag = comTag(row.com.state, row.days, null)
  return tag && <Tag {...tag} />
}

const pom: Column<HandoverRow> = {
  key: 'pom',
  head: 'POM',
  className: 'desk-nowrap',
  cell: (row) => (row.pom ? shortName(row.pom) : 'No POM'),
}

const risk: Column<HandoverRow> = {
  key: 'risk',
  head: 'Tier · RoSH',
  className: 'desk-nowrap',
  cell: (row) => [row.tier, row.rosh].filter(Boolean).join(' · '),
}

const flags: Column<HandoverRow> = { key: 'flags', head: 'Flags', cell: (row) => <Tags tags={row.tags} /> }

const responsible: Column<HandoverRow> = {
  key: 'responsible',
  head: 'Responsible',
  cell: (row) => describeResponsibility(row.responsibility).replace(' responsible', ''),
}

const release: Column<HandoverRow> = {
  key: 'release',
  head: 'Earliest release',
  className: 'desk-nowrap',
  cell: (row) =>
    row.earliestRelease
      ? `${row.earliestRelease.type} ${showTableDate(row.earliestRelease.date)}`
      : 'Not known',
}

/** The lists users know: the window's column says when. */
export function windowColumns(today: string): Column<HandoverRow>[] {
  const bar: Column<HandoverRow> = {
    key: 'window',
    head: <WindowAxis today={today} />,
    className: 'desk-window-cell',
    cell: (row) => (
      <WindowBar
        today={today}
        windowFrom={row.windowFrom}
        windowTo={row.windowTo}
        due={row.handover}
        meeting={row.meeting}
      />
    ),
  }
  return [person, handover, away, bar, meeting, com, pom, risk, flags]
}

/** The lists the national service leaves out: who holds the case now, and what the next release date is. */
export const RESPONSIBILITY_COLUMNS: readonly Column<HandoverRow>[] = [
  person,
  release,
  responsible,
  handover,
  com,
  pom,
  risk,
  flags,
]
