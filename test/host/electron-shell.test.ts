import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { guardCrashes } from '../../electron/host/electron/crash-guards.ts'
import { dataFolder, isOnNetwork } from '../../electron/host/electron/data-folder.ts'
import { createElectronHost } from '../../electron/host/electron/electron-host.ts'
import { guardContents } from '../../electron/host/electron/navigation-guards.ts'
import { parseRegistry, registryPolicy } from '../../electron/host/electron/registry-policy.ts'
import { startElectron } from '../../electron/host/electron/start-electron.ts'
import {
  PRINT_PREFERENCES,
  WEB_PREFERENCES,
  windowOptions,
} from '../../electron/host/electron/window-options.ts'
import { boundsToOpen, readWindowState, rememberWindow } from '../../electron/host/electron/window-state.ts'
import type { App } from '../../electron/host/host.ts'
import { DEFAULT_POLICY } from '../../electron/host/shared/machine-policy.ts'
import { FakeContents, fakeElectron, FakeWindow } from './fake-electron.ts'

const served: App = {
  invoke: async (sender, json) => JSON.stringify({ sender, json }),
  asset: (url) => ({ status: 200, headers: { 'content-type': 'text/html' }, body: Buffer.from(url) }),
  close: async () => {},
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-shell-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function open(policy = {}, packaged = true) {
  const fake = fakeElectron({ userData: folder, packaged })
  const paths = { data: folder, logs: folder, assets: folder, preload: '/app/preload.cjs' }
  const host = createElectronHost(fake.electron, { paths, policy: { ...DEFAULT_POLICY, ...policy } })
  await host.start(served)
  const window = FakeWindow.all[0]
  const pages = fake.sessions.get('desk')
  if (window === undefined || pages === undefined) throw new Error('no window was opened')
  return { ...fake, host, window, pages }
}

describe('the window', () => {
  it('may do nothing but show a page', () => {
    expect(WEB_PREFERENCES).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      webgl: false,
      plugins: false,
      navigateOnDragDrop: false,
      disableDialogs: true,
      spellcheck: false,
      enableWebSQL: false,
    })
    expect(PRINT_PREFERENCES).toMatchObject({ ...WEB_PREFERENCES, javascript: false, devTools: false })
  })

  it('cannot be given options later', () => {
    const options = windowOptions('/preload.cjs', true, { width: 1, height: 1 })
    expect([options, options.webPreferences, WEB_PREFERENCES].every((part) => Object.isFrozen(part))).toBe(
      true,
    )
    expect(options.webPreferences?.devTools).toBe(false)
    expect(windowOptions('/preload.cjs', false, { width: 1, height: 1 }).webPreferences?.devTools).toBe(true)
  })

  it('opens on our own page, in a session kept in memory, out of sight of screen sharing', async () => {
    const { window, calls } = await open()
    expect(calls).toContain('fromPartition desk {"cache":false}')
    expect(window.options).toMatchObject({
      show: false,
      webPreferences: { ...WEB_PREFERENCES, partition: 'desk' },
    })
    expect(window.loadURL).toHaveBeenCalledWith('desk://app/')
    expect(window.setContentProtection).toHaveBeenCalledWith(true)
  })

  it('is shared where policy says so', async () => {
    const { window } = await open({ contentProtection: false })
    expect(window.setContentProtection).toHaveBeenCalledWith(false)
  })
})

describe('the pages’ scheme', () => {
  it('answers GET from the app and nothing else', async () => {
    const { pages } = await open()
    const answer = await pages.handlers.get('desk')?.({ url: 'desk://app/x.js', method: 'GET' })
    expect(await answer?.text()).toBe('desk://app/x.js')
    expect((await pages.handlers.get('desk')?.({ url: 'desk://app/', method: 'POST' }))?.status).toBe(405)
  })

  it('answers the web with an error, and cancels what is asked for elsewhere', async () => {
    const { pages } = await open()
    for (const scheme of ['http', 'https', 'ftp']) {
      expect(
        (await pages.handlers.get(scheme)?.({ url: `${scheme}://example.com/`, method: 'GET' }))?.type,
      ).toBe('error')
    }
    const cancelled = (url: string) => {
      const answers: boolean[] = []
      pages.beforeRequest({ url }, ({ cancel }) => void answers.push(cancel))
      return answers[0]
    }
    expect(cancelled('desk://app/main.js')).toBe(false)
    for (const url of [
      'https://example.com/',
      'wss://example.com/',
      'desk://app.example.com/',
      'file:///etc/passwd',
      'devtools://x/',
    ]) {
      expect([url, cancelled(url)]).toEqual([url, true])
    }
    expect(pages.setProxy).toHaveBeenCalledWith({ mode: 'direct' })
  })
})

describe('permissions', () => {
  const names = [
    'media',
    'geolocation',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'hid',
    'serial',
    'usb',
    'clipboard-read',
    'display-capture',
    'fileSystem',
  ]

  it.each(names)('denies %s, asked or checked', async (permission) => {
    const { pages } = await open()
    const answer = vi.fn()
    pages.permissionRequest(null, permission, answer, { isMainFrame: true, requestingUrl: 'desk://app/' })
    expect(answer).toHaveBeenCalledWith(false)
    expect(pages.permissionCheck(null, permission, 'desk://app/')).toBe(false)
  })

  it.each(['clipboard-sanitized-write', 'notifications'])(
    'lets our own top frame have %s, and nobody else',
    async (permission) => {
      const { pages } = await open()
      const ask = (requestingUrl: string, isMainFrame: boolean) => {
        const answer = vi.fn()
        pages.permissionRequest(null, permission, answer, { isMainFrame, requestingUrl })
        return answer.mock.calls[0]?.[0]
      }
      expect([
        ask('desk://app/', true),
        ask('desk://app/', false),
        ask('https://example.com/', true),
      ]).toEqual([true, false, false])
    },
  )

  it('gives out no device and no screen', async () => {
    const { pages } = await open()
    expect(pages.devicePermission({})).toBe(false)
    const streams = vi.fn()
    pages.displayMedia({}, streams)
    expect(streams).toHaveBeenCalledWith({})
    for (const event of ['select-hid-device', 'select-serial-port', 'select-usb-device', 'will-download']) {
      const preventDefault = vi.fn()
      const given = event === 'select-serial-port' ? [[], null, () => {}] : [{}, () => {}]
      pages.emit(event, { preventDefault }, ...given)
      expect([event, preventDefault.mock.calls.length]).toEqual([event, 1])
    }
  })
})

describe('navigation', () => {
  const contents = new FakeContents()
  guardContents(contents as never, 'desk://app')

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
    '%s leads nowhere but to our own pages',
    (event) => {
      const stopped = (url: string) => {
        const preventDefault = vi.fn()
        contents.emit(event, { url, preventDefault })
        return preventDefault.mock.calls.length === 1
      }
      expect(stopped('desk://app/case/1')).toBe(false)
      for (const url of [
        'https://example.com/',
        'desk://app.example.com/',
        'desk://app@example.com/',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'https://example.com/?desk://app/',
      ]) {
        expect([url, stopped(url)]).toEqual([url, true])
      }
    },
  )

  it('opens no window and attaches no web view', () => {
    expect(contents.windowOpen({ url: 'desk://app/' })).toEqual({ action: 'deny' })
    const preventDefault = vi.fn()
    contents.emit('will-attach-webview', { preventDefault })
    expect(preventDefault).toHaveBeenCalled()
  })
})

describe('calls', () => {
  const ask = async (event: (window: FakeWindow) => object) => {
    const { channels, window } = await open()
    const answer = await channels.get('desk:invoke')?.(event(window), '{}')
    return (JSON.parse(answer as string) as { sender: object }).sender
  }
  const url = 'desk://app/'

  it('come with who sent them, by Electron’s own word', async () => {
    expect(
      await ask(({ webContents }) => ({ sender: webContents, senderFrame: { url, parent: null } })),
    ).toEqual({ url, isMainFrame: true })
  })

  it.each<[string, (window: FakeWindow) => object]>([
    ['a child frame', ({ webContents }) => ({ sender: webContents, senderFrame: { url, parent: {} } })],
    ['another window', () => ({ sender: {}, senderFrame: { url, parent: null } })],
    ['a frame that has gone', ({ webContents }) => ({ sender: webContents, senderFrame: null })],
  ])('of %s do not count as ours', async (_name, event) => {
    expect(await ask(event)).toMatchObject({ isMainFrame: false })
  })

  it('are the only channel there is', async () => {
    expect([...(await open()).channels.keys()]).toEqual(['desk:invoke'])
  })
})

describe('window state', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }]
  const state = { x: 50, y: 60, width: 1000, height: 700, maximised: false }

  it('is used while the window would show, and forgotten when its screen has gone', () => {
    expect(boundsToOpen(state, screens)).toEqual({ x: 50, y: 60, width: 1000, height: 700 })
    expect(boundsToOpen({ ...state, x: 1900 }, screens)).toEqual({ width: 1280, height: 900 })
    expect(boundsToOpen({ ...state, y: -5000 }, screens)).toEqual({ width: 1280, height: 900 })
    expect(boundsToOpen(null, screens)).toEqual({ width: 1280, height: 900 })
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"x":1}',
    '{"x":"1","y":0,"width":1000,"height":700,"maximised":false}',
    '{"x":1,"y":0,"width":3,"height":700,"maximised":false}',
  ])('counts as none when the file holds %j', (text) => {
    const path = join(folder, 'window.json')
    writeFileSync(path, text)
    expect(readWindowState(path)).toBeNull()
  })

  it('is saved when the window closes', async () => {
    const window = new FakeWindow({})
    const path = join(folder, 'window.json')
    rememberWindow(window as never, path)
    window.emit('close')
    await vi.waitFor(() =>
      expect(readWindowState(path)).toEqual({ x: 0, y: 0, width: 1280, height: 900, maximised: false }),
    )
  })
})

describe('group policy', () => {
  const printed = [
    '',
    String.raw`HKEY_LOCAL_MACHINE\SOFTWARE\Policies\HandoverDesk`,
    String.raw`    DataFolder    REG_SZ    D:\Handover Desk`,
    '    AutoLockMinutes    REG_DWORD    0x5',
    '    ContentProtection    REG_DWORD    0x0',
    '',
  ].join('\r\n')

  it('is read as the registry prints it', () => {
    expect(parseRegistry(printed)).toEqual({
      DataFolder: String.raw`D:\Handover Desk`,
      AutoLockMinutes: 5,
      ContentProtection: 0,
    })
  })

  it('of the computer goes before the user’s own', () => {
    const keys: string[] = []
    const policy = registryPolicy((key) => {
      keys.push(key)
      return key.startsWith('HKLM')
        ? printed
        : '    AutoLockMinutes    REG_DWORD    0xf0\n    ExportsAllowed    REG_DWORD    0x0'
    }).read()
    expect(policy).toEqual({
      ...DEFAULT_POLICY,
      dataFolder: String.raw`D:\Handover Desk`,
      autoLockMinutes: 5,
      contentProtection: false,
      exportsAllowed: false,
    })
    expect(keys.sort()).toEqual([
      String.raw`HKCU\SOFTWARE\Policies\HandoverDesk`,
      String.raw`HKLM\SOFTWARE\Policies\HandoverDesk`,
    ])
  })

  it('falls back to the careful defaults for values that make no sense', () => {
    expect(
      registryPolicy(
        () => '    AutoLockMinutes    REG_DWORD    0x0\n    ContentProtection    REG_SZ    maybe',
      ).read(),
    ).toEqual(DEFAULT_POLICY)
  })

  it.each([
    [String.raw`\\server\share\desk`, true],
    [String.raw`\\?\UNC\server\share`, true],
    [String.raw`\\?\C:\desk`, false],
    [String.raw`C:\desk`, false],
    [String.raw`Z:\desk`, true],
  ])('knows whether %s is on another computer', (path, network) => {
    const query = (key: string) =>
      key.endsWith(String.raw`Network\Z`) ? String.raw`    RemotePath    REG_SZ    \\server\share` : ''
    expect(isOnNetwork(path, query)).toBe(network)
  })

  it('settles the data folder', () => {
    expect(dataFolder({ ...DEFAULT_POLICY, dataFolder: '/desk' }, '/user')).toBe('/desk')
    expect(dataFolder(DEFAULT_POLICY, '/user')).toBe(join('/user', 'store'))
  })
})

describe('starting', () => {
  const start = async (options = {}) => {
    const fake = fakeElectron({ userData: folder, ...options })
    const createApp = vi.fn((_parts: object) => served)
    await startElectron(fake.electron, { folder: '/app/dist/main', createApp })
    return { ...fake, createApp }
  }

  it('sandboxes and registers the scheme before ready, and takes the lock before it opens anything', async () => {
    const { calls, createApp } = await start()
    const order = [
      'enableSandbox',
      'registerSchemesAsPrivileged',
      'requestSingleInstanceLock',
      'whenReady',
      'fromPartition desk {"cache":false}',
    ]
    expect(calls.filter((call) => order.includes(call))).toEqual(order)
    expect(createApp).toHaveBeenCalledOnce()
  })

  it('does all that must precede ready before it first waits, and is not waited for itself', async () => {
    const fake = fakeElectron({ userData: folder })
    const started = startElectron(fake.electron, { folder: '/app/dist/main', createApp: () => served })
    expect(fake.calls).toEqual(
      expect.arrayContaining([
        'enableSandbox',
        'registerSchemesAsPrivileged',
        'appendSwitch',
        'requestSingleInstanceLock',
      ]),
    )
    await started
    // Electron is ready only once its entry has run to the end: an entry that waits for ready waits for ever.
    const entry = readFileSync(new URL('../../electron/main.ts', import.meta.url), 'utf8')
    expect(entry).not.toMatch(/^\s*await\b/m)
  })

  it('gives way to the instance that is already open', async () => {
    const { calls, createApp } = await start({ firstInstance: false })
    expect(calls).toContain('quit')
    expect(createApp).not.toHaveBeenCalled()
  })

  it('brings the open window forward when started again', async () => {
    const { app } = await start()
    app.emit('second-instance')
    expect(FakeWindow.all[0]?.focus).toHaveBeenCalled()
  })

  it('guards the navigation of every page there will ever be', async () => {
    const { app } = await start()
    const contents = new FakeContents()
    app.emit('web-contents-created', {}, contents)
    expect(contents.windowOpen({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
  })
})

describe('quitting', () => {
  it('waits for the store, once', async () => {
    const { host, app, calls } = await open()
    const closed = vi.fn(async () => {})
    host.power.onQuit(closed)
    const event = { preventDefault: vi.fn() }
    app.emit('before-quit', event)
    // Asked again meanwhile, as closing the last window does: still waiting, and not closing twice.
    app.emit('before-quit', event)
    expect(event.preventDefault).toHaveBeenCalledTimes(2)
    await vi.waitFor(() => expect(calls).toContain('quit'))
    expect(closed).toHaveBeenCalledOnce()
    app.emit('before-quit', event)
    expect(event.preventDefault).toHaveBeenCalledTimes(2)
  })

  it('locks when the screen locks or the computer sleeps', async () => {
    const { host, powerMonitor } = await open()
    const [lock, sleep] = [vi.fn(), vi.fn()]
    host.power.onLock(lock)
    host.power.onSuspend(sleep)
    powerMonitor.emit('lock-screen')
    powerMonitor.emit('suspend')
    expect([lock.mock.calls.length, sleep.mock.calls.length]).toEqual([1, 1])
  })
})

describe('a crash', () => {
  it('is logged, closes the store and says so, once', async () => {
    const { app, dialog, clipboard, calls } = fakeElectron({ userData: folder })
    const source = new EventEmitter()
    const log = { fault: vi.fn(), write: vi.fn() }
    const close = vi.fn(async () => {})
    guardCrashes({ app, dialog, clipboard, log, version: '1.2.3', close } as never, source as never)
    source.emit('uncaughtException', new Error('Aldous, Brennan'))
    source.emit('unhandledRejection', new Error('again'))
    app.emit('render-process-gone', {}, {}, { reason: 'crashed' })
    await vi.waitFor(() => expect(calls).toContain('exit'))
    expect([
      log.fault.mock.calls.length,
      close.mock.calls.length,
      dialog.showMessageBox.mock.calls.length,
    ]).toEqual([1, 1, 1])
    expect(JSON.stringify(dialog.showMessageBox.mock.calls)).not.toContain('Aldous')
    expect(clipboard.writeText).toHaveBeenCalledWith('Handover Desk 1.2.3: uncaught exception, Error')
  })

  it('of a page that ended cleanly is none', () => {
    const { app, dialog, clipboard } = fakeElectron({ userData: folder })
    const log = { fault: vi.fn(), write: vi.fn() }
    guardCrashes(
      { app, dialog, clipboard, log, version: '1', close: async () => {} } as never,
      new EventEmitter() as never,
    )
    app.emit('render-process-gone', {}, {}, { reason: 'clean-exit' })
    expect(log.fault).not.toHaveBeenCalled()
  })
})

describe('the preload', () => {
  it('is short, and gives the page the bridge and nothing else', () => {
    const source = readFileSync(new URL('../../electron/preload.ts', import.meta.url), 'utf8')
    expect(source.trim().split('\n').length).toBeLessThan(15)
    expect(source.match(/exposeInMainWorld\(/g)).toHaveLength(1)
    expect(source).toContain("exposeInMainWorld('desk', bridge)")
  })
})
