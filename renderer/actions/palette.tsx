import { useId, useMemo, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useQuery } from '../api/use-query.ts'
import { Dialog } from '../components/layout/dialog.tsx'
import { KeyCaps } from '../components/layout/key-caps.tsx'
import { APP_ACTIONS } from './app-actions.ts'
import { pageActions } from './page-actions.ts'
import type { ActionContext } from './registry.ts'

interface Offer {
  id: string
  label: string
  detail: string
  shortcut?: string | undefined
  run: () => void
}

/** Find a person by name, prison number or CRN, or something to do. */
export function Palette({ context, onClose }: { context: ActionContext; onClose: () => void }) {
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const offers = useOffers(words, context)
  const chosen = offers[Math.min(at, offers.length - 1)]
  const choose = (offer: Offer | undefined) => {
    if (!offer) return
    onClose()
    offer.run()
  }
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && offers.length > 0) {
      event.preventDefault()
      setAt((was) => (Math.min(was, offers.length - 1) + step + offers.length) % offers.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      choose(chosen)
    }
  }
  return (
    <Dialog label="Find a person or an action" onClose={onClose} className="desk-palette">
      <label className="govuk-label" htmlFor={`${id}-find`}>
        Find a person or an action
      </label>
      <input
        className="govuk-input"
        id={`${id}-find`}
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(chosen ? { 'aria-activedescendant': `${id}-${chosen.id}` } : {})}
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened in order to type here
        autoFocus
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      {/* A combobox that finds people as one types: HTML has no such list. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <ul className="desk-palette__list" id={`${id}-list`} role="listbox" aria-label="What was found">
        {offers.map((offer) => (
          // The input holds the focus and its keys choose; a pointer chooses by clicking.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={offer.id}
            id={`${id}-${offer.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
            role="option"
            aria-selected={offer === chosen}
            className="desk-palette__offer"
            onClick={() => choose(offer)}
          >
            <span className="desk-palette__label">{offer.label}</span>{' '}
            <span className="desk-second">{offer.detail}</span>
            {offer.shortcut && <KeyCaps keys={offer.shortcut} />}
          </li>
        ))}
      </ul>
      <output className="desk-second">
        {offers.length === 0 ? 'Nothing found. Try a surname, a prison number or a CRN.' : ''}
      </output>
    </Dialog>
  )
}

const PEOPLE = 8

function useOffers(words: string, context: ActionContext): Offer[] {
  const find = words.trim().slice(0, 100)
  const query = useQuery('caseload.list', find.length >= 2 ? { scope: 'unit', find, page: 1 } : null)
  return useMemo(() => {
    const people = (find.length >= 2 ? (query.data?.rows ?? []) : []).slice(0, PEOPLE).map((row): Offer => ({
      id: row.personId,
      label: row.name,
      detail: [row.prisonNumber, row.location].filter(Boolean).join(', '),
      run: () => void context.navigate(`/case/${row.personId}`),
    }))
    const sought = find.toLowerCase()
    const actions = [...pageActions(), ...APP_ACTIONS]
      .filter(
        (action) =>
          action.id !== 'find' && action.when(context) && action.label.toLowerCase().includes(sought),
      )
      .map((action): Offer => ({
        id: action.id,
        label: action.label,
        detail: action.group,
        shortcut: action.shortcut,
        run: () => action.run(context),
      }))
    return [...people, ...actions]
  }, [find, query.data, context])
}
