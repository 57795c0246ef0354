import process from 'node:process'
import { electronBinary } from './electron-binary.ts'
import { ensureBrowser } from './ensure-browser.ts'
import { runNode, tool } from './run-step.ts'

// Only the journeys in a real window; any argument goes to vitest, such as a file name.
await ensureBrowser()
const built = await runNode('build/scripts/bundle.ts', [])
const project = electronBinary() !== null && process.env['HOST'] === 'electron' ? 'electron' : 'e2e'
process.exitCode =
  built === 0 ? await runNode(tool.vitest, ['run', '--project', project, ...process.argv.slice(2)]) : built
