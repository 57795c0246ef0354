import { EventEmitter } from 'node:events'
import { vi } from 'vitest'
import type { ElectronApi } from '../../electron/host/electron/electron-api.ts'

type Handler = (request: { url: string; method: string }) => Response | Promise<Response>

/** One session: what was registered on it, and its events. */
export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, Handler>()
  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler),
  }
  beforeRequest: (details: { url: string }, answer: (reply: { cancel: boolean }) => void) => void = () => {}
  readonly webRequest = {
    onBeforeRequest: (listener: FakeSession['beforeRequest']) => void (this.beforeRequest = listener),
  }
  permissionRequest: (...args: unknown[]) => void = () => {}
  permissionCheck: (...args: unknown[]) => boolean = () => true
  devicePermission: (...args: unknown[]) => boolean = () => true
  displayMedia: (request: unknown, answer: (streams: object) => void) => void = () => {}
  setPermissionRequestHandler = (handler: FakeSession['permissionRequest']) =>
    void (this.permissionRequest = handler)
  setPermissionCheckHandler = (handler: FakeSession['permissionCheck']) =>
    void (this.permissionCheck = handler)
  setDevicePermissionHandler = (handler: FakeSession['devicePermission']) =>
    void (this.devicePermission = handler)
  setDisplayMediaRequestHandler = (handler: FakeSession['displayMedia']) => void (this.displayMedia = handler)
  readonly setProxy = vi.fn(async () => {})
}

export class FakeContents extends EventEmitter {
  windowOpen: (details: { url: string }) => { action: string } = () => ({ action: 'allow' })
  setWindowOpenHandler = (handler: FakeContents['windowOpen']) => void (this.windowOpen = handler)
  readonly send = vi.fn()
  readonly printToPDF = vi.fn(async (_options: object) => Buffer.from('%PDF-1.7 /StructTreeRoot'))
}

export class FakeWindow extends EventEmitter {
  static all: FakeWindow[] = []
  static getAllWindows = () => FakeWindow.all
  readonly webContents = new FakeContents()
  readonly options: Record<string, unknown>
  readonly setContentProtection = vi.fn()
  readonly maximize = vi.fn()
  readonly show = vi.fn()
  readonly focus = vi.fn()
  readonly loadURL = vi.fn(async (_url: string) => {})
  readonly destroy = vi.fn()
  isVisible = () => true
  isMinimized = () => false
  isMaximized = () => false
  isDestroyed = () => false
  getNormalBounds = () => ({ x: 0, y: 0, width: 1280, height: 900 })
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    FakeWindow.all.push(this)
  }
}

/** Electron, as far as the shell asks it: everything is written down, and events are for the test to send. */
export function fakeElectron({ userData = '/nowhere/user', packaged = true, firstInstance = true } = {}) {
  FakeWindow.all = []
  const calls: string[] = []
  const note = (name: string) => vi.fn((..._args: unknown[]) => void calls.push(name))
  const sessions = new Map<string, FakeSession>()
  const app = Object.assign(new EventEmitter(), {
    isPackaged: packaged,
    enableSandbox: note('enableSandbox'),
    disableHardwareAcceleration: note('disableHardwareAcceleration'),
    commandLine: { appendSwitch: note('appendSwitch') },
    requestSingleInstanceLock: () => {
      calls.push('requestSingleInstanceLock')
      return firstInstance
    },
    whenReady: async () => void calls.push('whenReady'),
    quit: note('quit'),
    exit: note('exit'),
    relaunch: note('relaunch'),
    getVersion: () => '1.2.3',
    getPath: (name: string) => (name === 'userData' ? userData : `/nowhere/${name}`),
  })
  const channels = new Map<string, (event: unknown, json: string) => unknown>()
  const dialog = {
    showSaveDialog: vi.fn(async () => ({ canceled: true, filePath: '' })),
    showOpenDialog: vi.fn(async () => ({ canceled: true, filePaths: [] as string[] })),
    showMessageBox: vi.fn(async () => ({ response: 1, checkboxChecked: false })),
    showErrorBox: vi.fn(),
  }
  const powerMonitor = Object.assign(new EventEmitter(), { getSystemIdleTime: vi.fn(() => 0) })
  const protocol = { registerSchemesAsPrivileged: note('registerSchemesAsPrivileged') }
  const clipboard = { writeText: vi.fn() }
  const Menu = { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn((template: unknown) => template) }
  const fake = {
    app,
    BrowserWindow: FakeWindow,
    dialog,
    ipcMain: {
      handle: (channel: string, answer: (event: unknown, json: string) => unknown) =>
        void channels.set(channel, answer),
    },
    Menu,
    powerMonitor,
    protocol,
    screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
    session: {
      fromPartition(name: string, options: unknown) {
        calls.push(`fromPartition ${name} ${JSON.stringify(options)}`)
        const known = sessions.get(name) ?? new FakeSession()
        sessions.set(name, known)
        return known
      },
    },
    clipboard,
  }
  return { ...fake, calls, channels, sessions, electron: fake as unknown as ElectronApi }
}
