import { showMoment, showShortDate } from '../../components/text/show-date.ts'
import type { CaseFile } from './case-file.ts'

/** The last fact that moved the handover date: the old day struck, the new one, the cause and where it came from. */
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
      {moved.because.length === 0 ? (
        <p>No release or sentence date changed: the timeline says what did.</p>
      ) : (
        moved.because.map((cause) => <p key={cause}>{cause}.</p>)
      )}
      <p className="desk-box__note">
        {moved.source}. Imported {showMoment(moved.at)} by {moved.by}.
      </p>
    </section>
  )
}
