import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../domain/contract/index.ts'
import { PASSPHRASE, startDesk, type RunningDesk } from '../support/start-desk.ts'

let desk: RunningDesk
let origin: string
const asked: string[] = []
const complaints: string[] = []

beforeAll(async () => {
  desk = await startDesk()
  desk.page.on('request', (request) => void asked.push(request.url()))
  desk.page.on('console', (message) => void complaints.push(message.text()))
  await desk.page.reload()
  await desk.page.locator('[data-ready="true"], h1').first().waitFor()
  origin = desk.page.url().replace(/\/$/, '')
})
afterAll(() => desk.close())

const here = () => desk.page.url().startsWith(`${origin}/`)

describe('what the pages may load', () => {
  it('is asked of our own origin alone, with no complaint about the content policy', () => {
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
    expect(complaints.filter((text) => /content security policy|trusted ?type/i.test(text))).toEqual([])
  })

  it('comes over a secure context', async () => {
    expect(await desk.page.evaluate(() => window.isSecureContext)).toBe(true)
  })

  it.each(['https://example.com/', '/index.html'])('cannot be fetched: %s', async (url) => {
    const outcome = await desk.page.evaluate(
      (target) =>
        fetch(target).then(
          () => 'fetched',
          () => 'refused',
        ),
      url,
    )
    expect(outcome).toBe('refused')
  })

  it('holds no picture, style, script or socket from elsewhere', async () => {
    const outcomes = await desk.page.evaluate(async () => {
      const load = (element: HTMLElement, set: () => void) =>
        new Promise<string>((resolve) => {
          element.addEventListener('load', () => resolve('loaded'))
          element.addEventListener('error', () => resolve('refused'))
          set()
          document.head.append(element)
        })
      const image = document.createElement('img')
      const link = document.createElement('link')
      link.rel = 'stylesheet'
      return Promise.all([
        load(image, () => (image.src = 'https://example.com/x.png')),
        load(link, () => (link.href = 'https://example.com/x.css')),
        new Promise<string>((resolve) => {
          try {
            const socket = new WebSocket('wss://example.com/')
            socket.addEventListener('open', () => resolve('loaded'))
            socket.addEventListener('close', () => resolve('refused'))
            socket.addEventListener('error', () => resolve('refused'))
          } catch {
            resolve('refused')
          }
        }),
      ])
    })
    expect(outcomes).toEqual(['refused', 'refused', 'refused'])
  })
})

describe('what the pages may run', () => {
  it('is never text made into code', async () => {
    const browser = await desk.page.context().newCDPSession(desk.page)
    for (const expression of ["eval('1 + 1')", "new Function('return 2')()"]) {
      const { exceptionDetails } = await browser.send('Runtime.evaluate', {
        expression,
        allowUnsafeEvalBlockedByCSP: false,
      })
      expect(exceptionDetails?.exception?.className).toBe('EvalError')
    }
    await browser.detach()
  })

  it('is no inline script, handler or style, and no markup made of text', async () => {
    const ran = await desk.page.evaluate(async () => {
      const script = document.createElement('script')
      let markup = 'refused'
      try {
        script.text = 'window.inlineRan = true'
      } catch {
        // Refused by trusted types already.
      }
      document.head.append(script)
      try {
        document.createElement('div').innerHTML = '<b>x</b>'
        markup = 'made'
      } catch {
        // As it should be.
      }
      return { markup, inline: 'inlineRan' in window }
    })
    expect(ran).toEqual({ markup: 'refused', inline: false })
  })
})

describe('where the window may go', () => {
  it.each([
    'https://example.com/',
    'http://localhost/',
    'file:///etc/passwd',
    'data:text/html,<h1>x</h1>',
    'https://desk.invalid.example.com/',
    'desk://app.example.com/',
  ])('is not %s, by script or by link', async (url) => {
    const before = desk.page.url()
    await desk.page.evaluate((target) => {
      location.assign(target)
    }, url)
    await desk.page.evaluate((target) => {
      const link = document.createElement('a')
      link.href = target
      document.body.append(link)
      link.click()
      link.remove()
    }, url)
    expect(await desk.page.evaluate(() => document.title.length > 0)).toBe(true)
    expect(desk.page.url()).toBe(before)
    expect(here()).toBe(true)
  })

  it('is no second window', async () => {
    const opened = await desk.page.evaluate(() => {
      const popup = window.open('https://example.com/', '_blank')
      return popup === null || popup.closed ? 'none' : 'one'
    })
    const pages = desk.page.context().pages()
    if (opened === 'one')
      await Promise.all(pages.filter((page) => page !== desk.page).map((page) => page.waitForEvent('close')))
    expect(desk.page.context().pages()).toEqual([desk.page])
  })

  it('is still our page, with its bridge', async () => {
    const answer = await desk.page.evaluate(() => window.desk.invoke('session.status', {}))
    expect(answer).toMatchObject({ ok: true, value: { state: 'locked' } })
  })
})

describe('the bridge', () => {
  const send = (json: string) =>
    desk.page.evaluate(async (text) => {
      const raw = (window as unknown as Record<string, ((json: string) => Promise<string>) | undefined>)[
        '__deskSend'
      ]
      return raw === undefined ? null : ((await raw(text)) as string)
    }, json)
  const codeOf = (json: string) => {
    const answer = JSON.parse(json) as Answer<unknown>
    return answer.ok ? 'ok' : answer.error.code
  }

  it('is verbs and nothing else', async () => {
    const seen = await desk.page.evaluate(() => ({
      verbs: Object.keys(window.desk).sort(),
      node: ['require', 'process', 'Buffer', 'ipcRenderer', 'module', '__dirname'].filter(
        (name) => name in window,
      ),
    }))
    expect(seen).toEqual({ verbs: ['invoke', 'on'], node: [] })
  })

  it('refuses an unknown call, and a call too large, with a code', async () => {
    const outcome = await desk.page.evaluate(async () => {
      const invoke = window.desk.invoke as unknown as (
        method: string,
        input: unknown,
      ) => Promise<Answer<unknown>>
      const answers = await Promise.all([
        invoke('session.everything', {}),
        invoke('__proto__', {}),
        invoke('session.unlock', { userId: 'x'.repeat(6_000_000), passphrase: 'x' }),
        invoke('session.unlock', { userId: 1 }),
        invoke('caseload.list', { scope: 'unit', find: '', page: 1 }),
      ])
      return answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))
    })
    expect(outcome).toEqual(['unknown_method', 'unknown_method', 'bad_request', 'bad_input', 'locked'])
  })

  it('is not in a child frame, and what a child frame can reach is refused', async () => {
    const seen = await desk.page.evaluate(async () => {
      const frame = document.createElement('iframe')
      document.body.append(frame)
      const inside = frame.contentWindow as unknown as Record<
        string,
        ((json: string) => Promise<string>) | undefined
      >
      const call = JSON.stringify({ v: 1, id: 1, method: 'session.status', input: {} })
      const answer = (await inside['__deskSend']?.(call)) ?? null
      const bridge = 'desk' in inside
      frame.remove()
      return { bridge, answer }
    })
    expect(seen.bridge).toBe(false)
    // Only the Chromium host has something every frame can reach; Electron’s preload runs in the top frame alone.
    if (seen.answer !== null) expect(codeOf(seen.answer)).toBe('not_trusted')
  })

  it('answers what is no call at all with a code', async () => {
    for (const json of ['', 'null', '{"v":1}', '[]']) {
      const answer = await send(json)
      if (answer !== null) expect(codeOf(answer)).toBe('bad_request')
    }
  })
})

describe('a chosen file', () => {
  it('reaches the page as a token and a name, never as a path', async () => {
    const file = join(desk.folder, 'chosen.csv')
    writeFileSync(file, 'NOMS No\nA1234BC\n')
    await desk.answering.openFiles(file)
    const answer = await desk.page.evaluate(async (passphrase) => {
      const status = await window.desk.invoke('session.status', {})
      const userId = status.ok ? (status.value.people[0]?.userId ?? '') : ''
      await window.desk.invoke('session.unlock', { userId, passphrase })
      return window.desk.invoke('import.choose', {})
    }, PASSPHRASE)
    expect(answer).toMatchObject({ ok: true, value: { files: [{ name: 'chosen.csv', bytes: 16 }] } })
    expect(JSON.stringify(answer)).not.toContain(desk.folder)
  })
})
