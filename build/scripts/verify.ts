import process from 'node:process'
import { runNode, tool } from './run-step.ts'
import { runTests } from './test.ts'

// The cheap checks first, each run even when one before it failed, so that one go shows everything there is to mend.
const checks: { name: string; script: string; args: string[] }[] = [
  { name: 'format', script: tool.oxfmt, args: ['--check'] },
  { name: 'lint', script: tool.oxlint, args: ['--deny-warnings'] },
  { name: 'types of the domain', script: tool.tsc, args: ['-p', 'domain'] },
  { name: 'types of the pages', script: tool.tsc, args: ['-p', 'renderer'] },
  { name: 'types of everything else', script: tool.tsc, args: ['-p', '.'] },
  { name: 'contract document is fresh', script: 'build/scripts/contract-doc.ts', args: ['--check'] },
]

let passed = 0
let failed = 0
for (const check of checks) {
  const ok = (await runNode(check.script, check.args)) === 0
  process.stdout.write(`${ok ? 'passed' : 'FAILED'}: ${check.name}\n`)
  if (ok) passed += 1
  else failed += 1
}
const tests = await runTests()
passed += tests.passed
failed += tests.failed
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
