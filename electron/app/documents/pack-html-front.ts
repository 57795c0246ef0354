import type { PackSection, PackTable, PackValue } from '../../../domain/pack/pack.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { html, type Html, type HtmlPart } from './html.ts'
import { factsTable, gapText, plainTable, sectionHead } from './pack-html-parts.ts'
import { draftWords } from './pack-words.ts'
import type { SealedPack } from './sealed-pack.ts'

function sectionOf(pack: SealedPack, key: string): PackSection {
  const found = pack.sections.find((section) => section.key === key)
  if (found === undefined) throw new Error(`The pack has no section ${key}`)
  return found
}

const textOf = (section: PackSection, key: string): string | null =>
  section.values.find((value) => value.key === key)?.value ?? null

/** Page one: whose pack, the handover date and its sum, the risk, what is left, and what to know before relying on it. */
export function pageOne(pack: SealedPack): Html {
  const glance = sectionOf(pack, '1')
  const under = (group: string) => glance.values.filter((value) => value.group === group)
  const left = [
    ...otherDates(under('Handover')),
    ...under('What is left'),
    ...under('What the COM must know'),
  ]
  return html`<section class="first-page">
    <h1>${pack.title}</h1>
    <p class="who"><strong>${pack.case.name || 'Name not recorded'}</strong> ${pack.case.prison_number}</p>
    <p class="ids">${caseLine(sectionOf(pack, '0'))}</p>
    <p class="draft">${draftWords(pack)}</p>
    ${sectionHead(glance)} ${answer(glance)} ${warnings(pack)} ${glance.table !== null && sum(glance.table)}
    ${rule(pack)}
    <div class="columns">
      <div>
        <h3>Risk and resourcing</h3>
        ${short(under('Risk and resourcing'), 'Risk and resourcing', pack)}
      </div>
      <div>
        <h3>What is left</h3>
        ${short(left, 'What is left', pack)}
      </div>
    </div>
  </section>`
}

function caseLine(cover: PackSection): string {
  const crn = textOf(cover, 'crn')
  const born = textOf(cover, 'date_of_birth')
  return [
    crn === null ? 'CRN not recorded' : `CRN ${crn}`,
    born === null ? 'date of birth not recorded' : `born ${born}`,
  ].join(' · ')
}

function answer(glance: PackSection): Html {
  const handover = textOf(glance, 'handover')
  const who = textOf(glance, 'responsibility')
  return html`<p class="answer">
      ${handover === null ? 'Responsibility' : 'Handover to the COM'}
      <strong>${handover ?? who ?? 'Cannot be worked out yet'}</strong>
    </p>
    ${handover !== null && who !== null && html`<p class="lead">${who}</p>`}`
}

const sum = ({ title, headings, rows }: PackTable): Html =>
  html`<table class="sum" aria-label="${title}">
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr class="${row[0] === '=' ? 'result' : 'step'}">
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`

function rule(pack: SealedPack): HtmlPart {
  const sentence = sectionOf(pack, '3')
  const words = ['rules', 'rule', 'rule_source']
    .map((key) => textOf(sentence, key))
    .filter((text) => text !== null)
  return (
    words.length > 0 && html`<p class="rule">${words.map((text) => `${text.replace(/[.;]$/, '')}. `)}</p>`
  )
}

/** The handover itself stands above in large; the rest of its dates stand in the table. */
const otherDates = (values: readonly PackValue[]) =>
  values.filter(({ key }) => key !== 'handover' && key !== 'responsibility')

const short = (values: readonly PackValue[], caption: string, pack: SealedPack): Html =>
  html`<table class="facts narrow" aria-label="${caption}">
    <tbody>
      ${values.map(
        (value) =>
          html`<tr>
            <th scope="row">${value.label}</th>
            <td>
              ${value.value === null ? gapText(value, pack) : html`<span class="value">${value.value}</span>`}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`

const warnings = ({ warnings }: SealedPack): HtmlPart =>
  warnings.length > 0 &&
  html`<div class="warnings">
    <h3>Before you rely on this</h3>
    <ul class="plain">
      ${warnings.map(({ message }) => html`<li>${message}</li>`)}
    </ul>
  </div>`

/** Section 0 in full: the case, the pack itself, how old each source is and what the hash stands for. */
export function coverDetail(pack: SealedPack): Html {
  const cover = sectionOf(pack, '0')
  return html`<section>
    ${sectionHead(cover)} ${factsTable(cover.values, cover.title, pack)}
    ${cover.table !== null && cover.table.rows.length > 0 && plainTable(cover.table)}
    <h3>One content, three forms</h3>
    <p>
      Built by ${pack.built_by} at ${pack.case.establishment} on ${formatDate(pack.built_on)}. The PDF, DOCX
      and JSON of version ${pack.version} say the same and carry the same hash of their content (SHA-256):
    </p>
    <p class="code">${pack.hash}</p>
  </section>`
}

/** What is still to find out, with boxes to tick by hand. */
export function gapList(pack: SealedPack): HtmlPart {
  if (pack.gaps.length === 0 && pack.missing_sections.length === 0) return null
  const titles = new Map(pack.sections.map(({ key, title }) => [key, title]))
  const keys = [...new Set(pack.gaps.map(({ section }) => section))]
  const messages = (key: string) => pack.gaps.filter(({ section }) => section === key)
  return html`<section>
    <h2>What is not known yet</h2>
    ${keys.map(
      (key) =>
        html`<h3>${key} ${titles.get(key) ?? ''}</h3>
          <ul class="plain tick">
            ${messages(key).map(({ message }) => html`<li>${message}</li>`)}
          </ul>`,
    )}
    ${
      pack.missing_sections.length > 0 &&
      html`<h3>Sections this pack does not have</h3>
        <ul class="plain listed">
          ${pack.missing_sections.map((title) => html`<li>${title}</li>`)}
        </ul>`
    }
  </section>`
}
