import type { AppEvent } from '../../domain/contract/bridge.ts'

/**
 * THE SEAM. The one thing the application knows of the desktop it runs on. Three hosts implement it: electron
 * (production), chromium (development and CI) and headless (command line, unit tests). Nothing is optional, and no host
 * asks which host it is. A new member needs every host and a conformance test.
 */
export interface Host {
  readonly kind: 'electron' | 'chromium' | 'headless'
  readonly paths: { data: string; logs: string; assets: string }
  /** Opens the window on the app's pages and answers their calls; headless has no window and returns at once. */
  start(app: App): Promise<void>
  /** To every open page. */
  emit(event: AppEvent): void
  readonly dialogs: Dialogs
  readonly printer: Printer
  readonly power: Power
  readonly policy: Policy
}

/** All a host needs of the application. */
export interface App {
  /** One call from a page: a JSON string in, a JSON string out. Never rejects. */
  invoke(sender: Sender, json: string): Promise<string>
  asset(url: string): AssetResponse
  /** Backs up, checkpoints and closes the store. Safe to call twice. */
  close(): Promise<void>
}

export interface Sender {
  url: string
  isMainFrame: boolean
}

export interface AssetResponse {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

export interface FileKind {
  /** `Comma-separated values` */
  name: string
  extensions: string[]
}

export interface Dialogs {
  /** Asks where, writes there whole or not at all, and returns the path; null when the user turned away. */
  saveFile(bytes: Uint8Array, suggestion: { name: string; kind: FileKind }): Promise<string | null>
  /** Asks for a folder and writes every file into it; null when the user turned away. */
  saveFiles(files: { name: string; bytes: Uint8Array }[]): Promise<string | null>
  /** Asks for files that are there; empty when the user turned away. */
  openFiles(kinds: FileKind[]): Promise<string[]>
  /** Asks for a folder that is there; null when the user turned away. */
  openFolder(): Promise<string | null>
  confirm(question: { title: string; detail: string; yes: string }): Promise<boolean>
  /** Says why the app cannot go on. */
  fatal(title: string, detail: string): Promise<void>
}

export interface PageSetup {
  landscape: boolean
  /** Small HTML for the page's top and bottom edges; may hold `pageNumber` and `totalPages` spans, as Chromium fills them. */
  header: string
  footer: string
}

export interface Printer {
  /** A tagged PDF of a whole HTML document. Throws `not_available` where nothing on this computer can print. */
  toPdf(html: string, page: PageSetup): Promise<Uint8Array>
}

export interface Power {
  onIdle(minutes: number, run: () => void): void
  onLock(run: () => void): void
  onSuspend(run: () => void): void
  onQuit(run: () => Promise<void>): void
}

/** What IT decided for this computer: the registry on Windows, a file elsewhere. */
export interface Policy {
  read(): MachinePolicy
}

export interface MachinePolicy {
  dataFolder: string | null
  backupFolder: string | null
  autoLockMinutes: number
  contentProtection: boolean
  exportsAllowed: boolean
  hardwareAcceleration: boolean
}
