import { join } from 'node:path'
import process from 'node:process'
import { DeskError } from '../../../domain/contract/errors.ts'
import type { Dialogs, Host, Policy, Printer } from '../host.ts'
import { findBrowser, mustDropSandbox } from '../shared/find-browser.ts'
import { filePolicy, POLICY_FILE } from '../shared/machine-policy.ts'
import { browserPrinter } from './print-with-browser.ts'

export interface HeadlessOptions {
  /** The folder of the store. */
  data: string
  logs?: string
  assets?: string
  printer?: Printer
  policy?: Policy
  /** Where messages for the person at the command line go; standard error unless given. */
  say?(line: string): void
}

const nobodyToAsk = async (): Promise<never> => {
  throw new DeskError('not_available', 'There is no window to ask in. Name the file on the command line.')
}

const dialogs = (say: (line: string) => void): Dialogs => ({
  saveFile: nobodyToAsk,
  saveFiles: nobodyToAsk,
  openFiles: nobodyToAsk,
  openFolder: nobodyToAsk,
  // Nobody is there to say yes.
  confirm: async () => false,
  fatal: async (title, detail) => say(`${title}: ${detail}`),
})

/** The command line and unit tests: no window, no questions, prints with the system's browser. */
export function createHeadlessHost(options: HeadlessOptions): Host {
  const say = options.say ?? ((line) => void process.stderr.write(`${line}\n`))
  return {
    kind: 'headless',
    paths: {
      data: options.data,
      logs: options.logs ?? join(options.data, 'logs'),
      assets: options.assets ?? join(options.data, 'assets'),
    },
    start: async () => {},
    emit: () => {},
    dialogs: dialogs(say),
    printer:
      options.printer ?? browserPrinter({ browser: findBrowser(), dropSandbox: mustDropSandbox(), say }),
    // A command lives for one task: it is never idle, and whoever starts it closes the app.
    power: { onIdle: () => {}, onLock: () => {}, onSuspend: () => {}, onQuit: () => {} },
    policy: options.policy ?? filePolicy(POLICY_FILE),
  }
}
