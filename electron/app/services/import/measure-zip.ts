import { inflateRawSync } from 'node:zlib'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535

export interface ZipMeasure {
  names: string[]
  parts: ZipPart[]
  /** What the parts say they unpack to, in bytes. */
  unpacked: number
  /** Unpacked over packed of the part that shrinks most; parts under 100 KB are left out. */
  largestRatio: number
}

export interface ZipPart {
  /** What it says it unpacks to, in bytes. */
  unpacked: number
  /** Where its packed bytes lie; null where they are not packed. */
  packedAt: { from: number; to: number } | null
}

/** Reads the directory of a zip file without unpacking anything; null where it is not one, or is larger than 4 GB. */
export function measureZip(bytes: Buffer): ZipMeasure | null {
  const end = findEnd(bytes)
  if (end === -1) return null
  const entries = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const measure: ZipMeasure = { names: [], parts: [], unpacked: 0, largestRatio: 0 }
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null
    const packed = bytes.readUInt32LE(at + 20)
    const unpacked = bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    measure.names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength))
    measure.parts.push({ unpacked, packedAt: packedAt(bytes, at, packed) })
    measure.unpacked += unpacked
    if (unpacked > 100_000)
      measure.largestRatio = Math.max(measure.largestRatio, unpacked / Math.max(packed, 1))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return measure
}

const LOCAL_HEADER = 0x04034b50
const DEFLATED = 8

function packedAt(bytes: Buffer, entry: number, packed: number): ZipPart['packedAt'] {
  const header = bytes.readUInt32LE(entry + 42)
  if (bytes.readUInt16LE(entry + 10) !== DEFLATED || header + 30 > bytes.length) return null
  if (bytes.readUInt32LE(header) !== LOCAL_HEADER) return null
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  return { from, to: from + packed }
}

/** Whether every part unpacks to no more than it says. Stops at the first byte too many. */
export function keepsItsWord(bytes: Buffer, { parts }: ZipMeasure): boolean {
  return parts.every(({ unpacked, packedAt }) => {
    if (packedAt === null) return true
    try {
      return (
        inflateRawSync(bytes.subarray(packedAt.from, packedAt.to), { maxOutputLength: unpacked + 1 })
          .length === unpacked
      )
    } catch {
      return false
    }
  })
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  return -1
}
