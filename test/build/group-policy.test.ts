import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { describe, expect, it } from 'vitest'
import { root } from '../../build/scripts/run-step.ts'
import { DEFAULT_POLICY, policyFrom } from '../../electron/host/shared/machine-policy.ts'

/** Throws on what is not well formed. */
const readXml = (path: string) => {
  const text = readFileSync(join(root, 'build/gpo', path), 'utf8')
  return new JSDOM(text, { contentType: 'text/xml' }).window.document
}

describe('the group policy template', () => {
  const admx = readXml('HandoverDesk.admx')
  const policies = [...admx.querySelectorAll('policy')]

  it('offers every policy the app reads, under the key it reads, and no other', () => {
    const read: string[] = []
    const listening = new Proxy({}, { get: (_target, name) => void read.push(String(name)) })
    expect(policyFrom(listening)).toEqual(DEFAULT_POLICY)
    expect(policies.map((policy) => policy.getAttribute('name'))).toEqual(read)
    for (const policy of policies) {
      expect(policy.getAttribute('key')).toBe(String.raw`SOFTWARE\Policies\HandoverDesk`)
      const named =
        policy.getAttribute('valueName') ?? policy.querySelector('[valueName]')?.getAttribute('valueName')
      expect(named).toBe(policy.getAttribute('name'))
    }
  })

  it.each(['en-GB', 'en-US'])('has its words in %s', (language) => {
    const words = new Set(
      [...readXml(`${language}/HandoverDesk.adml`).querySelectorAll('[id]')].map(({ id }) => id),
    )
    const asked = [
      ...readFileSync(join(root, 'build/gpo/HandoverDesk.admx'), 'utf8').matchAll(
        /\$\((?:string|presentation)\.(\w+)\)/g,
      ),
    ]
    expect(asked.map(([, id = '']) => id).filter((id) => !words.has(id))).toEqual([])
  })
})
