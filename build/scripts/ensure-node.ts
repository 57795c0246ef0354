import process from 'node:process'

export const NEEDED = 26

/**
 * What is wrong with the Node that runs this, in one line, or null. `npm ci` brings the right one as a package, whose
 * install script must have run.
 */
export function nodeFault(version: string): string | null {
  if (Number.parseInt(version, 10) >= NEEDED) return null
  return `Handover Desk runs on Node ${NEEDED}, which npm ci installs inside this folder; this is Node ${version}. Run npm ci again with install scripts allowed, then npm start.`
}

/** Ends the process with that one line. */
export function ensureNode(): void {
  const fault = nodeFault(process.versions.node)
  if (fault === null) return
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}
