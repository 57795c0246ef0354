import { useId, type ReactNode } from 'react'

/** A 19 px bold heading on a black rule, and what stands under it. */
export function Section(props: {
  title: string
  /** Quieter, after the title: `of 9 that need you`. */
  note?: ReactNode
  /** A link or button at the right of the heading line. */
  action?: ReactNode
  id?: string
  className?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={`desk-section ${props.className ?? ''}`.trim()} aria-labelledby={id} id={props.id}>
      <div className="desk-section__head">
        <h2 className="desk-section__title" id={id}>
          {props.title}
        </h2>
        {props.note && <span className="desk-section__note">{props.note}</span>}
        {props.action && <span className="desk-section__action">{props.action}</span>}
      </div>
      {props.children}
    </section>
  )
}

/** Main and aside; the aside falls under below 1200. */
export function Columns({
  main,
  aside,
  narrow = false,
}: {
  main: ReactNode
  aside: ReactNode
  narrow?: boolean
}) {
  return (
    <div className={`desk-columns${narrow ? ' desk-columns--narrow' : ''}`}>
      <div className="desk-columns__main">{main}</div>
      <div className="desk-columns__aside">{aside}</div>
    </div>
  )
}
