import { showLongDate, showMoment, showShortDate } from '../../components/text/show-date.ts'
import type { CaseFile } from './case-file.ts'

/** The last change of the handover date: the old day struck, the new one, and what changed it. */
export function WhatMoved({ moved }: { moved: CaseFile['moved'] }) {
  if (moved === null) return null
  return (
    <section className="desk-box desk-moved" aria-labelledby="case-moved">
      <h2 className="desk-box__title" id="case-moved">
        What moved this date
      </h2>
      <p className="desk-moved__days">
        <span className="govuk-visually-hidden">Handover was </span>
        <del>{showShortDate(moved.was)}</del> <span aria-hidden="true">→</span>{' '}
        <span className="govuk-visually-hidden">and is now </span>
        <strong>{moved.now === null ? 'no date' : showShortDate(moved.now)}</strong>
      </p>
      <p>{moved.says}</p>
      {moved.because.map((cause) => (
        <p key={cause}>{cause}.</p>
      ))}
      <p className="desk-box__note">
        {showLongDate(moved.happenedOn)}. Noticed {showMoment(moved.at)}, {moved.by}.
      </p>
    </section>
  )
}
