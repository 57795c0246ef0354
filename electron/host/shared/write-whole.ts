import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Writes beside the target and renames: the file is there whole or not at all, whatever happens in between. */
export async function writeWhole(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `.${basename(path)}.${randomUUID()}.part`)
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Every file whole, or none of them: those already written are taken away again when a later one fails. */
export async function writeAllWhole(
  folder: string,
  files: readonly { name: string; bytes: Uint8Array }[],
): Promise<void> {
  const written: string[] = []
  try {
    for (const { name, bytes } of files) {
      const path = join(folder, plainName(name))
      await writeWhole(path, bytes)
      written.push(path)
    }
  } catch (error) {
    await Promise.all(written.map((path) => rm(path, { force: true })))
    throw error
  }
}

/** A file name and nothing else: no folder, no character Windows refuses, never empty, `..` or hidden. */
export function plainName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is being taken out
  const safe = basename(name.replaceAll(/[\\/:*?"<>|\u0000-\u001F]/g, '-'))
    .replace(/^\.+/, '')
    .trim()
  return safe === '' ? 'handover-desk' : safe.slice(0, 150)
}
