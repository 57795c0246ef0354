import fc from 'fast-check'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAssets } from '../../electron/app/assets.ts'
import { isTrusted, originOf } from '../../electron/app/security/page-origin.ts'

const ORIGIN = 'desk://app'
const SECRET = 'not for pages'
let root: string
let serve: ReturnType<typeof createAssets>

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'desk-assets-'))
  for (const folder of ['app/assets', 'app-evil']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'app/index.html'), '<h1>Desk</h1>')
  writeFileSync(join(root, 'app/assets/main.js'), 'run()')
  writeFileSync(join(root, 'app/assets/notes.txt'), SECRET)
  writeFileSync(join(root, 'app/main.js.map'), SECRET)
  writeFileSync(join(root, 'secret.js'), SECRET)
  writeFileSync(join(root, 'app-evil/secret.js'), SECRET)
  serve = createAssets(join(root, 'app'), ORIGIN)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const textOf = (url: string) => Buffer.from(serve(url).body).toString()

describe('the pages’ files', () => {
  it('gives the page itself at the root, and files beside it', () => {
    expect(textOf('desk://app/')).toBe('<h1>Desk</h1>')
    expect(textOf('desk://app/index.html?x=1#y')).toBe('<h1>Desk</h1>')
    expect(textOf('desk://app/assets/main.js')).toBe('run()')
    expect(serve('desk://app/assets/main.js').headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('sends the content policy with every answer, also with a refusal', () => {
    for (const url of ['desk://app/', 'desk://app/nothing.js', 'https://example.com/']) {
      const { headers } = serve(url)
      const policy = headers['content-security-policy'] ?? ''
      for (const rule of [
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
      ]) {
        expect(policy.split('; ')).toContain(rule)
      }
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
    }
  })

  it.each([
    'desk://app/../secret.js',
    'desk://app/%2e%2e/secret.js',
    'desk://app/%2e%2e%2fsecret.js',
    'desk://app/..%2fapp-evil/secret.js',
    'desk://app/..%5capp-evil%5csecret.js',
    'desk://app/%00.js',
    'desk://app/%zz.js',
    'desk://app/C:/secret.js',
    'desk://app//etc/passwd.js',
    'desk://app/assets/notes.txt',
    'desk://app/main.js.map',
    'desk://app/assets',
    'desk://app/assets/',
    'desk://elsewhere/index.html',
    'file:///etc/passwd',
  ])('refuses %s', (url) => {
    expect(serve(url).status).toBeGreaterThanOrEqual(403)
    expect(serve(url).body.length).toBe(0)
  })

  it('never leaves its folder, whatever the path', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '%5c',
        '/',
        '\\',
        'app-evil',
        'secret.js',
        'assets',
        '%00',
        ':',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(textOf(`desk://app/${pieces.join('/')}`)).not.toBe(SECRET)
      }),
    )
  })
})

describe('origins', () => {
  it('reads the origin of our own scheme, which the URL standard calls null', () => {
    expect(originOf('desk://app/today?x#y')).toBe('desk://app')
    expect(originOf('https://desk.invalid/')).toBe('https://desk.invalid')
  })

  it.each(['', 'about:blank', 'data:text/html,x', 'desk:app', 'desk://app:1/', 'desk://a@app/', 'not a url'])(
    'gives %j none that could be trusted',
    (url) => {
      expect(isTrusted({ url, isMainFrame: true }, ORIGIN)).toBe(false)
    },
  )
})
