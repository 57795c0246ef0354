// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import type { ReactElement, ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { MemoryRouter } from 'react-router'
import { describe, expect, it } from 'vitest'
import { Button } from '../../renderer/components/govuk/button.tsx'
import { ErrorSummary } from '../../renderer/components/govuk/error-summary.tsx'
import {
  Details,
  InsetText,
  NotificationBanner,
  WarningText,
} from '../../renderer/components/govuk/notices.tsx'
import { SummaryList } from '../../renderer/components/govuk/summary-list.tsx'
import { Checkboxes, Radios } from '../../renderer/components/form/choices.tsx'
import { PassphraseInput, Select, TextArea, TextInput } from '../../renderer/components/form/inputs.tsx'
import { Table } from '../../renderer/components/table/table.tsx'

// Each component against the published fixtures of govuk-frontend, for the options it takes. What is left out of the
// comparison is named in `normalise`: hooks of scripts that are not loaded here, and the ids that tie parts together.

interface Text {
  text?: string
  html?: string
  classes?: string
}

/** The parts of a fixture's options that our components have. */
interface Options extends Text {
  id?: string
  name?: string
  idPrefix?: string
  type?: string
  titleText?: string
  summaryText?: string
  open?: boolean
  caption?: string
  label?: Text
  hint?: Text
  errorMessage?: Text
  fieldset?: { legend?: Text }
  errorList?: { text: string; href?: string }[]
  items?: ({
    value?: string | number
    selected?: boolean
    checked?: boolean
    hint?: Text
    title?: Text
    status?: Text
  } & Text)[]
  rows?: unknown
  head?: Text[]
}

interface Fixture {
  name: string
  options: Options
  html: string
}

function fixture(component: string, name: string): Fixture {
  const url = new URL(
    `../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`,
    `file://${import.meta.filename}`,
  )
  const found = (JSON.parse(readFileSync(url, 'utf8')) as { fixtures: Fixture[] }).fixtures.find(
    (each) => each.name === name,
  )
  if (!found) throw new Error(`govuk-frontend has no fixture “${name}” for ${component}`)
  return found
}

const IDS = new Set(['id', 'for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'name'])

/** Elements, classes, attributes and words, one a line. */
function normalise(html: string): string {
  const root = document.createElement('div')
  root.innerHTML = html
  const ids = new Map<string, string>()
  const idOf = (id: string) => {
    if (!ids.has(id)) ids.set(id, `id${ids.size}`)
    return ids.get(id) ?? ''
  }
  const lines: string[] = []
  const walk = (node: Node, depth: number) => {
    if (node instanceof Text_) {
      const words = (node.textContent ?? '').replaceAll(/\s+/gu, ' ').trim()
      if (words !== '') lines.push(`${'  '.repeat(depth)}${words}`)
      return
    }
    if (!(node instanceof HTMLElement)) return
    if (node.dataset['fixture'] !== undefined || node.className === 'desk-table-scroll') {
      for (const child of node.childNodes) walk(child, depth)
      return
    }
    lines.push(`${'  '.repeat(depth)}<${node.tagName.toLowerCase()}${attributes(node, idOf)}>`)
    for (const child of node.childNodes) walk(child, depth + 1)
  }
  root.normalize()
  for (const child of root.childNodes) walk(child, 0)
  return lines.join('\n')
}

const Text_ = globalThis.Text

function attributes(element: HTMLElement, idOf: (id: string) => string): string {
  const written: string[] = []
  for (const { name, value } of element.attributes) {
    if (name === 'class') {
      const classes = value
        .split(/\s+/u)
        .filter(
          (each) =>
            each !== '' &&
            !each.startsWith('desk-') &&
            !each.includes('-js-') &&
            each !== 'govuk-table__caption--m',
        )
      if (classes.length > 0) written.push(`class="${classes.sort().join(' ')}"`)
    } else if (IDS.has(name)) {
      written.push(`${name}="${value.split(' ').map(idOf).join(' ')}"`)
    } else if (!name.startsWith('data-') && name !== 'hidden' && name !== 'tabindex' && name !== 'href') {
      written.push(`${name}="${value}"`)
    }
  }
  return written
    .sort()
    .map((each) => ` ${each}`)
    .join('')
}

const ours = (element: ReactElement) =>
  normalise(renderToStaticMarkup(<MemoryRouter>{element}</MemoryRouter>))

const field = (options: Options) => ({
  id: options.id ?? options.name ?? '',
  name: options.name ?? '',
  label: options.label?.text ?? options.fieldset?.legend?.text ?? '',
  hint: options.hint?.text,
  error: options.errorMessage?.text,
})

const choices = (options: Options) =>
  (options.items ?? []).map((item) => ({
    value: String(item.value),
    label: item.text ?? '',
    hint: item.hint?.text,
  }))

const nothing = () => undefined

const CASES: readonly [component: string, name: string, draw: (options: Options) => ReactElement][] = [
  ['button', 'default', ({ text }) => <Button type="submit">{text}</Button>],
  [
    'button',
    'secondary',
    ({ text, name = '' }) => (
      <Button type="submit" name={name} kind="secondary">
        {text}
      </Button>
    ),
  ],
  [
    'button',
    'warning',
    ({ text, name = '' }) => (
      <Button type="submit" name={name} kind="warning">
        {text}
      </Button>
    ),
  ],
  ['button', 'link', ({ text }) => <Button to="/">{text}</Button>],
  [
    'button',
    'disabled',
    ({ text }) => (
      <Button type="submit" disabled>
        {text}
      </Button>
    ),
  ],
  ['input', 'default', (options) => <TextInput {...field(options)} />],
  ['input', 'with hint text', (options) => <TextInput {...field(options)} />],
  ['input', 'with error message', (options) => <TextInput {...field(options)} />],
  ['input', 'with error and hint', (options) => <TextInput {...field(options)} />],
  ['textarea', 'default', (options) => <TextArea {...field(options)} />],
  ['textarea', 'with hint', (options) => <TextArea {...field(options)} />],
  ['textarea', 'with error message', (options) => <TextArea {...field(options)} />],
  [
    'select',
    'with hint text and error message',
    (options) => (
      <Select
        {...field(options)}
        options={choices(options).map(({ value, label }) => [value, label] as const)}
      />
    ),
  ],
  ['password-input', 'default', (options) => <PassphraseInput {...field(options)} />],
  ['password-input', 'with hint text', (options) => <PassphraseInput {...field(options)} />],
  ['password-input', 'with error message', (options) => <PassphraseInput {...field(options)} />],
  [
    'radios',
    'default',
    (options) => <Radios {...field(options)} choices={choices(options)} value={null} onChoose={nothing} />,
  ],
  [
    'radios',
    'with hint',
    (options) => <Radios {...field(options)} choices={choices(options)} value={null} onChoose={nothing} />,
  ],
  [
    'radios',
    'with hint and error message',
    (options) => <Radios {...field(options)} choices={choices(options)} value={null} onChoose={nothing} />,
  ],
  [
    'checkboxes',
    'default',
    (options) => <Checkboxes {...field(options)} choices={choices(options)} values={[]} onChange={nothing} />,
  ],
  [
    'checkboxes',
    'with hint',
    (options) => <Checkboxes {...field(options)} choices={choices(options)} values={[]} onChange={nothing} />,
  ],
  [
    'error-summary',
    'mixed with and without links',
    ({ titleText = '', errorList = [] }) => (
      <ErrorSummary
        title={titleText}
        errors={errorList.map(({ text, href }) =>
          href ? { message: text, field: href.slice(1) } : { message: text },
        )}
      />
    ),
  ],
  ['details', 'default', ({ summaryText, text }) => <Details summary={summaryText}>{text}</Details>],
  [
    'details',
    'expanded',
    ({ summaryText, text, id = '' }) => (
      <Details summary={summaryText} open id={id}>
        {text}
      </Details>
    ),
  ],
  ['inset-text', 'default', ({ text }) => <InsetText>{text}</InsetText>],
  ['warning-text', 'default', ({ text }) => <WarningText>{text}</WarningText>],
  [
    'notification-banner',
    'default',
    ({ text }) => (
      <NotificationBanner kind="important">
        <p className="govuk-notification-banner__heading">{text}</p>
      </NotificationBanner>
    ),
  ],
  [
    'notification-banner',
    'with type as success',
    ({ text }) => (
      <NotificationBanner>
        <p className="govuk-notification-banner__heading">{text}</p>
      </NotificationBanner>
    ),
  ],
  [
    'summary-list',
    'default',
    ({ rows }) => (
      <SummaryList
        rows={(rows as { key: Text; value: Text }[]).map(({ key, value }) => ({
          key: key.text ?? '',
          value: html(value),
        }))}
      />
    ),
  ],
  [
    'table',
    'with head and caption',
    ({ rows, head = [], caption }) => (
      <Table
        name="golden"
        caption={caption ?? ''}
        columns={head.map((cell, at) => ({
          key: String(at),
          head: cell.text,
          rowHead: at === 0,
          numeric: (cell as { format?: string }).format === 'numeric',
          cell: (row: Text[]) => row[at]?.text,
        }))}
        rows={rows as Text[][]}
        rowKey={(row) => row[0]?.text ?? ''}
      />
    ),
  ],
]

// oxlint-disable-next-line react/no-danger -- the published fixture's own markup
const html = (value: Text): ReactNode =>
  value.text ?? <span data-fixture="" dangerouslySetInnerHTML={{ __html: value.html ?? '' }} />

describe('components print the published GOV.UK markup', () => {
  it.each(CASES)('%s: %s', (component, name, draw) => {
    const { options, html: published } = fixture(component, name)
    expect(ours(draw(options))).toBe(normalise(published))
  })
})
