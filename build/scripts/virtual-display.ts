import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import process from 'node:process'

/**
 * Starts Xvfb on a free display number, sets `DISPLAY` for everything this process starts, and ends it with this process.
 * False where there is no Xvfb.
 */
export function startVirtualDisplay(): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    child.on('error', () => resolve(false))
    child.on('exit', () => resolve(false))
    const number = child.stdio[3] as Readable
    number.setEncoding('utf8').once('data', (text: string) => {
      process.env['DISPLAY'] = `:${text.trim()}`
      resolve(true)
    })
    number.on('error', () => {})
    child.unref()
    process.on('exit', () => child.kill())
  })
}
