import * as electron from 'electron'
import { createApp } from './app/create-app.ts'
import { startElectron } from './host/electron/start-electron.ts'

await startElectron(electron, { folder: import.meta.dirname, createApp })
