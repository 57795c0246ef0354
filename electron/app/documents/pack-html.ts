import type { PackSection } from '../../../domain/pack/pack.ts'
import { formatDate } from '../../../domain/text/dates.ts'
import { html, Html } from './html.ts'
import { coverDetail, gapList, pageOne } from './pack-html-front.ts'
import { factsTable, needsTable, pathwaysTable, plainTable, sectionHead } from './pack-html-parts.ts'
import { packStyles } from './pack-styles.ts'
import { statusWords } from './pack-words.ts'
import type { SealedPack } from './sealed-pack.ts'

/**
 * The pack as one printed document: English, titled, headings in order, tables with headings that repeat, and the
 * marking, the draft, the version and the page number on every page. The title holds no name: it shows in window lists.
 */
export function packHtml(pack: SealedPack): string {
  const title = `${pack.title} ${pack.case.prison_number ?? ''}, version ${pack.version}, ${statusWords(pack)}`
  const styles = packStyles({
    topLeft: pack.status === 'draft' ? `${pack.marking} – DRAFT` : pack.marking,
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
          ${pageOne(pack)} ${coverDetail(pack)}
          ${rest.map(
            (section) => html`<section>${sectionHead(section)} ${sectionBody(section, pack)}</section>`,
          )}
          ${gapList(pack)}
        </main>
      </body>
    </html> `
  return page.text
}

function sectionBody(section: PackSection, pack: SealedPack): Html {
  const { key, title, values, table } = section
  const startingWith = (prefix: string) => values.filter((value) => value.key.startsWith(prefix))
  const others = (prefix: string) => values.filter((value) => !value.key.startsWith(prefix))
  if (key === '9')
    return html`${factsTable(others('need.'), title, pack)} ${needsTable(startingWith('need.'), pack)}`
  if (key === '14') {
    return html`${pathwaysTable(startingWith('pathway.'), pack)}
    ${factsTable(others('pathway.'), title, pack)}`
  }
  return html`${factsTable(values, title, pack)} ${table !== null && plainTable(table)}`
}
