/** The calendar on paper: black, greys and white, told apart by shape. Added to the styles every document shares. */
export const calendarStyles = (landscape: boolean): string => `
@page { size: A4 ${landscape ? 'landscape' : 'portrait'}; margin: ${landscape ? '16mm 11mm 13mm' : '22mm 14mm 18mm'}; }
html { font-size: ${landscape ? '7.8pt' : '9pt'}; line-height: ${landscape ? '1.16' : '1.25'}; }
h1 { font-size: ${landscape ? '17pt' : '20pt'}; }
h1 span { font-weight: normal; color: #484949; }
.filters { margin: 1mm 0 0.4mm; font-size: 9pt; }
.as-at { margin: 0 0 1.2mm; font-size: 8pt; color: #484949; }
.note { margin: 0 0 2mm; font-weight: bold; }
.mark { width: 2.6mm; height: 2.6mm; flex: none; vertical-align: -0.35mm; }
.legend { display: flex; flex-wrap: wrap; gap: 0.6mm 4mm; margin: 0 0 ${landscape ? '2mm' : '3mm'}; font-size: 8pt; color: #484949; break-inside: avoid; }
.legend .swatch { display: inline-block; width: 5mm; height: 2.4mm; vertical-align: -0.3mm; }
.swatch, .band { border: solid #6f777b; border-width: 0.5pt 0; background: #e6e6e6; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.swatch { border-right: 1.6pt solid #0b0c0c; }
table.month { table-layout: fixed; }
table.month th { padding: 0 1.2mm 0.8mm; font-size: 8.5pt; color: #0b0c0c; border-bottom: 1.2pt solid #0b0c0c; }
table.month th.end, table.month td.end { width: 11.2%; }
table.month td { height: 20.5mm; padding: 0 0 1mm; border: 0.5pt solid #b1b4b6; }
table.month td.end { background: #f6f6f6; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
table.month td.holiday { background: repeating-linear-gradient(135deg, #fff 0 1.6mm, #dcdcdc 1.6mm 1.85mm); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
table.month td.today { box-shadow: inset 0 1.6pt #0b0c0c; }
.number { padding: 0.7mm 1.2mm 0.4mm; font-weight: bold; white-space: nowrap; }
.past .number { font-weight: normal; color: #484949; }
.band { height: 3.7mm; margin: 0 -0.3pt 0.4mm; white-space: nowrap; font-size: 7pt; line-height: 3.4mm; }
.band span { position: relative; padding-left: 1.2mm; }
.band.none { visibility: hidden; }
.band.begins { margin-left: 0.8mm; border-left: 1pt solid #6f777b; }
.band.ends { margin-right: 0.8mm; border-right: 2pt solid #0b0c0c; }
.count { padding: 0.3mm 1.2mm; font-size: 7.5pt; font-style: italic; white-space: nowrap; }
ul.events { list-style: none; }
ul.events li { display: flex; align-items: center; gap: 1mm; padding: 0.1mm 1.2mm; overflow: hidden; white-space: nowrap; }
ul.events li.handover, ul.events li.missed { font-weight: bold; }
ul.events .planning { border-bottom: 0.5pt dashed #6f777b; }
.named { padding: 0.3mm 1.2mm; white-space: normal; }
.named em { display: block; color: #484949; font-style: normal; font-size: 7pt; }
h2 { font-size: 10pt; margin: 4.5mm 0 0; padding: 1mm 1.5mm; border: 0; background: #eee; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
h2 span { font-weight: normal; color: #484949; }
h3 { font-size: 10pt; margin: 2.4mm 0 0.4mm; }
h3 span { font-weight: normal; color: #484949; font-size: 9pt; }
table.day { table-layout: fixed; }
table.day td { padding: 0.9mm 2mm 0.9mm 0; border-bottom: 0.4pt solid #d8d8d8; }
table.day td:first-child { width: 4.5mm; }
table.day td.named-who { width: 31%; }
table.day td.with { width: 21%; color: #484949; }
table.day td.tags { width: 19%; text-align: right; padding-right: 0; }
table.day .id { color: #484949; white-space: nowrap; }
.tag { display: inline-block; margin: 0 0 0.5mm 1mm; padding: 0 1.2mm; border: 0.5pt solid #0b0c0c; font-size: 7.5pt; white-space: nowrap; }
.tag.late { background: #0b0c0c; color: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.tag.unknown { border-style: dashed; }
.tag.done, .tag.planned { background: #eee; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.rest { padding: 0.8mm 0; color: #484949; font-style: italic; }
`
