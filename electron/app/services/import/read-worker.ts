import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { DeskError } from '../../../../domain/contract/errors.ts'
import { checkExtract } from './check-extract.ts'
import { inspectExtract } from './inspect-extract.ts'
import type { ReadJob, ReadReply } from './extract-reader.ts'

// Files come from outside and may be large or hostile, so they are read in a thread of their own, which is thrown away.

async function run(job: ReadJob): Promise<ReadReply> {
  try {
    const value =
      job.kind === 'check' ? await checkExtract(job.options) : await inspectExtract(job.from, job.today)
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof DeskError)) throw error
    return { ok: false, code: error.code, message: error.message, fields: error.fields ?? {} }
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
if (!isMainThread && parentPort !== null) parentPort.postMessage(await run(workerData as ReadJob))
