import { DateLine } from '../../components/date-line/date-line.tsx'
import type { DateLineWindow } from '../../components/date-line/date-line-geometry.ts'
import type { CaseFile } from './case-file.ts'

/** The sentence as a line: the same days as the cards below, in one picture. */
export function CaseDateLine({ file }: { file: CaseFile }) {
  if (file.sentenceStart === null && file.handover === null && file.earliestRelease === null) return null
  return (
    <>
      <DateLine
        today={file.today}
        sentenceStart={file.sentenceStart}
        sentenceEnd={file.sentenceEnd}
        release={releaseOf(file)}
        responsibility={file.calculated}
        handoverStart={file.handoverStart}
        handover={file.handover}
        windows={windowsOf(file)}
        pom={file.pom}
        com={file.com}
      />
      {file.calculated !== file.responsibility && (
        <p className="desk-second">
          The line shows the days as the rules give them. An override holds now: see Responsibility.
        </p>
      )}
    </>
  )
}

function releaseOf(file: CaseFile) {
  if (file.earliestRelease === null) return null
  const { type, date } = file.earliestRelease
  const label = { PED: 'Parole eligibility', TED: 'Tariff expiry', THD: 'Target hearing' }[type] ?? 'Release'
  return { label, date }
}

function windowsOf(file: CaseFile): DateLineWindow[] {
  return file.dates.flatMap((card) =>
    card.windowFrom === null || card.windowTo === null
      ? []
      : [
          {
            key: card.key,
            title: card.title,
            from: card.windowFrom,
            to: card.windowTo,
            open: card.date === null,
          },
        ],
  )
}
