/** Moves to the heading of a part of the page, below the sticky edges, with the focus on it. */
export function goTo(id: string): void {
  const heading = document.querySelector<HTMLElement>(`#${CSS.escape(id)} h2`)
  if (!heading) return
  heading.tabIndex = -1
  heading.scrollIntoView?.({ block: 'start' })
  heading.focus({ preventScroll: true })
}
