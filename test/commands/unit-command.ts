import { Writable } from 'node:stream'
import { Readable } from 'node:stream'
import type { PersonRecord } from '../../domain/model/person-record.ts'
import type { RunCommand } from '../../electron/commands/command.ts'
import { PASSPHRASE, unitStore } from '../services/unit-store.ts'

/** A store with these people in it, closed, as a command finds one. */
export async function closedUnit(
  people: PersonRecord[],
): Promise<{ data: string; end: () => Promise<void> }> {
  const unit = await unitStore()
  await unit.learn(people)
  await unit.store.close()
  return { data: unit.folder, end: () => unit.close() }
}

class Kept extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

/** Runs a command on 23 November 2026 and gives what it printed. */
export async function runCommand(run: RunCommand, args: string[], env: Record<string, string> = {}) {
  const stdout = new Kept()
  const stderr = new Kept()
  const status = await run(args, {
    stdin: Readable.from([]),
    stdout,
    stderr,
    env: { DESK_PASSPHRASE: PASSPHRASE, ...env },
    now: () => new Date('2026-11-23T09:00:00.000Z'),
  })
  const lines = stdout.text.split('\n').filter((line) => line !== '')
  return {
    status,
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    errors: stderr.text,
  }
}
