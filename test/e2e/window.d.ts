import type { Bridge } from '../../domain/contract/bridge.ts'

declare global {
  interface Window {
    desk: Bridge
  }
}
