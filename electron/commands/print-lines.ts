import type { CommandIo } from './command.ts'
import { PlanOutput } from './plan-output.ts'

/** One JSON object a line, waiting for a slow reader and stopping quietly when it goes away. */
export async function printLines(io: CommandIo, lines: Iterable<unknown>): Promise<void> {
  const output = new PlanOutput(io.stdout)
  for (const line of lines) {
    output.add(JSON.stringify(line))
    if (output.isFull()) await output.flush()
    if (output.isGone()) return
  }
  await output.end()
}
