import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// `desk` from the sources. Plain JavaScript, so that the compile cache is on before the first TypeScript is read: from the
// second run nothing is stripped or compiled anew, and Node's own stripper is not even loaded. The cache stands beside the
// packages, not in the machine's temporary folder, where another user could leave code for us to run; where it cannot be
// written, everything is compiled each time.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/desk', import.meta.url)))
await import('./cli.ts')
