import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bridge } from '../../domain/contract/index.ts'
import { createAssets } from '../../electron/app/assets.ts'
import { createChromiumHost } from '../../electron/host/chromium/chromium-host.ts'
import type { App, Sender } from '../../electron/host/host.ts'

declare global {
  interface Window {
    desk: Bridge
  }
}

const CSV = { name: 'Comma-separated values', extensions: ['csv'] }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-window-'))
  mkdirSync(join(folder, 'pages'))
  writeFileSync(join(folder, 'pages/index.html'), '<!doctype html><title>Desk</title><h1>Hello</h1>')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function appWith(status: object): App & { senders: Sender[] } {
  const senders: Sender[] = []
  return {
    senders,
    async invoke(sender) {
      senders.push(sender)
      return JSON.stringify({ ok: true, value: status })
    },
    asset: createAssets(join(folder, 'pages'), 'https://desk.invalid'),
    close: async () => {},
  }
}

const sample = { state: 'locked', sample: { passphrase: 'x', today: null } }
const hostFor = (options = {}) =>
  createChromiumHost({
    data: join(folder, 'data'),
    assets: join(folder, 'pages'),
    headless: true,
    ...options,
  })

describe('the Chromium window', () => {
  it.each([
    ['a store of real people', { state: 'locked', sample: null }],
    ['a store of real people already open', { state: 'unlocked', sample: null }],
    ['a folder in which a real store could be made', { state: 'none', sample: null }],
  ])('does not open on %s', async (_name, status) => {
    await expect(hostFor().start(appWith(status))).rejects.toThrow(/only sample establishments/)
  })

  it('lets a person choose files in the browser’s own chooser', async () => {
    const host = hostFor()
    await host.start(appWith(sample))
    const file = join(folder, 'list.csv')
    writeFileSync(file, 'a\n')
    const chooser = host.page.waitForEvent('filechooser')
    const other = join(folder, 'other.csv')
    writeFileSync(other, 'b\n')
    const chosen = host.dialogs.openFiles([CSV])
    await (await chooser).setFiles([file, other])
    expect(await chosen).toEqual([file, other])
    await host.stop()
  })

  it('carries calls and events between the page and the app', async () => {
    const host = hostFor()
    const app = appWith(sample)
    await host.start(app)
    await host.page.evaluate(() => {
      window.desk.on((event) => {
        document.title = event.type === 'changed' ? event.areas.join() : ''
      })
    })
    host.emit({ type: 'changed', areas: ['tasks', 'packs'] })
    await host.page.waitForFunction(() => document.title === 'tasks,packs')
    await host.page.evaluate(() => window.desk.invoke('session.status', {}))
    expect(app.senders.at(-1)).toEqual({ url: 'https://desk.invalid/', isMainFrame: true })
    await host.stop()
  })

  it('runs what is to run on quitting when the person closes the window', async () => {
    const host = hostFor()
    await host.start(appWith(sample))
    let closed = 0
    host.power.onQuit(async () => void (closed += 1))
    await host.page.close()
    await host.closed
    expect(closed).toBe(1)
    await host.stop()
    expect(closed).toBe(1)
  })
})
