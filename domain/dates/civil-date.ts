/**
 * A calendar day with no time and no time zone, written `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31.
 * Strings of this shape sort and compare as dates do, so `<` and `===` are the comparison operators.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' }
