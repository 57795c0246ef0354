import type { Writable } from 'node:stream'

const WRITE_AT = 64 * 1024

/** Lines gathered into chunks for a stream that may be slow, or go away. */
export class PlanOutput {
  private pending = ''
  private gone = false
  private failure: Error | null = null
  private readonly stream: Writable

  constructor(stream: Writable) {
    this.stream = stream
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.gone = true
      // A reader that has seen enough is no failure of ours; a full disk is.
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') this.failure = error
    })
    stream.on('close', () => {
      this.gone = true
    })
  }

  add(line: string): void {
    this.pending += line
    this.pending += '\n'
  }

  isFull(): boolean {
    return this.pending.length >= WRITE_AT
  }

  /** True once nobody reads any more. Throws where that was a failure to write. */
  isGone(): boolean {
    if (this.failure !== null) throw this.failure
    return this.gone || this.stream.destroyed
  }

  /** Writes what is gathered; waits where the stream asks to. */
  async flush(): Promise<void> {
    if (this.pending === '' || this.isGone()) return
    const chunk = this.pending
    this.pending = ''
    if (this.stream.write(chunk)) return
    await new Promise<void>((resolve) => {
      const done = () => {
        this.stream.off('drain', done)
        this.stream.off('close', done)
        this.stream.off('error', done)
        resolve()
      }
      this.stream.once('drain', done)
      this.stream.once('close', done)
      this.stream.once('error', done)
      if (this.stream.destroyed) done()
    })
  }

  /** Writes the rest and waits until it has been taken. */
  async end(): Promise<void> {
    if (this.pending !== '' && !this.isGone()) {
      const chunk = this.pending
      this.pending = ''
      await new Promise<void>((resolve) => {
        this.stream.write(chunk, () => resolve())
      })
    }
    this.isGone()
  }
}
