import { writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import writeExcelFile from 'write-excel-file/node'
import { sampleGrids, toCsv, type Grid } from '../../db/synthetic/sample-extracts.ts'
import { root } from './run-step.ts'

// Each list is written the way its system writes it, so that the samples exercise what real ones will.
const WRITERS: Record<string, (grid: Grid) => Promise<Buffer>> = {
  'delius-list.csv': async (grid) => toWindows1252(toCsv(grid, ';')),
  'delius-north-east.xlsx': toWorkbook,
}
const toUtf8 = async (grid: Grid) => Buffer.from(toCsv(grid))

/** Every sample extract by its file name, as bytes: the same on every computer. */
export async function sampleFiles(): Promise<Record<string, Buffer>> {
  const files: Record<string, Buffer> = {}
  for (const [name, grid] of Object.entries(sampleGrids()))
    files[name] = await (WRITERS[name] ?? toUtf8)(grid)
  return files
}

// The letters Windows-1252 has where Latin-1 has none.
const WINDOWS_1252: Record<string, number> = {
  '’': 0x92,
  '‘': 0x91,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '…': 0x85,
}

function toWindows1252(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (letter) => {
      const code = WINDOWS_1252[letter] ?? letter.codePointAt(0) ?? 0
      if (code > 0xff) throw new RangeError(`${letter} is not in Windows-1252`)
      return code
    }),
  )
}

const DAY = /^(\d{2})\/(\d{2})\/(\d{4})$/

async function toWorkbook(grid: Grid): Promise<Buffer> {
  const rows = grid.map((row) =>
    row.map((cell) => {
      const day = DAY.exec(cell)
      if (cell === '') return null
      if (day === null) return { value: cell, type: String }
      return {
        value: new Date(Date.UTC(Number(day[3]), Number(day[2]) - 1, Number(day[1]))),
        type: Date,
        format: 'dd/mm/yyyy',
      }
    }),
  )
  return withoutTimes(await writeExcelFile(rows).toBuffer())
}

const LOCAL_HEADER = 0x04034b50
const DIRECTORY_ENTRY = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
/** 1 January 1980, the first day a zip file can name. */
const FIRST_DAY = 0x0021

/** A zip file names the moment each part was packed; without it the same people are the same bytes. */
function withoutTimes(zip: Buffer): Buffer {
  const end = zip.length - 22
  if (zip.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('The workbook is not packed as expected')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const header = zip.readUInt32LE(at + 42)
    if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY || zip.readUInt32LE(header) !== LOCAL_HEADER)
      throw new Error('The workbook is not packed as expected')
    zip.writeUInt32LE(FIRST_DAY << 16, at + 12)
    zip.writeUInt32LE(FIRST_DAY << 16, header + 10)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return zip
}

if (import.meta.main) {
  const folder = join(root, 'samples')
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(await sampleFiles())) {
    writeFileSync(join(folder, name), bytes)
    process.stdout.write(`samples/${name}  ${bytes.length} bytes\n`)
  }
}
