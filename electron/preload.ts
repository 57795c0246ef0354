import { contextBridge, ipcRenderer } from 'electron'
import { makeBridge } from '../domain/contract/bridge.ts'

// The page gets verbs. It never sees `ipcRenderer`, nor an event object that leads back to it.
const bridge = makeBridge({
  send: (json) => ipcRenderer.invoke('desk:invoke', json),
  listen: (receive) => void ipcRenderer.on('desk:event', (_event, json: string) => receive(json)),
})
contextBridge.exposeInMainWorld('desk', bridge)
