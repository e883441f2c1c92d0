import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)

export type ZipEntry = { name: string; bytes: number; packedBytes: number; method: number; flags: number; at: number }

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
/** The end record is 22 bytes and at most 65 535 of comment (APPNOTE 4.3.16). */
const TAIL = 22 + 65_535
const MAX_DIRECTORY_BYTES = 4 * 1024 * 1024

/** The names and sizes a ZIP archive claims (APPNOTE 4.3.12); null for what is none, is damaged or is a Zip64. */
export async function zipDirectory(path: string): Promise<ZipEntry[] | null> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const tail = Buffer.alloc(Math.min(TAIL, size))
    await file.read(tail, 0, tail.length, size - tail.length)
    const end = lastIndexOf(tail, END)
    if (end === -1 || end + 22 > tail.length) return null
    const [count, bytes, from] = [tail.readUInt16LE(end + 10), tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)]
    if (bytes > MAX_DIRECTORY_BYTES || from + bytes > size) return null
    const directory = Buffer.alloc(bytes)
    await file.read(directory, 0, bytes, from)
    return entriesIn(directory, count)
  } finally {
    await file.close()
  }
}

/**
 * Does every entry unpack to just the size it claims? Each is unpacked in memory up to that size and thrown away, so that a
 * bomb cannot go off later, in a program that believes its headers.
 */
export async function unpacksAsClaimed(path: string, entries: readonly ZipEntry[]): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    for (const entry of entries) {
      const header = Buffer.alloc(30)
      const { bytesRead } = await file.read(header, 0, 30, entry.at)
      if (bytesRead < 30 || header.readUInt32LE(0) !== LOCAL) return false
      const packed = Buffer.alloc(entry.packedBytes)
      const from = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
      const read = await file.read(packed, 0, packed.length, from)
      if (read.bytesRead < packed.length || !(await isOfSize(packed, entry))) return false
    }
    return true
  } finally {
    await file.close()
  }
}

async function isOfSize(packed: Buffer, { method, bytes }: ZipEntry): Promise<boolean> {
  if (method === 0) return packed.length === bytes
  if (method !== 8) return false
  try {
    return (await inflate(packed, { maxOutputLength: Math.max(1, bytes) })).length === bytes
  } catch {
    // Damaged, or longer than it claims.
    return false
  }
}

function entriesIn(directory: Buffer, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== DIRECTORY) return null
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      packedBytes: directory.readUInt32LE(at + 20),
      bytes: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function lastIndexOf(buffer: Buffer, signature: number): number {
  const wanted = Buffer.alloc(4)
  wanted.writeUInt32LE(signature)
  return buffer.lastIndexOf(wanted)
}
