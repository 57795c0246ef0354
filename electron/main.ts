import * as electron from 'electron'
import { createApp } from './app/create-app.ts'
import { startElectron } from './host/electron/start-electron.ts'

// Not awaited: Electron is ready only once this module has run to its end. What fails later meets the crash guards.
void startElectron(electron, { folder: import.meta.dirname, createApp })
