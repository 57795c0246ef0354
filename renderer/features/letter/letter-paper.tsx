import type { LetterShown } from './letter-page.tsx'

type Letter = NonNullable<LetterShown['letter']>
type Block = Letter['blocks'][number]

/** The letter as it would lie on a desk. */
export function LetterPaper({ letter, largePrint }: { letter: Letter; largePrint: boolean }) {
  const { title, from, to, date, blocks, signed } = letter
  return (
    <article className={`desk-letter${largePrint ? ' desk-letter--large' : ''}`} aria-label="The letter">
      <div className="desk-letter__head">
        <span>{from}</span> <span>{date}</span>
      </div>
      <p>
        <strong>Private:</strong> {to}
      </p>
      <p className="desk-letter__title">{title}</p>
      {blocks.map((block, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a letter’s parts never change places
        <OneBlock block={block} key={at} />
      ))}
      <div className="desk-letter__signed">
        <p>From</p>
        <div className="desk-letter__line" />
        <p>{signed}</p>
      </div>
    </article>
  )
}

function OneBlock({ block: { kind, text, items } }: { block: Block }) {
  if (kind === 'heading') return <h3>{text}</h3>
  if (kind === 'text') return <p>{text}</p>
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  )
}
