import { Link } from 'react-router'
import { Columns, Section } from '../../components/layout/section.tsx'
import { CaseDateLine } from './case-date-line.tsx'
import { casePath, type PartProps } from './case-file.ts'
import { DateCard } from './date-card.tsx'
import { Flags } from './flags.tsx'
import { HolidaysNote } from './holidays-note.tsx'
import { NationalRecord } from './national-record.tsx'
import { OtherRules } from './other-rules.tsx'
import { ResponsibilityLine } from './responsibility.tsx'
import { WhatIf } from './what-if.tsx'
import { WhatMoved } from './what-moved.tsx'

/** Every date with the sum, rule and source it rests on. */
export function DatesAndReasons({ file }: PartProps) {
  return (
    <div className="desk-case">
      <ResponsibilityLine file={file} />
      <HolidaysNote note={file.holidaysNote} />
      {file.cannotPlan === null && <CaseDateLine file={file} />}
      <Columns
        main={
          <>
            {file.cannotPlan !== null && <CannotPlan file={file} />}
            {file.dates.length > 0 ? (
              <Section title="How each date was worked out">
                {file.dates.map((card) => (
                  <DateCard card={card} key={card.key} />
                ))}
              </Section>
            ) : (
              file.cannotPlan === null && (
                <Section title="How each date was worked out">
                  <p>
                    This case has no handover date under these rules, so it has no mandated meetings either.
                  </p>
                </Section>
              )
            )}
          </>
        }
        aside={
          <>
            <WhatMoved moved={file.moved} />
            <Flags flags={file.flags} />
            <OtherRules rules={file.otherRules} />
            <NationalRecord file={file} ours={file.handover} />
            <WhatIf file={file} />
          </>
        }
      />
    </div>
  )
}

/** The plan could not be made: what is missing stands where the dates would be. */
export function CannotPlan({ file }: PartProps) {
  return (
    <Section title="No dates can be worked out yet">
      <p className="desk-case__missing">{file.cannotPlan}</p>
      <p>
        Dates appear here once an extract brings what is missing.{' '}
        <Link to={casePath(file.personId, 'facts')}>See what is known</Link>
      </p>
    </Section>
  )
}
