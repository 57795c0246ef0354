import type { OutputOf } from '../../../domain/contract/index.ts'
import { goTo } from '../../components/layout/go-to.ts'
import { showMoment } from '../../components/text/show-date.ts'

type Pack = OutputOf<'pack.show'>

/** Why this is a draft, what is missing, where to go, and what was exported before. */
export function PackAside({ pack }: { pack: Pack }) {
  return (
    <>
      {pack.missingSections.length > 0 && (
        <section className="desk-box" aria-labelledby="pack-draft">
          <h2 className="desk-box__title" id="pack-draft">
            Draft: these sections do not exist yet
          </h2>
          <ul className="desk-box__list">
            {pack.missingSections.map((section) => (
              <li key={section}>{section}</li>
            ))}
          </ul>
          <p className="desk-box__note">Every pack says on its cover that it is a draft until they do.</p>
        </section>
      )}
      <Gaps pack={pack} />
      <Versions pack={pack} />
    </>
  )
}

function Gaps({ pack }: { pack: Pack }) {
  const counts = pack.sections
    .map((section) => ({ section, gaps: pack.gaps.filter((gap) => gap.section === section.key).length }))
    .filter(({ gaps }) => gaps > 0)
  return (
    <section className="desk-box" aria-labelledby="pack-gaps">
      <h2 className="desk-box__title" id="pack-gaps">
        {pack.gaps.length === 1 ? '1 gap' : `${pack.gaps.length || 'No'} gaps`}
      </h2>
      {counts.length > 0 && (
        <ul className="desk-box__list desk-box__list--counts">
          {counts.map(({ section, gaps }) => (
            <li key={section.key}>
              <button type="button" className="desk-link-button" onClick={() => goTo(`pack-${section.key}`)}>
                {section.title}
              </button>
              <span>{gaps}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="desk-box__note">
        {counts.length > 0
          ? 'They print as gaps, so that the COM sees what is not known.'
          : 'Everything these sections ask for is known.'}
      </p>
    </section>
  )
}

function Versions({ pack }: { pack: Pack }) {
  return (
    <section className="desk-box" aria-labelledby="pack-versions">
      <h2 className="desk-box__title" id="pack-versions">
        Exported before
      </h2>
      {pack.exported.length === 0 ? (
        <p className="desk-box__note">No pack has been exported for this person.</p>
      ) : (
        <ul className="desk-latest">
          {pack.exported.map((version) => (
            <li key={version.packId}>
              Version {version.version}
              <span className="desk-second">
                {showMoment(version.at)}, {version.by}
              </span>
              <span className="desk-second">
                Hash <code title={version.hash}>{version.hash.slice(0, 16)}</code>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
