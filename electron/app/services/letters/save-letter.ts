import { DeskError } from '../../../../domain/contract/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../../../domain/contract/index.ts'
import { formatDate } from '../../../../domain/text/dates.ts'
import type { Desk, Session } from '../../context.ts'
import { letterDocx } from '../../documents/letter-docx.ts'
import { letterHtml } from '../../documents/letter-html.ts'
import { refuseWhereExportsAreOff } from '../pack/record-export.ts'
import { letterOf, letterShown } from './letter-shown.ts'

const KINDS = { pdf: 'PDF', docx: 'Word document' } as const

/** Saves the letter as the preview said it. Throws `not_allowed` where there is none, `conflict` where its date is another by now. */
export async function saveLetter(
  desk: Desk,
  session: Session,
  { personId, format, largePrint, withDay, release, handover }: ParsedInputOf<'letter.save'>,
): Promise<OutputOf<'letter.save'>> {
  refuseWhereExportsAreOff(desk.host.policy)
  const { one, subject } = letterOf(desk, session, personId)
  const shown = letterShown(one, subject, { withDay, release })
  if (shown.letter === null)
    throw new DeskError('not_allowed', shown.refused ?? 'There is no letter for this case.')
  if (release && shown.release === null)
    throw new DeskError('bad_input', 'No release date is confirmed, so the letter cannot say one.')
  const says = shown.confirmation === 'confirmed' ? shown.handover : null
  if (says !== handover) {
    const now =
      says === null ? 'no date is confirmed that is still so' : `the confirmed date is ${formatDate(says)}`
    throw new DeskError(
      'conflict',
      `The letter has changed since it was shown: ${now}. Nothing was saved. Read it again, then save it.`,
    )
  }
  const bytes =
    format === 'docx'
      ? await letterDocx(shown.letter, largePrint)
      : await desk.host.printer.toPdf(letterHtml(shown.letter, largePrint), {
          landscape: false,
          header: '',
          footer: '',
        })
  // A name is never part of a file's name: it is seen where the file is not opened.
  const number = /^[A-Z]\d{4}[A-Z]{2}$/u.test(one.prisonNumber) ? one.prisonNumber : 'NO-NUMBER'
  const file = await desk.host.dialogs.saveFile(bytes, {
    name: `LETTER_${number}_${shown.today}${largePrint ? '_LARGE-PRINT' : ''}.${format}`,
    kind: { name: KINDS[format], extensions: [format] },
  })
  return { saved: file !== null, file }
}
