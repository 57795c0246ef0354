import { showDate, showLongDate } from '../text/show-date.ts'
import type { DateLineFacts } from './date-line-geometry.ts'

/** All the drawing says, for those who cannot see it: the same days in the same order, in sentences. */
export function dateLineSentence(facts: DateLineFacts): string {
  const lines = [
    facts.sentenceStart === null
      ? 'Sentence start not known'
      : `Sentence from ${showDate(facts.sentenceStart)}`,
    ...facts.windows.map(
      (window) =>
        `${window.title}, ${showDate(window.from)} to ${showDate(window.to)}${window.open ? ', no day set' : ''}`,
    ),
  ]
  if (facts.handoverStart !== null && facts.handoverStart !== facts.handover)
    lines.push(`Handover starts ${showDate(facts.handoverStart)}`)
  lines.push(facts.handover === null ? 'No handover date' : `Handover ${showLongDate(facts.handover)}`)
  if (facts.release !== null) lines.push(`${facts.release.label} ${showDate(facts.release.date)}`)
  if (facts.sentenceEnd !== null) lines.push(`Sentence ends ${showDate(facts.sentenceEnd)}`)
  lines.push(`Today is ${showDate(facts.today)}`)
  return `${lines.join('. ')}.`
}
