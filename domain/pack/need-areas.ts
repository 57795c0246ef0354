import oasys from '../reference/oasys-structure.json' with { type: 'json' }

/** One of the eleven need areas, under all the names it has: OASys section and box, SAN section, resettlement pathway. */
export interface NeedArea {
  key: string
  title: string
  /** The box the analysis is written in: `8.97`. */
  oasysRef: string
  section: string
  sanRef: string
  psfrRef: string
}

/** SAN has no lifestyle section: it is scored from the thinking and behaviour answers. */
const bySection: Record<string, { key: string; title: string; sanRef: string }> = {
  '3': { key: 'accommodation', title: 'Accommodation', sanRef: 'accommodation' },
  '4': { key: 'ete', title: 'Education, training and employment', sanRef: 'employment-education' },
  '5': { key: 'finance', title: 'Finance', sanRef: 'finance' },
  '6': { key: 'relationships', title: 'Relationships', sanRef: 'personal-relationships-community' },
  '7': { key: 'lifestyle', title: 'Lifestyle and associates', sanRef: 'thinking-behaviours-attitudes' },
  '8': { key: 'drugs', title: 'Drugs', sanRef: 'drug-use' },
  '9': { key: 'alcohol', title: 'Alcohol', sanRef: 'alcohol-use' },
  '10': { key: 'wellbeing', title: 'Emotional wellbeing', sanRef: 'health-wellbeing' },
  '11': { key: 'thinking', title: 'Thinking and behaviour', sanRef: 'thinking-behaviours-attitudes' },
  '12': { key: 'attitudes', title: 'Attitudes', sanRef: 'thinking-behaviours-attitudes' },
  '13': { key: 'health', title: 'Health', sanRef: 'health-wellbeing' },
}

const analysisBox = (section: (typeof oasys.sections)[number]): string => {
  const box = section.questions.find(({ type }) => type === 'long_text')
  if (box === undefined) throw new Error(`OASys section ${section.section} has no box for its analysis`)
  return box.ref
}

/** In OASys order, which is the order they are keyed in. */
export const NEED_AREAS: readonly NeedArea[] = oasys.sections.flatMap((section) => {
  const named = bySection[section.section]
  if (named === undefined || section.pathway === undefined) return []
  return [{ ...named, section: section.section, oasysRef: analysisBox(section), psfrRef: section.pathway }]
})
