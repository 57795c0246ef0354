import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { ensureBrowser } from './ensure-browser.ts'
import { electronBinary } from './electron-binary.ts'
import { runNode, tool } from './run-step.ts'

/** What vitest's JSON reporter tells, as far as we read it. */
interface Outcome {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { name: string; status: string; message: string; assertionResults: unknown[] }[]
}

/**
 * Runs every test this machine can run and counts them. A file that would not load is a failure, and so is a test that was
 * skipped: what has not run has not passed.
 */
export async function runTests(): Promise<{ passed: number; failed: number }> {
  try {
    await ensureBrowser()
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return { passed: 0, failed: 1 }
  }
  const built = await runNode('build/scripts/bundle.ts', [])
  if (built !== 0) return { passed: 0, failed: 1 }

  const electron = electronBinary()
  const projects = ['unit', 'e2e', ...(electron === null ? [] : ['electron'])]
  const folder = mkdtempSync(join(tmpdir(), 'desk-tests-'))
  const report = join(folder, 'report.json')
  const status = await runNode(tool.vitest, [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  // A runner that fell over before its end has written none.
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const outcome = JSON.parse(readFileSync(report, 'utf8')) as Outcome
  rmSync(folder, { recursive: true, force: true })

  const broken = outcome.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const notRun = outcome.numPendingTests + outcome.numTodoTests
  for (const file of broken) process.stdout.write(`Would not load: ${file.name}\n`)
  if (notRun > 0) process.stdout.write(`${notRun} tests were skipped: counted as failed.\n`)
  process.stdout.write(
    '\nEnd-to-end host: chromium (the real pages and services in a system Chromium window).\n',
  )
  if (electron === null) {
    process.stdout.write(
      'NOT RUN: the electron project (the same end-to-end tests in the Electron shell): its binary is not on this computer.\n',
    )
  }
  let failed = outcome.numFailedTests + broken.length + notRun
  if (failed === 0 && status !== 0) failed = 1
  return { passed: outcome.numPassedTests, failed }
}

if (import.meta.main) {
  const { passed, failed } = await runTests()
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  process.exitCode = failed === 0 ? 0 : 1
}
