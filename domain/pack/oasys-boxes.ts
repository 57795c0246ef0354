import oasys from '../reference/oasys-structure.json' with { type: 'json' }
import { formatDate } from '../text/dates.ts'
import { NEED_AREAS } from './need-areas.ts'
import type { Pack, PackSection, PackValue } from './pack.ts'
import { noChange } from './sections/needs.ts'

/** What one OASys box may hold: a working cap, stated by no source that is public. Text is never cut to it. */
export const BOX_LIMIT = oasys.free_text_limit

/** Text to copy into one OASys box, in one piece. */
export interface OasysBox {
  ref: string
  title: string
  text: string
  /** False where there was nothing to put in it but that sentence. */
  filled: boolean
}

interface Draft extends OasysBox {
  /** The OASys section the box stands in: what the keying order goes by. */
  section: string
}

/** Every box the pack can speak to, in the order OASys asks for them: one heading each, to copy from top to bottom. */
export function oasysBoxes(pack: Pack): OasysBox[] {
  const order = oasys.sections.map(({ section }) => section)
  return drafts(pack)
    .toSorted((a, b) => order.indexOf(a.section) - order.indexOf(b.section))
    .map(({ ref, title, text, filled }) => ({ ref, title, text, filled }))
}

function drafts(pack: Pack): Draft[] {
  const of = (key: string) => pack.sections.find((section) => section.key === key)
  const nothing = `Nothing recorded as at ${formatDate(pack.built_on)}.`
  const box = (section: string, ref: string, title: string, lines: string[]): Draft => ({
    section,
    ref,
    title,
    text: lines.length > 0 ? lines.join('\n') : nothing,
    filled: lines.length > 0,
  })
  const release = of('14')?.values ?? []
  return [
    box('CASEID', 'CASEID', 'Case identification', [
      ...lines(of('0'), ['The case']),
      ...lines(of('2')),
      ...lines(of('3'), ['Sentence', 'Key dates', 'Parole and licence']),
    ]),
    ...NEED_AREAS.map(({ section, key, title, oasysRef }) =>
      needBox(pack, section, oasysRef, title, of('9'), key),
    ),
    box('RMP', 'RM28.1', 'Key information, current situation', [
      ...lines(of('1'), ['Handover', 'Risk and resourcing']),
      ...release.filter(atRef('RM28.1')).flatMap(line),
    ]),
    box('RMP', 'RM28', 'Further considerations', release.filter(atRef('RM28')).flatMap(line)),
    box('ISP', 'IP.29', 'Contributors', contributors(of('2'))),
    box('RSP', 'RP.35', 'Work still needed', rowsOf(of('18'))),
    box('RSP', 'RP.60', 'Contributors and contact', [...lines(of('4')), ...rowsOf(of('4'))]),
  ]
}

function needBox(
  pack: Pack,
  section: string,
  ref: string,
  title: string,
  needs: PackSection | undefined,
  key: string,
): Draft {
  const said = needs?.values.find((value) => value.key === `need.${key}`)?.value ?? null
  return {
    section,
    ref,
    title,
    text: said ?? `${noChange({ today: pack.built_on })}.`,
    filled: said !== null,
  }
}

const atRef = (ref: string) => (value: PackValue) => value.oasys_ref === ref

const line = ({ label, value }: PackValue): string[] => (value === null ? [] : [`${label}: ${value}`])

const lines = (section: PackSection | undefined, groups?: readonly string[]): string[] =>
  (section?.values ?? [])
    .filter(({ group }) => groups === undefined || groups.includes(group ?? ''))
    .flatMap(line)

const rowsOf = (section: PackSection | undefined): string[] =>
  (section?.table?.rows ?? []).map((row) => row.filter(Boolean).join(', '))

function contributors(identity: PackSection | undefined): string[] {
  const people = new Set(['pom_name', 'co_pom_name', 'keyworker', 'com_name', 'team_name'])
  return (identity?.values ?? []).filter(({ key }) => people.has(key)).flatMap(line)
}
