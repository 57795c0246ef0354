import type { OutputOf } from '../../../domain/contract/index.ts'
import { Button } from '../../components/govuk/button.tsx'
import type { Exporter } from './use-export.ts'
import { PACK_FORMATS } from './pack-formats.ts'

/** The decision at the foot of the page, and in words what it will do. */
export function ExportBar({ pack, exporter }: { pack: OutputOf<'pack.show'>; exporter: Exporter }) {
  const { formats, setFormats, running, run, errors } = exporter
  const missing = errors.some((error) => error.field === 'pack-formats')
  const turn = (format: (typeof formats)[number]) =>
    setFormats(formats.includes(format) ? formats.filter((other) => other !== format) : [...formats, format])
  return (
    <div className="desk-decision">
      <Button onPress={run} keys="Ctrl+Enter">
        {running ? 'Exporting…' : 'Export pack'}
      </Button>
      <fieldset
        className="desk-decision__choices"
        {...(missing ? { 'aria-describedby': 'pack-formats-error' } : {})}
      >
        <legend className="govuk-visually-hidden">Formats</legend>
        {PACK_FORMATS.map(({ value, label, hint }, at) => (
          <label className="desk-choice" key={value}>
            <input
              id={at === 0 ? 'pack-formats' : `pack-formats-${value}`}
              type="checkbox"
              checked={formats.includes(value)}
              onChange={() => turn(value)}
            />
            <span className="desk-choice__box" aria-hidden="true" />
            {label}
            <span className="govuk-visually-hidden">, {hint}</span>
          </label>
        ))}
        {missing && (
          <span className="govuk-error-message" id="pack-formats-error">
            <span className="govuk-visually-hidden">Error:</span> Select at least one format
          </span>
        )}
      </fieldset>
      <p className="desk-decision__words">
        Saves draft version {pack.nextVersion} where you choose, under one hash, and records who exported it.
        {pack.gaps.length > 0 &&
          ` ${pack.gaps.length} ${pack.gaps.length === 1 ? 'gap prints as a gap' : 'gaps print as gaps'}.`}
      </p>
    </div>
  )
}
