import { usePageActions } from '../../actions/page-actions.ts'
import { useCommand } from '../../api/use-command.ts'
import { useHasRole } from '../../api/use-session.ts'
import { Button } from '../../components/govuk/button.tsx'
import { ErrorSummary } from '../../components/govuk/error-summary.tsx'
import { Section } from '../../components/layout/section.tsx'
import type { Choices, StepProps } from './letter-page.tsx'

/** The letter as a Word document, to be changed where it has to be, or as a PDF. */
export function SaveLetter({ shown, choices, onDone }: StepProps & { choices: Choices }) {
  const maySave = useHasRole('head_of_omu', 'pom', 'case_administrator', 'pre_release_team')
  const command = useCommand('letter.save')
  const { personId, handover, confirmation } = shown
  async function save(format: 'docx' | 'pdf') {
    const done = await command.run({
      personId,
      format,
      ...choices,
      handover: confirmation === 'confirmed' ? handover : null,
    })
    if (done !== undefined) onDone(done.saved ? `Saved as ${done.file ?? 'a file'}.` : 'Nothing was saved.')
  }
  usePageActions(
    maySave
      ? [
          { id: 'letter-docx', label: 'Save the letter as Word', run: () => void save('docx') },
          { id: 'letter-pdf', label: 'Save the letter as PDF', run: () => void save('pdf') },
        ]
      : [],
  )
  if (!maySave) return null
  return (
    <Section title="Save it">
      <ErrorSummary errors={command.error === null ? [] : [{ message: command.error.message }]} />
      <div className="desk-actions">
        <Button kind="secondary" onPress={() => void save('docx')}>
          Save as Word
        </Button>
        <Button kind="secondary" onPress={() => void save('pdf')}>
          {command.running ? 'Making it…' : 'Save as PDF'}
        </Button>
      </div>
    </Section>
  )
}
