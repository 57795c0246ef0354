import { readFileSync, statSync } from 'node:fs'
import { extname, isAbsolute, join, relative, sep } from 'node:path'
import type { AssetResponse } from '../host/host.ts'
import { originOf } from './security/page-origin.ts'

/** Nothing may be loaded, run, framed or asked for but our own files. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=(), serial=(), hid=()',
  'cache-control': 'no-store',
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

const refused = (status: number): AssetResponse => ({
  status,
  headers: { ...SECURITY_HEADERS, 'content-type': 'text/plain; charset=utf-8' },
  body: new Uint8Array(),
})

/** The file a URL path names inside `folder`, or null when it names none there. */
function fileInside(folder: string, path: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (/[\0\\:]/.test(decoded)) return null
  const file = join(folder, ...decoded.split('/'))
  const within = relative(folder, file)
  if (within === '' || isAbsolute(within) || within === '..' || within.startsWith(`..${sep}`)) return null
  return file
}

/**
 * Answers for the pages' files: one origin, one folder, a closed list of endings. The root is `index.html`. Files are read
 * once: they do not change while the app runs.
 */
export function createAssets(folder: string, origin: string): (url: string) => AssetResponse {
  const read = new Map<string, AssetResponse>()
  return (url) => {
    if (originOf(url) !== origin) return refused(403)
    const { pathname } = new URL(url)
    const file = fileInside(folder, pathname === '/' ? '/index.html' : pathname)
    const type = file === null ? undefined : TYPES[extname(file)]
    if (file === null || type === undefined) return refused(404)
    const known = read.get(file)
    if (known !== undefined) return known
    if (!(statSync(file, { throwIfNoEntry: false })?.isFile() ?? false)) return refused(404)
    const answer = {
      status: 200,
      headers: { ...SECURITY_HEADERS, 'content-type': type },
      body: readFileSync(file),
    }
    read.set(file, answer)
    return answer
  }
}
