import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { contract, ERROR_CODES, type Method } from '../../domain/contract/index.ts'
import { root } from './run-step.ts'

const FILE = join(root, 'electron/API.md')

interface Shape {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  /** One of several objects, told apart by one of their fields. */
  oneOf?: Shape[]
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape | boolean
  pattern?: string
}

/** A schema in the words of TypeScript: short enough to read, exact enough to write against. */
function shapeOf(shape: Shape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum !== undefined) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choices = shape.anyOf ?? shape.oneOf
  if (choices !== undefined) return choices.map(shapeOf).join(' | ')
  if (shape.type === 'array')
    return `(${shapeOf(shape.items ?? {})})[]`.replace(/^\((\w+|\{.*\})\)\[\]$/s, '$1[]')
  if (shape.type === 'object') return objectShape(shape)
  if (shape.type === 'string' && shape.pattern?.startsWith('^(19|20|21)') === true) return 'date'
  return shape.type === undefined ? 'unknown' : [shape.type].flat().join(' | ')
}

function objectShape({ properties = {}, required = [], additionalProperties }: Shape): string {
  const entries = Object.entries(properties)
  if (entries.length === 0 && typeof additionalProperties === 'object') {
    return `{ [key]: ${shapeOf(additionalProperties)} }`
  }
  const fields = entries.map(
    ([name, shape]) => `${name}${required.includes(name) ? '' : '?'}: ${shapeOf(shape)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join('; ')} }`
}

const schemaOf = (schema: z.ZodType): string =>
  shapeOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape)

function section(name: string, entry: Method): string {
  const roles = entry.roles === 'anyone' ? 'anyone, also while locked' : entry.roles.join(', ')
  return [
    `### \`${name}\``,
    '',
    entry.about,
    '',
    `- Roles: ${roles}`,
    `- Personal data in the answer: ${entry.personal ? 'yes' : 'no'}`,
    `- Audit: ${entry.audit === null ? 'none' : `“${entry.audit}”`}`,
    `- Changes: ${entry.changes.length === 0 ? 'nothing' : entry.changes.join(', ')}`,
    `- Input: \`${schemaOf(entry.input)}\``,
    `- Output: \`${schemaOf(entry.output)}\``,
    '',
  ].join('\n')
}

/** `electron/API.md`: the contract as a document. Made from the contract alone, so that it cannot say anything else. */
export function contractDocument(): string {
  const methods = Object.entries(contract) as [string, Method][]
  return [
    '# The calls between the pages and the app',
    '',
    'Made by `npm run contract` from `domain/contract`; do not edit. One channel carries every call: a JSON string `{v, id, method, input}` there,',
    '`{ok: true, value}` or `{ok: false, error: {code, message, fields?}}` back. `date` is a civil date, `YYYY-MM-DD`. After a call that changes something every page',
    'is told `{type: "changed", areas}` and asks again.',
    '',
    `Error codes: ${ERROR_CODES.map((code) => `\`${code}\``).join(', ')}.`,
    '',
    '## Calls',
    '',
    ...methods.map(([name]) => `- [\`${name}\`](#${name.toLowerCase().replaceAll('.', '')})`),
    '',
    ...methods.map(([name, entry]) => section(name, entry)),
  ].join('\n')
}

if (import.meta.main) {
  const text = contractDocument()
  if (process.argv.includes('--check')) {
    let written = ''
    try {
      written = readFileSync(FILE, 'utf8')
    } catch {
      // Not there: not fresh.
    }
    if (written !== text) {
      process.stderr.write('electron/API.md is not what the contract says: run npm run contract.\n')
      process.exitCode = 1
    }
  } else {
    writeFileSync(FILE, text)
    process.stdout.write('Wrote electron/API.md.\n')
  }
}
