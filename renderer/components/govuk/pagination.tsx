/** Pages of a list. Buttons, not links: the page is part of what the list was left at, not of the route. */
export function Pagination(props: {
  label: string
  page: number
  pages: number
  onPage: (page: number) => void
}) {
  const { label, page, pages, onPage } = props
  if (pages <= 1) return null
  return (
    <nav className="govuk-pagination" aria-label={label}>
      {page > 1 && (
        <div className="govuk-pagination__prev">
          <button
            type="button"
            className="govuk-link govuk-pagination__link desk-plain"
            rel="prev"
            onClick={() => onPage(page - 1)}
          >
            <span className="govuk-pagination__link-title">
              Previous<span className="govuk-visually-hidden"> page</span>
            </span>
          </button>
        </div>
      )}
      <ul className="govuk-pagination__list">
        {shownPages(page, pages).map((shown, at) =>
          shown === null ? (
            // oxlint-disable-next-line react/no-array-index-key -- a gap has no other identity
            <li className="govuk-pagination__item govuk-pagination__item--ellipsis" key={`gap-${at}`}>
              ⋯
            </li>
          ) : (
            <li
              className={`govuk-pagination__item${shown === page ? ' govuk-pagination__item--current' : ''}`}
              key={shown}
            >
              <button
                type="button"
                className="govuk-link govuk-pagination__link desk-plain"
                aria-label={`Page ${shown}`}
                {...(shown === page ? { 'aria-current': 'page' as const } : {})}
                onClick={() => onPage(shown)}
              >
                {shown}
              </button>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <div className="govuk-pagination__next">
          <button
            type="button"
            className="govuk-link govuk-pagination__link desk-plain"
            rel="next"
            onClick={() => onPage(page + 1)}
          >
            <span className="govuk-pagination__link-title">
              Next<span className="govuk-visually-hidden"> page</span>
            </span>
          </button>
        </div>
      )}
    </nav>
  )
}

/** First, last, the page and its neighbours; null for what is left out between. */
function shownPages(page: number, pages: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages)
  const shown: (number | null)[] = []
  for (const each of [...new Set(wanted)].sort((a, b) => a - b)) {
    const last = shown.at(-1)
    if (typeof last === 'number' && each - last > 1) shown.push(null)
    shown.push(each)
  }
  return shown
}
