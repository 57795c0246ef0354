import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import writeExcelFile from 'write-excel-file/node'
import type { DeskError } from '../../domain/contract/errors.ts'
import type { CivilDate } from '../../domain/dates/civil-date.ts'
import { checkExtract, type CheckOptions } from '../../electron/app/services/import/check-extract.ts'
import { tempFolder } from '../db/support/stores.ts'

export const TODAY = '2026-11-23' as CivilDate

/** A file of this test alone. Rows are joined by line ends. */
export function fileOf(content: string | Buffer | string[], name = 'list.csv'): string {
  const path = join(tempFolder(), name)
  writeFileSync(path, Array.isArray(content) ? content.join('\r\n') : content)
  return path
}

export const check = (path: string, options: Partial<CheckOptions> = {}) =>
  checkExtract({
    from: { path },
    mapping: {},
    sourceId: null,
    dateOrder: null,
    today: TODAY,
    establishment: 'LEI',
    ...options,
  })

/** What one row becomes: its record, and what of it was refused. */
export async function checkRow(headings: string, cells: string, options: Partial<CheckOptions> = {}) {
  const extract = await check(
    fileOf([`Prison number,Surname,${headings}`, `A1234BC,Marlowe,${cells}`]),
    options,
  )
  const { prison_number: _number, last_name: _name, ...record } = extract.checked[0]?.record ?? {}
  return { record, refused: extract.refused, warnings: extract.warnings }
}

/** The code a whole file is refused with, or null. */
export async function refusalOf(path: string, options: Partial<CheckOptions> = {}): Promise<string | null> {
  try {
    await check(path, options)
    return null
  } catch (error) {
    const { code, fields } = error as DeskError
    return code === 'file_refused' ? (fields?.['code'] ?? 'without a code') : `not refused: ${String(error)}`
  }
}

export async function workbook(
  rows: (string | number | Date | boolean | null)[][],
  name = 'list.xlsx',
): Promise<string> {
  const grid = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : { value, type: value.constructor as StringConstructor },
    ),
  )
  return fileOf(await writeExcelFile(grid as never).toBuffer(), name)
}

/** A zip of one or more parts, which may say anything about their size. */
export function zipOf(parts: { name: string; content: Buffer; unpacked?: number }[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, unpacked = content.length } of parts) {
    const packed = deflateRawSync(content)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(unpacked, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(unpacked, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    const body = Buffer.concat([local, Buffer.from(name), packed])
    at += body.length
    bodies.push(body)
    directory.push(Buffer.concat([entry, Buffer.from(name)]))
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, ...directory, end])
}
