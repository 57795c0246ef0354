import { CALL_VERSION, makeBridge } from '../../../domain/contract/bridge.ts'

/** Names of what the host puts into a page. The binding is seen by every frame, so whoever answers it checks the sender. */
export const BINDING = '__deskSend'
export const RECEIVER = '__deskReceive'
export const ACTIVITY = '__deskActive'

/**
 * The script that gives our own top frame its `window.desk`, before any script of the page: the same `makeBridge` as the
 * Electron preload, over the binding. It is made from the function's own source, so there is nothing to build.
 */
export const bridgeScript = (origin: string): string => `(() => {
  if (window.top !== window || location.origin !== ${JSON.stringify(origin)}) return
  const CALL_VERSION = ${CALL_VERSION}
  const receivers = new Set()
  const transport = {
    send: (json) => window.${BINDING}(json),
    listen: (receive) => { receivers.add(receive) },
  }
  const bridge = (${makeBridge.toString()})(transport)
  Object.defineProperty(window, 'desk', { value: Object.freeze(bridge), enumerable: true })
  Object.defineProperty(window, '${RECEIVER}', { value: (json) => { for (const receive of receivers) receive(json) } })
  let told = 0
  const active = (event) => {
    if (event.timeStamp - told < 10000 && told !== 0) return
    told = event.timeStamp
    window.${ACTIVITY}()
  }
  for (const type of ['pointerdown', 'keydown', 'wheel']) addEventListener(type, active, { capture: true, passive: true })
})()`
