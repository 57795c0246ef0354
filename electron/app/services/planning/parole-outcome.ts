// No list carries "released: yes or no": it carries the words of a decision, and those have changed over the years. The
// national service takes one spelling for a release and everything else for a refusal; these are the other spellings a
// release has had (oral hearing, paper decision, recommendation, direction, compassionate, at the CRD), so that a man
// whose release was directed is not planned as one who was refused.
const noReviewYet =
  /^(not applicable|not specified|n\/?a|none|unknown|no (hearing )?outcome yet)$|^(pending|awaiting)\b|\b(deferr(ed|al)|adjourn(ed|ment))\b/
const release = /\breleased?\b/
const refusal = /\b(no|not|non|never|without|refus\w*|declin\w*|reject\w*|den(y|ied)|against|unsuitable)\b/

/**
 * Whether the last completed parole review directed release: true, false, or null where no completed review is recorded.
 * A deferral or an adjournment completes nothing.
 */
export function paroleOutcomeIsRelease(words: string | null | undefined): boolean | null {
  if (words === null || words === undefined) return null
  const plain = words
    .toLowerCase()
    .replaceAll('[*]', ' ')
    .replace(/[.\s]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain === '' || noReviewYet.test(plain)) return null
  return release.test(plain) && !refusal.test(plain)
}
