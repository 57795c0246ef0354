import process from 'node:process'

// Plain JavaScript that old versions read too: everything else here is TypeScript, which they would only stumble over.
const needed = 26
const version = process.versions.node
if (Number.parseInt(version, 10) < needed) {
  process.stderr.write(
    `Handover Desk runs on Node ${needed}, which npm ci puts into this folder; this is Node ${version}. Run npm ci again with install scripts allowed, then try again.\n`,
  )
  process.exit(1)
}
