import type { BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { Dialogs } from '../host.ts'
import { plainName, writeAllWhole, writeWhole } from '../shared/write-whole.ts'
import type { ElectronApi } from './electron-api.ts'

interface Parts {
  dialog: ElectronApi['dialog']
  window(): BrowserWindow
  /** The folder dialogs open in first. */
  documents(): string
}

/** The system's own dialogs, over the window. Files are written here, so that no path and no bytes go near a page. */
export function electronDialogs({ dialog, window, documents }: Parts): Dialogs {
  return {
    async saveFile(bytes, { name, kind }) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        defaultPath: join(documents(), plainName(name)),
        filters: [kind],
        properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
      })
      if (canceled || filePath === '') return null
      await writeWhole(filePath, bytes)
      return filePath
    },
    async saveFiles(files) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Choose a folder to save in',
        buttonLabel: 'Save here',
        defaultPath: documents(),
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      })
      const folder = filePaths[0]
      if (canceled || folder === undefined) return null
      await writeAllWhole(folder, files)
      return folder
    },
    async openFiles(kinds) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        filters: kinds,
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      })
      return canceled ? [] : filePaths
    },
    async openFolder() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        properties: ['openDirectory', 'dontAddToRecent'],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
    async confirm({ title, detail, yes }) {
      const { response } = await dialog.showMessageBox(window(), {
        type: 'question',
        message: title,
        detail,
        buttons: [yes, 'Cancel'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      return response === 0
    },
    // The one dialog that can also be shown before there is a window.
    async fatal(title, detail) {
      dialog.showErrorBox(title, detail)
    },
  }
}
