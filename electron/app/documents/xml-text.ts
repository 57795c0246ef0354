/** XML 1.0 has no way to write these, so one in a name would make a whole document unreadable. */
function isWritable(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

/** Text that any Office document can hold: what it cannot is left out. */
export function xmlText(text: string): string {
  const characters = Array.from(text)
  return characters.every(isWritable) ? text : characters.filter(isWritable).join('')
}
