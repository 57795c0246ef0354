import { useEffect } from 'react'
import type { InputOf } from '../../../domain/contract/index.ts'
import { useCommand } from '../../api/use-command.ts'
import { Button } from '../../components/govuk/button.tsx'
import { useUi } from '../../state/ui-store.ts'

/** The calendar as it stands, as a PDF on A4. What came of it is read out, and shown where it failed. */
export function PrintButton(sheet: InputOf<'calendar.print'>) {
  const print = useCommand('calendar.print')
  const announce = useUi((ui) => ui.announce)
  async function save() {
    const done = await print.run(sheet)
    if (done !== undefined) announce(done.saved ? `Saved as ${done.file ?? 'a file'}.` : 'Nothing was saved.')
  }
  const failed = print.error?.message ?? ''
  useEffect(() => {
    if (failed !== '') announce(failed)
  }, [failed, announce])
  return (
    <>
      <Button kind="secondary" onPress={() => void save()}>
        {print.running ? 'Making the PDF…' : 'Print on A4'}
      </Button>
      {failed !== '' && <p className="govuk-error-message desk-calendar__failed">{failed}</p>}
    </>
  )
}
