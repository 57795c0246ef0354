import { formatDate } from '../../../domain/text/dates.ts'
import { html, Html, type HtmlPart } from './html.ts'
import { packStyles } from './pack-styles.ts'
import { gapList, gapText, pageOne } from './pack-html-front.ts'
import { draftWords, originText, statusWords } from './pack-words.ts'
import type { PackSection, PackTable, PackValue } from '../../../domain/pack/pack.ts'
import type { SealedPack } from './sealed-pack.ts'

/**
 * The pack as one printed document: English, titled, headings in order, tables with headings that repeat, and the
 * marking, the draft, the version and the page number on every page. The title holds no name: it shows in window lists.
 */
export function packHtml(pack: SealedPack): string {
  const title = `${pack.title} ${pack.case.prison_number ?? ''}, version ${pack.version}, ${statusWords(pack)}`
  const styles = packStyles({
    topLeft: pack.status === 'draft' ? `${pack.marking}   DRAFT` : pack.marking,
    topRight: pack.case.establishment,
    bottomLeft: `${title}. Built ${formatDate(pack.built_on)}. Content ${pack.hash.slice(0, 12)}`,
  })
  const rest = pack.sections.filter(({ key }) => key !== '0' && key !== '1')
  const page = html`<!doctype html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${new Html(styles)}
        </style>
      </head>
      <body>
        <main>
          ${pageOne(pack)}
          ${rest.map((section) => (section.key === '9' ? needsSection(section, pack) : plainSection(section, pack)))}
          ${gapList(pack)} ${provenance(pack)}
        </main>
      </body>
    </html> `
  return page.text
}

const sectionHead = ({ key, title, oasys_refs, san_refs }: PackSection): Html =>
  html` <h2><span class="number">${key}</span>${title}</h2>
    ${oasys_refs.length > 0 && html`<p class="refs">OASys ${oasys_refs.join(', ')}${san_refs.length > 0 && `. Strengths and needs: ${san_refs.join(', ')}`}</p>`}`

const plainSection = (section: PackSection, pack: SealedPack): Html =>
  html` <section>
    ${sectionHead(section)}
    ${groupsOf(section).map(({ group, values }) => html`${group !== null && html`<h3>${group}</h3>`}${factsTable(values, group ?? section.title, pack)}`)}
    ${section.table !== null && anyTable(section.table)}
  </section>`

/** Values under the headings they stand beneath, in the order those first come. */
export function groupsOf({ values }: PackSection): { group: string | null; values: PackValue[] }[] {
  const groups = new Map<string | null, PackValue[]>()
  for (const value of values) {
    const group = groups.get(value.group)
    if (group === undefined) groups.set(value.group, [value])
    else group.push(value)
  }
  return [...groups].map(([group, values]) => ({ group, values }))
}

function factsTable(values: PackValue[], caption: string, pack: SealedPack): Html {
  return html`<table class="facts" aria-label="${caption}">
    <thead>
      <tr>
        <th scope="col">Fact</th>
        <th scope="col">Value</th>
        <th scope="col">Source and date</th>
      </tr>
    </thead>
    <tbody>
      ${values.map((value) => factRow(value, pack))}
    </tbody>
  </table>`
}

const factRow = (value: PackValue, pack: SealedPack): HtmlPart =>
  html`<tr>
    <th scope="row">${value.label}</th>
    <td>${value.value ?? gapText(value, pack)}</td>
    <td class="from">${originText(value)}</td>
  </tr>`

function anyTable({ title, headings, rows }: PackTable): Html {
  if (rows.length === 0) return html`<p>${title}.</p>`
  const kind = headings.includes('Support needs') ? 'small support' : ''
  return html`<h3>${title}</h3>
    <table class="${kind}" aria-label="${title}">
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
}

/** One block for each need area, with the box it is keyed into. */
function needsSection(section: PackSection, pack: SealedPack): Html {
  const blocks = section.values.filter(({ key }) => key.startsWith('need.'))
  const facts = section.values.filter(({ key }) => !key.startsWith('need.'))
  return html`<section>
    ${sectionHead({ ...section, oasys_refs: [], san_refs: [] })} ${factsTable(facts, 'Last OASys', pack)}
    <h3>Change, work done and work left</h3>
    <table class="needs" aria-label="Change, work done and work left, by need area">
      <thead>
        <tr>
          <th scope="col">Area</th>
          <th scope="col">OASys box</th>
          <th scope="col">Since the last OASys</th>
        </tr>
      </thead>
      <tbody>
        ${blocks.map(
          (value) =>
            html`<tr>
              <th scope="row">${value.label}</th>
              <td class="ref">${value.oasys_ref}</td>
              <td>${value.value ?? gapText(value, pack)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

const provenance = (pack: SealedPack): Html =>
  html`<section>
    <h2>About this pack</h2>
    <p>
      ${draftWords(pack)} Built by ${pack.built_by} at ${pack.case.establishment} on
      ${formatDate(pack.built_on)}, version ${pack.version}. Every fact shows the system it came from and the
      day that system spoke of; the DOCX and JSON copies of this version say the same and carry the same
      content hash.
    </p>
    <p class="code">SHA-256 ${pack.hash}</p>
  </section>`
