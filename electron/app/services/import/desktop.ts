import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Store } from '../../../../db/types.ts'
import { DeskError } from '../../../../domain/contract/errors.ts'
import type { Session } from '../../context.ts'
import { fileRefused, type CheckedExtract } from './extract.ts'
import type { RunOutcome } from './import-extracts.ts'
import { MOST_BYTES, type ListSource } from './read-table.ts'
import type { ColumnsByHand } from './remembered-columns.ts'

/** A file that was chosen or a table that was pasted. A page knows it by its token. */
export interface ChosenFile {
  from: ListSource
  name: string
  /** Of the bytes that were inspected: the file must still be the same when it is read again. */
  sha256: string | null
  /** What its headings were matched with by themselves, once it was inspected. */
  matched: Readonly<Record<string, string | null>>
  /** As it was last checked, and under which answers: asked with the same again, it is not read again. */
  checked: { answers: string; extract: CheckedExtract } | null
}

export interface Preview {
  id: string
  tokens: string[]
  /** Place of the last change when the preview was made. */
  seq: number
  run: RunOutcome
  /** Of each file, how its columns were matched by hand, to be remembered once this is confirmed; null where nothing was. */
  columns: (ColumnsByHand | null)[]
}

/** What is chosen and previewed, kept with the store it is for: when that is locked and forgotten, so is this. */
export interface Desktop {
  files: Map<string, ChosenFile>
  preview: Preview | null
}

/** More at once are no extract of one establishment any more. */
export const MOST_FILES = 10

export class Desktops {
  readonly #known = new WeakMap<Store, Desktop>()

  of({ store }: Session): Desktop {
    let desktop = this.#known.get(store)
    if (desktop === undefined) this.#known.set(store, (desktop = { files: new Map(), preview: null }))
    return desktop
  }

  /** Throws `not_found` for what was forgotten. */
  chosen(session: Session, token: string): ChosenFile {
    const file = this.of(session).files.get(token)
    if (file === undefined) throw new DeskError('not_found', 'Choose the file again.')
    return file
  }

  /** Puts a file or a text on the desktop and returns what the page is told of it. */
  put(session: Session, { from, name, bytes }: { from: ListSource; name: string; bytes: number }) {
    const token = randomUUID()
    const file = { from, name, sha256: null, matched: {}, checked: null }
    this.of(session).files.set(token, file)
    return { token, name, bytes }
  }

  /** Puts files on the desktop: all of them, or none where one cannot be read. Throws `not_found` and `file_refused`. */
  async putFiles(session: Session, paths: readonly string[], beside: boolean) {
    const { files } = this.of(session)
    const before = beside ? files.size : 0
    if (before + paths.length > MOST_FILES) {
      throw new DeskError(
        'bad_input',
        `The most at once are ${MOST_FILES} files. Import these first, then the others.`,
      )
    }
    const sizes = await Promise.all(paths.map(sizeOf))
    if (!beside) files.clear()
    return paths.map((path, place) =>
      this.put(session, { from: { path }, name: basename(path), bytes: sizes[place] as number }),
    )
  }
}

async function sizeOf(path: string): Promise<number> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile())
    throw new DeskError('not_found', `${name} is not there any more, or is no file.`)
  if (found.size > MOST_BYTES) {
    throw fileRefused(
      'too_large',
      `${name} is ${(found.size / 1024 / 1024).toFixed(1)} MB; the most is ${MOST_BYTES / 1024 / 1024} MB.`,
    )
  }
  return found.size
}
