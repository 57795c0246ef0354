import type { Host, Sender } from '../../host/host.ts'

/**
 * Where each host's pages live. The Chromium host cannot register a scheme of its own, so it serves the same pages under a
 * name that by its standard (RFC 6761, `.invalid`) can never resolve.
 */
const PAGE_ORIGINS: Record<Host['kind'], string> = {
  electron: 'desk://app',
  chromium: 'https://desk.invalid',
  headless: 'desk://app',
}

export const pageOrigin = (kind: Host['kind']): string => PAGE_ORIGINS[kind]

/**
 * The origin of a URL, or null where it is none or carries a user, a password or a port. Written out, because the URL
 * standard gives every scheme of one's own the origin `null`.
 */
export function originOf(url: string): string | null {
  const parsed = URL.parse(url)
  if (parsed === null || parsed.host === '') return null
  if (parsed.username !== '' || parsed.password !== '' || parsed.port !== '') return null
  return `${parsed.protocol}//${parsed.host}`
}

/** Only our own top frame may call: a child frame is refused even when it shows our own page. */
export const isTrusted = (sender: Sender, origin: string): boolean =>
  sender.isMainFrame === true && originOf(sender.url) === origin
