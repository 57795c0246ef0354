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
  /** Where its bytes lie and whether they are packed; null where that cannot be told. */
  lies: { from: number; to: number; packed: boolean } | null
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
    measure.parts.push({ unpacked, lies: whereItLies(bytes, at, packed) })
    measure.unpacked += unpacked
    if (unpacked > 100_000)
      measure.largestRatio = Math.max(measure.largestRatio, unpacked / Math.max(packed, 1))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return measure
}

const LOCAL_HEADER = 0x04034b50
const STORED = 0
const DEFLATED = 8

function whereItLies(bytes: Buffer, entry: number, packed: number): ZipPart['lies'] {
  const method = bytes.readUInt16LE(entry + 10)
  const header = bytes.readUInt32LE(entry + 42)
  if ((method !== DEFLATED && method !== STORED) || header + 30 > bytes.length) return null
  if (bytes.readUInt32LE(header) !== LOCAL_HEADER) return null
  const from = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
  return { from, to: from + packed, packed: method === DEFLATED }
}

/** The bytes of one part. Throws where it unpacks to more than it says, at the first byte too many. */
export function unpackPart(bytes: Buffer, { unpacked, lies }: ZipPart): Buffer {
  if (lies === null) throw new RangeError('nowhere in the file')
  const part = bytes.subarray(lies.from, lies.to)
  return lies.packed ? inflateRawSync(part, { maxOutputLength: unpacked + 1 }) : part
}

/** Whether every part unpacks to what it says. */
export function keepsItsWord(bytes: Buffer, { parts }: ZipMeasure): boolean {
  return parts.every((part) => {
    try {
      return unpackPart(bytes, part).length === part.unpacked
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
