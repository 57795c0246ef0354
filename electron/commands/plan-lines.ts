import { Buffer, isUtf8 } from 'node:buffer'
import { createReadStream, ReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { EXIT, type CommandIo } from './command.ts'
import { PlanOutput } from './plan-output.ts'
import { lineTooLong, notJson, type LinePlanner } from './plan-line.ts'

/** Longer lines are refused, and never held in memory. In bytes, the line's end not counted. */
export const MAX_LINE_BYTES = 1_000_000

const NEW_LINE = 10
const CHUNK_BYTES = 256 * 1024
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * Reads lines as bytes arrive, plans each, and writes the answers in order, waiting for a slow reader. Whole lines are
 * decoded together, so a character split between two chunks is whole again first. Memory holds one chunk each way,
 * whatever the length of the input. A reader that goes away ends the run quietly.
 */
export async function planLines(plan: LinePlanner, io: Pick<CommandIo, 'stdin' | 'stdout'>): Promise<number> {
  const output = new PlanOutput(io.stdout)
  const input = new LineReader(plan, output)
  for await (const chunk of inLargeChunks(io.stdin) as AsyncIterable<Buffer | string>) {
    input.take(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
    if (output.isFull()) await output.flush()
    if (output.isGone()) break
  }
  if (!output.isGone()) {
    input.end()
    await output.end()
  }
  return input.refused ? EXIT.refusals : EXIT.done
}

/** A file on standard input is read in larger pieces than Node's own: waiting for each costs more than reading it. */
function inLargeChunks(stdin: Readable): Readable {
  if (!(stdin instanceof ReadStream)) return stdin
  const { fd } = stdin as ReadStream & { fd?: unknown }
  return typeof fd === 'number'
    ? createReadStream('', { fd, highWaterMark: CHUNK_BYTES, autoClose: false })
    : stdin
}

class LineReader {
  refused = false
  /** The beginning of a line whose end has not come yet. */
  private begun: Buffer[] = []
  private begunBytes = 0
  /** Inside a line already known to be too long: nothing of it is kept. */
  private isSkipping = false
  private isFirst = true
  private readonly plan: LinePlanner
  private readonly output: PlanOutput

  constructor(plan: LinePlanner, output: PlanOutput) {
    this.plan = plan
    this.output = output
  }

  take(chunk: Buffer): void {
    let from = 0
    if (this.begunBytes > 0 || this.isSkipping) {
      const end = chunk.indexOf(NEW_LINE)
      if (end < 0) {
        this.keep(chunk)
        return
      }
      this.keep(chunk.subarray(0, end))
      this.finishBegun()
      from = end + 1
    }
    const last = chunk.lastIndexOf(NEW_LINE)
    if (last >= from) this.planText(chunk.subarray(from, last))
    if (Math.max(last + 1, from) < chunk.length) this.keep(chunk.subarray(Math.max(last + 1, from)))
  }

  end(): void {
    if (this.begunBytes > 0 || this.isSkipping) this.finishBegun()
  }

  private keep(part: Buffer): void {
    if (this.isSkipping) return
    this.begun.push(part)
    this.begunBytes += part.length
    // One more for the CR of a CRLF, whose LF has not come yet, and three for a byte-order mark.
    if (this.begunBytes > MAX_LINE_BYTES + 4) {
      this.isSkipping = true
      this.begun = []
      this.begunBytes = 0
    }
  }

  private finishBegun(): void {
    if (this.isSkipping) {
      this.isFirst = false
      this.refuse(lineTooLong())
    } else {
      this.planText(
        this.begun.length === 1 ? (this.begun[0] as Buffer) : Buffer.concat(this.begun, this.begunBytes),
      )
    }
    this.begun = []
    this.begunBytes = 0
    this.isSkipping = false
  }

  /** One or more whole lines, without the last line's end. */
  private planText(bytes: Buffer): void {
    let lines = bytes
    if (this.isFirst) {
      this.isFirst = false
      if (BYTE_ORDER_MARK.equals(lines.subarray(0, 3))) lines = lines.subarray(3)
    }
    if (isUtf8(lines)) this.planLinesOf(lines.toString('utf8'))
    else for (const line of splitBytes(lines)) this.planBytes(line)
  }

  private planBytes(line: Buffer): void {
    if (isUtf8(line)) this.planLine(line.toString('utf8'))
    else this.refuse(notJson())
  }

  private planLinesOf(text: string): void {
    let from = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      this.planLine(text.slice(from, end))
      from = end + 1
    }
    this.planLine(from === 0 ? text : text.slice(from))
  }

  private planLine(line: string): void {
    if (line.length > MAX_LINE_BYTES / 3 && lengthInBytes(line) > MAX_LINE_BYTES) {
      this.refuse(lineTooLong())
      return
    }
    if (line.charCodeAt(0) !== OPENING_BRACE && line.trim() === '') return
    const planned = this.plan(line)
    if (planned.refused) this.refused = true
    this.output.add(planned.text)
  }

  private refuse({ text }: { text: string }): void {
    this.refused = true
    this.output.add(text)
  }
}

const OPENING_BRACE = 123

function lengthInBytes(line: string): number {
  return Buffer.byteLength(line) - (line.endsWith('\r') ? 1 : 0)
}

function splitBytes(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let end = bytes.indexOf(NEW_LINE); end >= 0; end = bytes.indexOf(NEW_LINE, from)) {
    lines.push(bytes.subarray(from, end))
    from = end + 1
  }
  lines.push(bytes.subarray(from))
  return lines
}
