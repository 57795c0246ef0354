import { WarningText } from '../../components/govuk/notices.tsx'

/** Said where a day shown lies outside the list of bank holidays: the working day before it is not sure. */
export function HolidaysNote({ note }: { note: string | null }) {
  return note === null ? null : <WarningText>{note}</WarningText>
}
