type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/**
 * One spelling of a value: keys sorted by code unit, no spaces, array order kept. Two equal values give the same text
 * whatever order their keys were made in, so the hash of a pack depends on what it says and nothing else.
 */
export function canonicalJson(value: unknown): string {
  return write(value as Json)
}

function write(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  const object = value as { readonly [key: string]: Json }
  const entries = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${write(object[key] as Json)}`)
  return `{${entries.join(',')}}`
}
