import type { Area } from './method.ts'
import type { Answer } from './errors.ts'
import type { InputOf, MethodName, OutputOf } from './index.ts'

/** Main → renderer. Names what changed, never the data: the page asks again. */
export type AppEvent =
  | { type: 'changed'; areas: readonly Area[] }
  | { type: 'menu'; action: string }
  /** How many rows of a file have been read. */
  | { type: 'progress'; name: string; done: number; of: number }

/** Carries one JSON string there and one back, and events one way. Each host has its own. */
export interface Transport {
  send(json: string): Promise<string>
  listen(receive: (json: string) => void): void
}

export interface Bridge {
  invoke<M extends MethodName>(method: M, input: InputOf<M>): Promise<Answer<OutputOf<M>>>
  /** Returns what ends the subscription. */
  on(receive: (event: AppEvent) => void): () => void
}

export const CALL_VERSION = 1

/** What the page sees as `window.desk`: verbs only, whatever carries them. */
export function makeBridge(transport: Transport): Bridge {
  let lastId = 0
  const receivers = new Set<(event: AppEvent) => void>()
  transport.listen((json) => {
    const event = JSON.parse(json) as AppEvent
    for (const receive of receivers) receive(event)
  })
  return {
    async invoke(method, input) {
      lastId += 1
      return JSON.parse(await transport.send(JSON.stringify({ v: CALL_VERSION, id: lastId, method, input })))
    },
    on(receive) {
      receivers.add(receive)
      return () => receivers.delete(receive)
    },
  }
}
