import { useState, type DragEvent } from 'react'
import { useNavigate } from 'react-router'
import { weekdayOf } from '../../../domain/dates/arithmetic.ts'
import type { CivilDate } from '../../../domain/dates/civil-date.ts'
import type { DiaryEvent, EventPaths, Holiday } from './diary-event.ts'

/** `in` the window, `reason` outside it or on no working day: allowed where the form is told why. Null: not at all. */
export type Drop = 'in' | 'reason' | null

interface Draggable extends Pick<EventPaths, 'bookTo'> {
  today: CivilDate
  holidays: readonly Holiday[]
  find: (id: string) => DiaryEvent | undefined
}

/**
 * Dragging a meeting to a day opens its booking form with that day filled in: nothing is written by the drag itself. What is
 * dragged carries `data-drag` with the event's id, and a day `data-date`. The same form is a link away from every such event.
 */
export function useDragToBook({ today, holidays, find, bookTo }: Draggable) {
  const [dragged, setDragged] = useState<DiaryEvent | null>(null)
  const navigate = useNavigate()

  const dropOn = (date: CivilDate): Drop => {
    if (dragged === null || date < today) return null
    if (dragged.state === 'booked' && date === dragged.date) return null
    const { windowFrom, windowTo } = dragged
    const isInWindow = (windowFrom === null || date >= windowFrom) && (windowTo === null || date <= windowTo)
    const isWorkingDay = weekdayOf(date) < 6 && !holidays.some((holiday) => holiday.date === date)
    return isInWindow && isWorkingDay ? 'in' : 'reason'
  }

  function onDragStart(event: DragEvent) {
    const id = closest(event, '[data-drag]')?.dataset['drag']
    const found = id === undefined || bookTo === null ? undefined : find(id)
    if (found === undefined || found.book === null) return
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', `${found.name}, ${found.title}`)
    setDragged(found)
  }

  const dayUnder = (event: DragEvent) =>
    closest(event, '[data-date]')?.dataset['date'] as CivilDate | undefined

  function onDragOver(event: DragEvent) {
    const date = dayUnder(event)
    if (date === undefined || dropOn(date) === null) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
  }

  function onDrop(event: DragEvent) {
    const date = dayUnder(event)
    const isWelcome = date !== undefined && dropOn(date) !== null
    const moved = dragged
    setDragged(null)
    if (!isWelcome || moved === null || bookTo === null) return
    event.preventDefault()
    void navigate(bookTo(moved, date))
  }

  const handlers = { onDragStart, onDragOver, onDrop, onDragEnd: () => setDragged(null) }
  return { dragged, dropOn, handlers: bookTo === null ? {} : handlers }
}

const closest = (event: DragEvent, what: string) =>
  (event.target as Element | null)?.closest<HTMLElement>(what) ?? null
