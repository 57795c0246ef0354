import { WarningText } from '../../components/govuk/notices.tsx'
import type { PartProps } from './case-file.ts'

/** Said where a day shown lies outside the list of bank holidays: the working day before it is not sure. */
export function HolidaysNote({ file }: PartProps) {
  return file.holidaysNote === null ? null : <WarningText>{file.holidaysNote}</WarningText>
}
