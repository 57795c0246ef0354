import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'

export interface TaskItem {
  key: string
  title: ReactNode
  hint?: ReactNode
  /** Words or a `<Tag>`. */
  status: ReactNode
  cannotStart?: boolean
  /** A route, where the task is opened there. */
  to?: string
}

/** Things to do in one case, with where each stands. */
export function TaskList({ items }: { items: readonly TaskItem[] }) {
  const prefix = useId()
  return (
    <ul className="govuk-task-list">
      {items.map((item) => {
        const id = `${prefix}-${item.key}`
        const describes = item.hint ? `${id}-hint ${id}-status` : `${id}-status`
        return (
          <li
            className={`govuk-task-list__item${item.to ? ' govuk-task-list__item--with-link' : ''}`}
            key={item.key}
          >
            <div className="govuk-task-list__name-and-hint">
              {item.to ? (
                <Link className="govuk-link govuk-task-list__link" to={item.to} aria-describedby={describes}>
                  {item.title}
                </Link>
              ) : (
                <div>{item.title}</div>
              )}
              {item.hint && (
                <div id={`${id}-hint`} className="govuk-task-list__hint">
                  {item.hint}
                </div>
              )}
            </div>
            <div
              className={`govuk-task-list__status${item.cannotStart ? ' govuk-task-list__status--cannot-start-yet' : ''}`}
              id={`${id}-status`}
            >
              {item.status}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
