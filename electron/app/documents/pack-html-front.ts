import type { PackSection, PackTable, PackValue } from '../../../domain/pack/pack.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { html, type Html, type HtmlPart } from './html.ts'
import { draftWords, originText } from './pack-words.ts'
import type { SealedPack } from './sealed-pack.ts'

/** Page one: whose pack, the handover date and its sum, the risk, what is left, and what to know before relying on it. */
export function pageOne(pack: SealedPack): Html {
  const cover = pack.sections.find(({ key }) => key === '0')
  const glance = pack.sections.find(({ key }) => key === '1')
  if (cover === undefined || glance === undefined)
    throw new Error('A pack has a cover and a page at a glance')
  const under = (group: string) => glance.values.filter((value) => value.group === group)
  return html`<section class="first-page">
      <h1>${pack.title}</h1>
      <p class="who"><strong>${pack.case.name || 'Name not recorded'}</strong> ${pack.case.prison_number}</p>
      <p class="ids">${caseLine(cover)}</p>
      <p class="draft">
        <strong>${pack.status === 'draft' ? 'Draft. ' : ''}</strong
        >${draftWords(pack).replace('This is a draft. ', '')}
      </p>
      <h2><span class="number">1</span>At a glance</h2>
      ${answer(glance)} ${glance.table !== null && sum(glance.table)} ${rule(pack)}
      <div class="columns">
        <div>
          <h3>Risk and resourcing</h3>
          ${short(under('Risk and resourcing'), 'Risk and resourcing')}
        </div>
        <div>
          <h3>What is left</h3>
          ${short([...dates(under('Handover')), ...under('What is left'), ...under('What the COM must know')], 'What is left')}
        </div>
      </div>
      ${warnings(pack)}
    </section>
    ${coverDetail(cover)}`
}

/** What prints in the place of a fact nobody recorded. A need area says that nothing changed has been recorded. */
export const gapText = ({ key }: PackValue, pack: SealedPack): HtmlPart =>
  html`<span class="gap"
    >${key.startsWith('need.') ? `No change recorded as at ${formatDate(pack.built_on)}` : 'Not recorded'}</span
  >`

function caseLine(cover: PackSection): string {
  const value = (key: string) => cover.values.find((one) => one.key === key)?.value ?? null
  const crn = value('crn')
  const born = value('date_of_birth')
  return [
    crn === null ? 'CRN not recorded' : `CRN ${crn}`,
    born === null ? 'date of birth not recorded' : `born ${born}`,
  ].join(' · ')
}

function answer({ values }: PackSection): Html {
  const of = (key: string) => values.find((value) => value.key === key)?.value ?? null
  const handover = of('handover')
  const who = of('responsibility')
  return html`<p class="answer">
      ${handover === null ? 'Responsibility' : 'Handover to the COM'}<strong
        >${handover ?? who ?? 'Cannot be worked out yet'}</strong
      >
    </p>
    ${handover !== null && who !== null && html`<p class="lead">${who}.</p>`}`
}

const sum = ({ title, headings, rows }: PackTable): Html =>
  html`<table class="sum" aria-label="${title}">
    <thead>
      <tr>
        ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => html`<tr${row[0] === '=' && html` class="result"`}>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}
    </tbody>
  </table>`

function rule(pack: SealedPack): HtmlPart {
  const sentence = pack.sections.find(({ key }) => key === '3')
  const of = (key: string) => sentence?.values.find((value) => value.key === key)?.value ?? null
  const words = [of('rules'), of('rule'), of('rule_source')].filter((text) => text !== null)
  return words.length > 0 && html`<p class="rule">${words.join('. ')}.</p>`
}

/** The handover itself stands above in large; the rest of its dates stand in the table. */
const dates = (values: PackValue[]) =>
  values.filter(({ key }) => key !== 'handover' && key !== 'responsibility')

const short = (values: PackValue[], caption: string): Html =>
  html`<table class="facts narrow" aria-label="${caption}">
    <tbody>
      ${values.map(
        (value) =>
          html`<tr>
            <th scope="row">${value.label}</th>
            <td>
              ${value.value === null ? html`<span class="gap">Not recorded</span>` : html`<span class="value">${value.value}</span>`}
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

const coverDetail = (cover: PackSection): Html =>
  html`<section>
    <h2><span class="number">0</span>${cover.title}</h2>
    <table class="facts" aria-label="${cover.title}">
      <thead>
        <tr>
          <th scope="col">Fact</th>
          <th scope="col">Value</th>
          <th scope="col">Source and date</th>
        </tr>
      </thead>
      <tbody>
        ${cover.values.map(
          (value) =>
            html`<tr>
              <th scope="row">${value.label}</th>
              <td>${value.value ?? html`<span class="gap">Not recorded</span>`}</td>
              <td class="from">${originText(value)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    ${cover.table !== null && cover.table.rows.length > 0 && sources(cover.table)}
  </section>`

const sources = ({ title, headings, rows }: PackTable): Html =>
  html`<h3>${title}</h3>
    <table aria-label="${title}">
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`

/** What is still to find out, with boxes to tick by hand. */
export function gapList(pack: SealedPack): HtmlPart {
  if (pack.gaps.length === 0 && pack.missing_sections.length === 0) return null
  const titles = new Map(pack.sections.map(({ key, title }) => [key, title]))
  const keys = [...new Set(pack.gaps.map(({ section }) => section))]
  return html`<section>
    <h2>What is not known yet</h2>
    ${keys.map(
      (key) =>
        html`<h3>${key} ${titles.get(key) ?? ''}</h3>
          <ul class="plain tick">
            ${pack.gaps.filter(({ section }) => section === key).map(({ message }) => html`<li>${message}</li>`)}
          </ul>`,
    )}
    ${
      pack.missing_sections.length > 0 &&
      html`<h3>Sections this pack does not have</h3>
        <ul class="plain tick">
          ${pack.missing_sections.map((title) => html`<li>${title}</li>`)}
        </ul>`
    }
  </section>`
}
