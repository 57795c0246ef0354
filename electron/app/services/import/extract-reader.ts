import { Worker } from 'node:worker_threads'
import { DeskError, type ErrorCode } from '../../../../domain/contract/errors.ts'
import type { CivilDate } from '../../../../domain/dates/civil-date.ts'
import type { CheckOptions, OnProgress } from './check-extract.ts'
import type { CheckedExtract } from './extract.ts'
import type { ListSource } from './read-table.ts'
import type { InspectedExtract } from './inspect-extract.ts'

export type ReadJob =
  | { kind: 'check'; options: CheckOptions }
  | { kind: 'inspect'; from: ListSource; today: CivilDate }
export type ReadReply =
  | { progress: { done: number; of: number } }
  | { ok: true; value: CheckedExtract | InspectedExtract }
  | { ok: false; code: ErrorCode; message: string; fields: Record<string, string> }

/** More than this and the thread is stopped: a list of 200,000 rows needs a third of it. */
const MOST_MEMORY_MB = 1024

/** The worker's file beside this one: a source in development, `read-worker.js` in the built app. */
export const readWorkerUrl = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url)

/** Reads extracts in a thread of their own, one at a time: asking for another, or `cancel`, stops the one being read. */
export class ExtractReader {
  readonly #url: URL
  #stop: (() => void) | null = null

  constructor(url: URL = readWorkerUrl()) {
    this.#url = url
  }

  /** `onProgress` hears of rows read, not more than ten times a second and of short lists not at all. */
  check(options: CheckOptions, onProgress: OnProgress = () => {}): Promise<CheckedExtract> {
    return this.#run({ kind: 'check', options }, onProgress) as Promise<CheckedExtract>
  }

  inspect(from: ListSource, today: CivilDate): Promise<InspectedExtract> {
    return this.#run({ kind: 'inspect', from, today }) as Promise<InspectedExtract>
  }

  /** Whoever waits gets `conflict`. */
  cancel(): void {
    this.#stop?.()
  }

  async #run(job: ReadJob, onProgress: OnProgress = () => {}): Promise<CheckedExtract | InspectedExtract> {
    this.cancel()
    const worker = new Worker(this.#url, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    let stop = () => {}
    try {
      return await new Promise((resolve, reject) => {
        stop = () => reject(new DeskError('conflict', 'Reading was stopped.'))
        this.#stop = stop
        worker.on('message', (reply: ReadReply) => {
          if ('progress' in reply) onProgress(reply.progress.done, reply.progress.of)
          else if (reply.ok) resolve(reply.value)
          else reject(new DeskError(reply.code, reply.message, reply.fields))
        })
        worker.once('error', (error: Error & { code?: string }) => reject(readFault(error)))
        worker.once('exit', () => reject(new DeskError('unexpected', 'Reading stopped before its end.')))
      })
    } finally {
      // By now another file may be being read: its stop is not this one's to take away.
      if (this.#stop === stop) this.#stop = null
      await worker.terminate()
    }
  }
}

/** Gone, not ours to read, turned into a folder, held by another program, or on a disk or share that went away. */
const UNREADABLE = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EBUSY', 'EIO'])

function readFault(error: Error & { code?: string }): Error {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return new DeskError('file_refused', 'This file needs more memory to read than this app allows.', {
      code: 'too_large',
    })
  }
  return UNREADABLE.has(error.code ?? '')
    ? new DeskError('not_found', 'The file is no longer there, or cannot be read.')
    : error
}
