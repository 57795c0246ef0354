const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LONGEST_COMMENT = 65_535

export interface ZipMeasure {
  names: string[]
  /** What the parts say they unpack to, in bytes. */
  unpacked: number
  /** Unpacked over packed of the part that shrinks most; parts under 100 KB are left out. */
  largestRatio: number
}

/** Reads the directory of a zip file without unpacking anything; null where it is not one, or is larger than 4 GB. */
export function measureZip(bytes: Buffer): ZipMeasure | null {
  const end = findEnd(bytes)
  if (end === -1) return null
  const entries = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const measure: ZipMeasure = { names: [], unpacked: 0, largestRatio: 0 }
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null
    const packed = bytes.readUInt32LE(at + 20)
    const unpacked = bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    measure.names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength))
    measure.unpacked += unpacked
    if (unpacked > 100_000)
      measure.largestRatio = Math.max(measure.largestRatio, unpacked / Math.max(packed, 1))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return measure
}

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - 22 - LONGEST_COMMENT)
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at
  }
  return -1
}
