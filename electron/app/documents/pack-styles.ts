import { cssString } from './html.ts'

export interface PageEdges {
  topLeft: string
  topRight: string
  bottomLeft: string
}

/** A4, black on white. The edges are CSS page margin boxes, which every page repeats and Chromium prints since 131. */
export const packStyles = ({ topLeft, topRight, bottomLeft }: PageEdges): string => `
@page {
  size: A4 portrait;
  margin: 24mm 17mm 20mm;
  @top-left { content: ${cssString(topLeft)}; font: bold 9.5pt Arial, sans-serif; vertical-align: bottom; padding-bottom: 3mm; margin-bottom: 5mm; border-bottom: 0.6pt solid #0b0c0c; white-space: nowrap; }
  @top-center { content: ""; margin-bottom: 5mm; border-bottom: 0.6pt solid #0b0c0c; }
  @top-right { content: ${cssString(topRight)}; font: 9pt Arial, sans-serif; vertical-align: bottom; padding-bottom: 3mm; margin-bottom: 5mm; border-bottom: 0.6pt solid #0b0c0c; white-space: nowrap; }
  @bottom-left { content: ${cssString(bottomLeft)}; font: 8pt Arial, sans-serif; vertical-align: top; padding-top: 2.5mm; margin-top: 5mm; border-top: 0.6pt solid #0b0c0c; white-space: nowrap; }
  @bottom-center { content: ""; margin-top: 5mm; border-top: 0.6pt solid #0b0c0c; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; vertical-align: top; padding-top: 2.5mm; margin-top: 5mm; border-top: 0.6pt solid #0b0c0c; white-space: nowrap; }
}
* { box-sizing: border-box; }
html { font: 10pt/1.35 Arial, 'Liberation Sans', sans-serif; color: #0b0c0c; background: #fff; font-variant-numeric: tabular-nums; }
body, h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 23pt; line-height: 1.1; }
h2 { font-size: 13.5pt; line-height: 1.2; margin: 7mm 0 2.5mm; padding-bottom: 1.4mm; border-bottom: 1.6pt solid #0b0c0c; break-after: avoid; }
h2 .number { display: inline-block; min-width: 9mm; color: #484949; }
h3 { font-size: 10.5pt; margin: 4mm 0 1mm; break-after: avoid; }
h2 + h3 { margin-top: 0; }
.who { font-size: 13pt; margin-top: 1.5mm; }
.ids { color: #484949; margin-top: 0.8mm; }
.draft { margin: 4mm 0 0; padding: 2.2mm 3.5mm; border: 1pt solid #0b0c0c; border-left-width: 5pt; }
.answer { margin-top: 5mm; font-size: 10.5pt; color: #484949; }
.answer strong { display: block; font-size: 19pt; line-height: 1.2; color: #0b0c0c; }
.lead { margin-top: 1mm; }
.columns { display: grid; grid-template-columns: 1fr 1fr; column-gap: 9mm; align-items: start; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1.15mm 2.5mm 1.15mm 0; border-bottom: 0.4pt solid #b1b4b6; font-weight: normal; }
thead th { font-size: 8.5pt; font-weight: bold; color: #484949; border-bottom: 1pt solid #0b0c0c; padding-bottom: 0.7mm; }
th:last-child, td:last-child { padding-right: 0; }
.facts th[scope="row"] { width: 33%; color: #484949; }
.facts td.from { width: 27%; }
.narrow th[scope="row"] { width: 45%; }
.from { font-size: 8.5pt; color: #484949; }
tr.group th { padding-top: 3mm; font-weight: bold; font-size: 10.5pt; color: #0b0c0c; border-bottom: 0.8pt solid #0b0c0c; break-after: avoid; }
tbody:first-of-type tr.group th { padding-top: 1.5mm; }
.value { font-weight: bold; }
.gap { font-style: italic; color: #484949; border-bottom: 0.8pt dashed #6f777b; }
.sum { margin-top: 2mm; }
.sum td { background: #f3f3f3; }
.sum td:first-child { width: 7mm; padding-left: 2.5mm; font-weight: bold; }
.sum td:nth-child(3) { white-space: nowrap; }
.sum tr.result td { border-top: 1.4pt solid #0b0c0c; font-weight: bold; }
.rule { margin-top: 1.6mm; font-size: 8.5pt; color: #484949; }
.warnings { margin: 3.5mm 0 4.5mm; padding: 0.5mm 0 0.5mm 3.5mm; border-left: 4pt solid #0b0c0c; }
.warnings h3 { margin-top: 0; }
ul.plain { list-style: none; }
.warnings li { margin-top: 0.8mm; }
.refs { font-size: 8.5pt; color: #484949; margin: -1mm 0 1.5mm; break-after: avoid; }
.first-page { break-after: page; }
.tick { columns: 2; column-gap: 9mm; font-size: 9pt; }
.listed { columns: 2; column-gap: 9mm; font-size: 9pt; }
.tick li { break-inside: avoid; padding: 0.9mm 0 0.9mm 5.5mm; text-indent: -5.5mm; }
.tick li::before { content: ""; display: inline-block; width: 3mm; height: 3mm; margin-right: 2.5mm; border: 0.8pt solid #0b0c0c; vertical-align: -0.4mm; }
.small td, .small th { font-size: 8.5pt; }
.needs th[scope="row"] { width: 32%; font-weight: bold; }
.needs td.ref { width: 14%; }
.support th[scope="row"] { width: 45%; font-weight: bold; }
.work td:first-child { width: 29%; font-weight: bold; }
.work td:nth-child(2) { width: 17%; }
.work td:nth-child(3) { width: 19%; }
.work td:nth-child(4) { width: 14%; }
.work td:last-child { font-size: 8.5pt; color: #484949; }
.list td:first-child { white-space: nowrap; }
.code { font: 8pt/1.4 'Liberation Mono', Consolas, monospace; overflow-wrap: anywhere; }
`
