import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { DeskError } from '../../../../domain/contract/errors.ts'
import { checkExtract, type OnProgress } from './check-extract.ts'
import { inspectExtract } from './inspect-extract.ts'
import type { ReadJob, ReadReply } from './extract-reader.ts'

// Files come from outside and may be large or hostile, so they are read in a thread of their own, which is thrown away.

/** The least time between two words on how far it has come, in milliseconds. */
const PAUSE = 100

function teller(tell: (reply: ReadReply) => void): OnProgress {
  let last = performance.now()
  return (done, of) => {
    const now = performance.now()
    if (now - last < PAUSE) return
    last = now
    tell({ progress: { done, of } })
  }
}

async function run(job: ReadJob, tell: (reply: ReadReply) => void): Promise<ReadReply> {
  try {
    const value =
      job.kind === 'check'
        ? await checkExtract(job.options, teller(tell))
        : await inspectExtract(job.from, job.today)
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    return { ok: false, code: error.code, message: error.message, fields: error.fields ?? {} }
  }
}

const port = isMainThread ? null : parentPort
if (port !== null) {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  const tell = (reply: ReadReply) => port.postMessage(reply)
  tell(await run(workerData as ReadJob, tell))
}
