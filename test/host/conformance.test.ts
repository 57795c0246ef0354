import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskError } from '../../domain/contract/index.ts'
import { createAssets } from '../../electron/app/assets.ts'
import { pageOrigin } from '../../electron/app/security/page-origin.ts'
import { createChromiumHost } from '../../electron/host/chromium/chromium-host.ts'
import { createElectronHost } from '../../electron/host/electron/electron-host.ts'
import { createHeadlessHost } from '../../electron/host/headless/headless-host.ts'
import type { App, Host } from '../../electron/host/host.ts'
import { DEFAULT_POLICY } from '../../electron/host/shared/machine-policy.ts'
import { fakeElectron } from './fake-electron.ts'

const CSV = { name: 'Comma-separated values', extensions: ['csv'] }
const PAGE = {
  landscape: false,
  header: 'OFFICIAL-SENSITIVE',
  footer: 'Page <span class="pageNumber"></span>',
}

interface Stand {
  host: Host
  /** Whether a window can ask anything. */
  asks: boolean
  /** Lays ready what the person will choose. */
  choose(kind: 'open' | 'watched' | 'save' | 'folder' | 'confirm', answer: string | null | boolean): void
  stop(): Promise<void>
}

const stands: Record<Host['kind'], (folder: string) => Promise<Stand>> = {
  async headless(folder) {
    const host = createHeadlessHost({ data: join(folder, 'data'), say: () => {} })
    return { host, asks: false, choose: () => {}, stop: async () => {} }
  },
  async chromium(folder) {
    const host = createChromiumHost({
      data: join(folder, 'data'),
      assets: join(folder, 'pages'),
      headless: true,
    })
    await host.start(sampleApp(folder, 'chromium'))
    const { answers } = host
    return {
      host,
      asks: true,
      choose(kind, answer) {
        if (kind === 'confirm') answers.confirm.push(answer === true)
        else if (kind === 'open') answers.openFiles.push(answer === null ? [] : [String(answer)])
        else (kind === 'watched' ? answers.openFolder : answers.saveFile).push(answer as string | null)
      },
      stop: () => host.stop(),
    }
  },
  async electron(folder) {
    const { electron, dialog } = fakeElectron({ userData: join(folder, 'user') })
    const paths = {
      data: join(folder, 'data'),
      logs: join(folder, 'logs'),
      assets: join(folder, 'pages'),
      preload: '',
    }
    const host = createElectronHost(electron, { paths, policy: DEFAULT_POLICY })
    await host.start(sampleApp(folder, 'electron'))
    return {
      host,
      asks: true,
      choose(kind, answer) {
        const path = typeof answer === 'string' ? answer : ''
        const canceled = answer === null
        if (kind === 'save') dialog.showSaveDialog.mockResolvedValueOnce({ canceled, filePath: path })
        else if (kind === 'confirm')
          dialog.showMessageBox.mockResolvedValueOnce({
            response: answer === true ? 0 : 1,
            checkboxChecked: false,
          })
        else dialog.showOpenDialog.mockResolvedValueOnce({ canceled, filePaths: canceled ? [] : [path] })
      },
      stop: async () => {},
    }
  },
}

/** An app that says its store is a sample, and whose one page says hello. */
function sampleApp(folder: string, kind: Host['kind']): App {
  const sample = { ok: true, value: { state: 'locked', sample: { passphrase: 'x', today: null } } }
  return {
    invoke: async () => JSON.stringify(sample),
    asset: createAssets(join(folder, 'pages'), pageOrigin(kind)),
    close: async () => {},
  }
}

describe.each(Object.keys(stands) as Host['kind'][])('the %s host', (kind) => {
  let folder: string
  let stand: Stand

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'desk-host-'))
    mkdirSync(join(folder, 'pages'))
    writeFileSync(join(folder, 'pages/index.html'), '<!doctype html><title>Desk</title><h1>Hello</h1>')
    stand = await stands[kind](folder)
  })
  afterAll(async () => {
    await stand.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('names itself, its folders and a whole policy', () => {
    const { host } = stand
    expect(host.kind).toBe(kind)
    expect(host.paths.data).toBe(join(folder, 'data'))
    expect(Object.keys(host.paths).sort()).toEqual(['assets', 'data', 'logs'])
    expect(Object.keys(host.policy.read()).sort()).toEqual(Object.keys(DEFAULT_POLICY).sort())
  })

  it('takes an event whether or not anybody hears it', () => {
    expect(() => stand.host.emit({ type: 'changed', areas: ['session'] })).not.toThrow()
  })

  it('takes what is to run on idle, lock, sleep and quit', () => {
    const { power } = stand.host
    expect(() => {
      power.onIdle(10, () => {})
      power.onLock(() => {})
      power.onSuspend(() => {})
      power.onQuit(async () => {})
    }).not.toThrow()
  })

  it('saves a file whole where the person chose, and gives back the path', async () => {
    const path = join(folder, 'chosen', 'list.csv')
    stand.choose('save', path)
    const saving = stand.host.dialogs.saveFile(Buffer.from('a,b\n'), { name: 'list.csv', kind: CSV })
    if (!stand.asks) return expect(saving).rejects.toMatchObject({ code: 'not_available' })
    expect(await saving).toBe(path)
    expect(readFileSync(path, 'utf8')).toBe('a,b\n')
    expect(readdirSync(join(folder, 'chosen'))).toEqual(['list.csv'])
  })

  it('saves several files into the folder chosen, by their plain names', async () => {
    const chosen = join(folder, 'several')
    stand.choose('folder', chosen)
    const files = [
      { name: 'pack.json', bytes: Buffer.from('{}') },
      { name: '../../escaped.txt', bytes: Buffer.from('x') },
    ]
    const saving = stand.host.dialogs.saveFiles(files)
    if (!stand.asks) return expect(saving).rejects.toMatchObject({ code: 'not_available' })
    expect(await saving).toBe(chosen)
    expect(readdirSync(chosen)).toContain('pack.json')
    expect(readdirSync(chosen)).toHaveLength(2)
    expect(readdirSync(folder)).not.toContain('escaped.txt')
  })

  it('leaves none of several files behind when one of them cannot be written', async () => {
    const chosen = join(folder, 'blocked')
    mkdirSync(join(chosen, 'pack.pdf'), { recursive: true })
    stand.choose('folder', chosen)
    const files = [
      { name: 'pack.json', bytes: Buffer.from('{}') },
      { name: 'pack.pdf', bytes: Buffer.from('x') },
    ]
    await expect(stand.host.dialogs.saveFiles(files)).rejects.toThrow()
    expect(readdirSync(chosen)).toEqual(['pack.pdf'])
  })

  it('gives null when the person turns away', async () => {
    if (!stand.asks) return expect(stand.host.dialogs.openFiles([CSV])).rejects.toBeInstanceOf(DeskError)
    stand.choose('open', null)
    expect(await stand.host.dialogs.openFiles([CSV])).toEqual([])
    stand.choose('watched', null)
    expect(await stand.host.dialogs.openFolder()).toBeNull()
    stand.choose('save', null)
    expect(await stand.host.dialogs.saveFile(Buffer.from('x'), { name: 'x.csv', kind: CSV })).toBeNull()
  })

  it('gives the path of the file chosen', async () => {
    if (!stand.asks) return expect(stand.host.dialogs.openFiles([CSV])).rejects.toBeInstanceOf(DeskError)
    stand.choose('open', '/somewhere/list.csv')
    expect(await stand.host.dialogs.openFiles([CSV])).toEqual(['/somewhere/list.csv'])
  })

  it('gives the path of the folder chosen', async () => {
    if (!stand.asks) return expect(stand.host.dialogs.openFolder()).rejects.toBeInstanceOf(DeskError)
    stand.choose('watched', '/somewhere')
    expect(await stand.host.dialogs.openFolder()).toBe('/somewhere')
  })

  it('takes yes only from a person', async () => {
    const question = { title: 'Disable this user?', detail: 'They can no longer unlock.', yes: 'Disable' }
    stand.choose('confirm', false)
    expect(await stand.host.dialogs.confirm(question)).toBe(false)
    if (!stand.asks) return
    stand.choose('confirm', true)
    expect(await stand.host.dialogs.confirm(question)).toBe(true)
  })

  it('prints a tagged PDF', async () => {
    const html =
      '<!doctype html><html lang="en"><head><title>Pack</title></head><body><h1>Pack</h1></body></html>'
    const pdf = Buffer.from(await stand.host.printer.toPdf(html, PAGE)).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf).toContain('/StructTreeRoot')
  })
})
