import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import type { EarlyAllocationAssessment } from '../../../../domain/early-allocation/assessment.ts'
import type { Desk, Session } from '../../context.ts'
import { earlyAllocationHtml } from '../../documents/early-allocation-html.ts'
import { nameOf } from '../caseload/unit-view.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { caseOf } from './case-of.ts'

/** Saves one assessment as a PDF, where the person chooses. The file's name holds the prison number, never a name. */
export async function exportAssessment(
  desk: Desk,
  session: Session,
  { personId, assessmentId }: ParsedInputOf<'assessment.export'>,
): Promise<OutputOf<'assessment.export'>> {
  refuseWhereExportsAreOff(desk.host.policy)
  const { person, decisions } = caseOf(desk, session, personId)
  const record = decisions.find(({ id, kind }) => id === assessmentId && kind === 'early_allocation')
  if (record === undefined)
    throw new DeskError('not_found', 'This assessment is no longer on the record: look at the case again.')
  const assessment = record.body as EarlyAllocationAssessment
  const number = person.record.prison_number ?? 'NO-NUMBER'
  const page = earlyAllocationHtml({
    name: nameOf(person.record),
    prisonNumber: number,
    crn: person.record.crn ?? null,
    establishment: session.store.establishment.name,
    pom: person.record.pom_name ?? null,
    assessedBy: record.byName,
    assessment,
    printedOn: desk.clock.today(),
  })
  const bytes = await desk.host.printer.toPdf(page, { landscape: false, header: '', footer: '' })
  const file = await desk.host.dialogs.saveFile(bytes, {
    name: `EARLY-ALLOCATION_${number}_${assessment.assessedOn}.pdf`,
    kind: { name: 'PDF', extensions: ['pdf'] },
  })
  return { saved: file !== null, file }
}
