import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { ensureBrowser, WHAT_TO_INSTALL } from '../../build/scripts/ensure-browser.ts'
import { root } from '../../build/scripts/run-step.ts'
import { findBrowser } from '../../electron/host/shared/find-browser.ts'

describe('the version of Node', () => {
  // The script as it is, with a process of our own in place of the one it imports.
  const check = (version: string) => {
    const script = readFileSync(join(root, 'build/scripts/ensure-node.js'), 'utf8').replace(/^import.*$/m, '')
    const said: string[] = []
    const exit = vi.fn()
    const process = {
      versions: { node: version },
      stderr: { write: (text: string) => void said.push(text) },
      exit,
    }
    runInNewContext(script, { process })
    return { stderr: said.join(''), status: (exit.mock.calls[0]?.[0] as number | undefined) ?? 0 }
  }

  it('is let through when it is the one npm ci brings, or newer', () => {
    expect(check('26.10.0')).toMatchObject({ status: 0, stderr: '' })
    expect(check('28.0.0')).toMatchObject({ status: 0, stderr: '' })
  })

  it('stops with one clear line when it is older', () => {
    const { status, stderr } = check('20.20.2')
    expect(status).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/Node 26.*this is Node 20\.20\.2.*npm ci/)
  })
})

describe('the browser', () => {
  const linux = { platform: 'linux' as const, env: { PATH: '/opt/bin:/usr/bin' } }

  it('is the first of Chromium, Chrome and Edge on the path', () => {
    const installed = new Set(['/usr/bin/google-chrome', '/usr/bin/chromium'])
    expect(findBrowser({ ...linux, exists: (path) => installed.has(path) })).toBe('/usr/bin/chromium')
    expect(findBrowser({ ...linux, exists: () => false })).toBeNull()
  })

  it('is Edge where Windows has nothing else', () => {
    const env = { 'PROGRAMFILES(X86)': String.raw`C:\Program Files (x86)` }
    const edge = String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`
    expect(findBrowser({ platform: 'win32', env, exists: (path) => path === edge })).toBe(edge)
  })

  it('is the one named, or none: never another in its place', () => {
    const env = { ...linux.env, DESK_BROWSER: '/opt/mine' }
    expect(findBrowser({ ...linux, env, exists: (path) => path === '/opt/mine' })).toBe('/opt/mine')
    expect(findBrowser({ ...linux, env, exists: (path) => path !== '/opt/mine' })).toBeNull()
  })

  it('is not looked for further, or installed, where the one named is not there', async () => {
    const install = vi.fn(async () => true)
    const means = { find: () => null, named: '/opt/mine', canInstall: () => true, install, say: () => {} }
    await expect(ensureBrowser(means)).rejects.toThrow(/DESK_BROWSER names \/opt\/mine/)
    expect(install).not.toHaveBeenCalled()
  })

  it('is installed where it is missing and may be', async () => {
    let present = false
    const install = vi.fn(async () => (present = true))
    const say = vi.fn()
    const means = { find: () => (present ? '/usr/bin/chromium' : null), canInstall: () => true, install, say }
    expect(await ensureBrowser(means)).toBe('/usr/bin/chromium')
    expect(await ensureBrowser(means)).toBe('/usr/bin/chromium')
    expect([install.mock.calls.length, say.mock.calls.length]).toEqual([1, 1])
  })

  it.each([
    ['may not be installed', false, true],
    ['cannot be installed', true, false],
  ])('is asked for in plain words where it %s', async (_name, allowed, works) => {
    const means = { find: () => null, canInstall: () => allowed, install: async () => works, say: () => {} }
    await expect(ensureBrowser(means)).rejects.toThrow(WHAT_TO_INSTALL)
  })
})
