/** Orders texts by their code units, as days written `2026-11-23` fall; for `sort`. Names in front of people want a locale. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
