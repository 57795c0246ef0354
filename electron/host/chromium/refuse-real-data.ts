import type { Answer, OutputOf } from '../../../domain/contract/index.ts'
import type { App } from '../host.ts'

/**
 * Real people's data stays in the real shell: this window opens only on a store that says it is a sample. Asked of the app
 * itself, by the call every page starts with.
 */
export async function refuseRealData(app: App, origin: string, allowEmpty: boolean): Promise<void> {
  const call = JSON.stringify({ v: 1, id: 0, method: 'session.status', input: {} })
  const json = await app.invoke({ url: `${origin}/`, isMainFrame: true }, call)
  const answer = JSON.parse(json) as Answer<OutputOf<'session.status'>>
  if (!answer.ok) throw new Error(answer.error.message)
  const { state, sample } = answer.value
  if (state === 'none' ? allowEmpty : sample !== null) return
  throw new Error(
    'The Chromium window opens only sample establishments. Open this folder with Handover Desk itself.',
  )
}
