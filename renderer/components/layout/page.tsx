import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import type { CallError } from '../../api/client.ts'
import { ErrorSummary } from '../govuk/error-summary.tsx'
import { useCameBack } from './came-back.ts'

export interface PageProps {
  /** Short route name, `today`, `case-dates`: `data-route`, which tests and benchmarks wait for. */
  name: string
  /** Window title without the product: `Case A1234BC – Dates`. */
  title: string
  /** The h1. Null where the page draws its own `<PageHeading>`, as case pages do in their identity bar. */
  heading: string | null
  /** Beside the h1, quieter. */
  lead?: ReactNode
  /** At the heading line's right: scope control, buttons. */
  actions?: ReactNode
  /** True when what the page is about is on it. Nothing is said while false; old content may stay. */
  ready?: boolean
  /** Which of the things a page shows by turns is in it, such as a month: each is painted anew. */
  showing?: string
  /** A query that failed: shown in place of content that cannot be. */
  error?: CallError | null
  /** Whether the page is a form handed back with errors: the title then begins `Error: `. */
  mistaken?: boolean
  children?: ReactNode
}

/** The h1 of a page: focus moves here on every route change. */
export function PageHeading({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <h1 tabIndex={-1} data-page-heading className={`desk-heading ${className}`.trim()}>
      {children}
    </h1>
  )
}

/** Every page's root: title, heading, focus, and the sign that its content has painted. */
export function Page(props: PageProps) {
  const {
    name,
    title,
    heading,
    lead,
    actions,
    ready = true,
    showing = '',
    error = null,
    mistaken = false,
    children,
  } = props
  const root = useRef<HTMLDivElement>(null)
  useTitle(`${mistaken ? 'Error: ' : ''}${title}`)
  useHeadingFocus(root)
  useLoadedSign(root, `${name} ${showing}`, ready || error !== null)
  return (
    <div ref={root} className="desk-page" data-route={name}>
      {heading !== null && (
        <div className="desk-page__head">
          <PageHeading>{heading}</PageHeading>
          {lead && <div className="desk-page__lead">{lead}</div>}
          {actions && <div className="desk-page__actions">{actions}</div>}
        </div>
      )}
      {error && !ready && (
        <ErrorSummary title="This page cannot be shown" errors={[{ message: error.message }]} />
      )}
      {children}
    </div>
  )
}

function useTitle(title: string) {
  useEffect(() => {
    document.title = title === '' ? 'Handover Desk' : `${title} – Handover Desk`
  }, [title])
}

/** Once a route: to the h1, unless a list has already put its row in hand, or the person is typing. */
function useHeadingFocus(root: React.RefObject<HTMLDivElement | null>) {
  const { pathname } = useLocation()
  const cameBack = useCameBack()
  const done = useRef('')
  useEffect(() => {
    if (done.current === pathname) return
    const heading = root.current?.querySelector<HTMLElement>('[data-page-heading]')
    if (!heading) return
    done.current = pathname
    const active = document.activeElement
    const typing = active?.closest('[data-keeps-focus]') != null
    if (!typing) heading.focus({ preventScroll: true })
    if (!cameBack) document.documentElement.scrollTop = 0
  })
}

/** `data-app-state` turns to `loaded` after the frame in which the content was painted. */
function useLoadedSign(root: React.RefObject<HTMLDivElement | null>, name: string, ready: boolean) {
  useEffect(() => {
    const element = root.current
    if (!element || !ready) return undefined
    let after: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => {
      after = setTimeout(() => (element.dataset['appState'] = 'loaded'), 0)
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(after)
      delete element.dataset['appState']
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another page in the same root is to be painted anew
  }, [root, name, ready])
}
