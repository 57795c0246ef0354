import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from 'react'
import { Tags } from '../govuk/tag.tsx'
import { showDate } from '../text/show-date.ts'
import { bookWord, type DiaryEvent, type EventPaths } from './diary-event.ts'

/**
 * What a cell of the month has no room for, and the two ways on: to the case, and to the form that books or moves the meeting.
 * Escape closes it and goes back to what opened it.
 */
export function EventPopover({
  event,
  paths,
  onClose,
}: {
  event: DiaryEvent
  paths: EventPaths
  onClose: (back: boolean) => void
}) {
  const root = useRef<HTMLDialogElement>(null)
  useEffect(() => root.current?.querySelector('a')?.focus(), [])
  function onKeyDown(pressed: KeyboardEvent) {
    if (pressed.key !== 'Escape') return
    pressed.stopPropagation()
    onClose(true)
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!root.current?.contains(relatedTarget as Node | null)) onClose(false)
  }
  const bookTo = paths.bookTo?.(event)
  const caseTo = paths.linkTo(event)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape and leaving it close it, as of any dialog
    <dialog
      open
      className="desk-month__pop"
      aria-label={`${event.name}: ${event.title}`}
      tabIndex={-1}
      ref={root}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <p className="desk-month__popname">
        <strong>{event.name}</strong>{' '}
        <span className="desk-second desk-second--inline">{event.prisonNumber}</span>
      </p>
      <p>
        {event.title} <Tags tags={event.tags} />
      </p>
      {event.windowFrom !== null && event.windowTo !== null && (
        <p className="desk-second">
          Window {showDate(event.windowFrom)} to {showDate(event.windowTo)}
        </p>
      )}
      <p className="desk-month__popways">
        {bookTo !== undefined && (
          <a href={bookTo} data-to={bookTo}>
            {bookWord(event)} meeting
          </a>
        )}
        <a href={caseTo} data-to={caseTo}>
          Open case
        </a>
      </p>
    </dialog>
  )
}
