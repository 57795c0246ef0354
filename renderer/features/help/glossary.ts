/** The words the pages use, as this desk means them. */
export const GLOSSARY: readonly { word: string; means: string }[] = [
  { word: 'POM', means: 'Prison offender manager: manages the case from the prison.' },
  { word: 'Co-working POM', means: 'A second POM who works beside the first on one case.' },
  {
    word: 'Covering',
    means: 'Looking after the cases of a POM who is away, for the days of the absence only.',
  },
  { word: 'COM', means: 'Community offender manager: manages the case from probation.' },
  { word: 'Handover', means: 'The day responsibility passes from the POM to the COM.' },
  {
    word: 'Handover start',
    means: 'The day the COM begins to support, where the rules give one before handover.',
  },
  {
    word: 'Handover window',
    means: 'The 56 days in which the handover meeting is held, ending on its due day.',
  },
  {
    word: 'Mandated meetings',
    means: 'The handover meeting, a second meeting, and one a month before release.',
  },
  { word: 'Earliest release', means: 'The date handover is counted back from: CRD, ARD, PED, TED or THD.' },
  { word: 'CRD, ARD', means: 'Conditional and automatic release date.' },
  { word: 'PED', means: 'Parole eligibility date: the first day the Parole Board may direct release.' },
  {
    word: 'TED',
    means: 'Tariff expiry date: the end of the least time to serve under a life or IPP sentence.',
  },
  { word: 'THD', means: 'Target hearing date for a parole review.' },
  { word: 'HDCED, HDCAD', means: 'Home detention curfew: the eligibility date, and the date approved.' },
  { word: 'SED, LED', means: 'Sentence and licence expiry date.' },
  { word: 'RoSH', means: 'Risk of serious harm, from OASys.' },
  { word: 'MAPPA', means: 'Multi-agency public protection arrangements: levels 1 to 3.' },
  {
    word: 'Planning date',
    means: 'Counted from a date nobody has yet directed as a release. Never overdue.',
  },
  { word: 'As at', means: 'The day an extract speaks of, which may be before the day it was imported.' },
  { word: 'Confidence', means: 'How sure the sources are of a rule: high, medium or low.' },
]
