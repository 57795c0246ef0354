import type { PackSection, PackTable, PackValue } from '../../../domain/pack/pack.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { html, type Html, type HtmlPart } from './html.ts'
import { originText } from './pack-words.ts'
import type { SealedPack } from './sealed-pack.ts'

export const sectionHead = ({ key, title, oasys_refs: oasys, san_refs: san }: PackSection): Html =>
  html`<h2><span class="number">${key}</span> ${title}</h2>
    ${
      oasys.length > 0 &&
      html`<p class="refs">
        OASys ${oasys.join(', ')}${san.length > 0 && `. Strengths and needs: ${[...new Set(san)].join(', ')}`}
      </p>`
    }`

/** What prints in the place of a fact nobody recorded. A need area says that no change has been recorded. */
export const gapText = ({ key }: PackValue, pack: SealedPack): Html =>
  html`<span class="gap"
    >${key.startsWith('need.') ? `No change recorded as at ${formatDate(pack.built_on)}` : 'Not recorded'}</span
  >`

const headRow = (headings: readonly string[]): Html =>
  html`<thead>
    <tr>
      ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
    </tr>
  </thead>`

/** Values under the headings they stand beneath, in the order those first come. */
function groupsOf(values: readonly PackValue[]): { group: string | null; values: PackValue[] }[] {
  const groups = new Map<string | null, PackValue[]>()
  for (const value of values) {
    const group = groups.get(value.group)
    if (group === undefined) groups.set(value.group, [value])
    else group.push(value)
  }
  return [...groups].map(([group, values]) => ({ group, values }))
}

/** Every value of a section in one table, so that its headings repeat only where a page ends. */
export const factsTable = (values: readonly PackValue[], caption: string, pack: SealedPack): HtmlPart =>
  values.length > 0 &&
  html`<table class="facts" aria-label="${caption}">
    ${headRow(['Fact', 'Value', 'Source and date'])}
    ${groupsOf(values).map(
      ({ group, values }) =>
        html`<tbody>
          ${
            group !== null &&
            html`<tr class="group">
              <th scope="rowgroup" colspan="3">${group}</th>
            </tr>`
          }
          ${values.map(
            (value) =>
              html`<tr>
                <th scope="row">${value.label}</th>
                <td>${value.value ?? gapText(value, pack)}</td>
                <td class="from">${originText(value)}</td>
              </tr>`,
          )}
        </tbody>`,
    )}
  </table>`

export const plainTable = ({ title, headings, rows }: PackTable): Html =>
  rows.length === 0
    ? html`<p>${title}.</p>`
    : html`<h3>${title}</h3>
        <table class="${headings.includes('Owner') ? 'work' : 'list'}" aria-label="${title}">
          ${headRow(headings)}
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>`

/** One row for each need area, with the box it is keyed into. */
export const needsTable = (blocks: readonly PackValue[], pack: SealedPack): Html =>
  html`<h3>Change, work done and work left</h3>
    <table class="needs" aria-label="Change, work done and work left, by need area">
      ${headRow(['Area', 'OASys box', 'Since the last OASys'])}
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
    </table>`

/** The seven pathways, with the status and owner of each. Their codes are for machines, in the JSON. */
export const pathwaysTable = (pathways: readonly PackValue[], pack: SealedPack): Html =>
  html`<table class="support" aria-label="Support needs by pathway">
    ${headRow(['Pathway', 'Status and owner'])}
    <tbody>
      ${pathways.map(
        (value) =>
          html`<tr>
            <th scope="row">${value.label}</th>
            <td>${value.value ?? gapText(value, pack)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
