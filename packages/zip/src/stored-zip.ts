import { crc32 } from './crc32.ts'

/** A file of an archive, with the folders it lies in before its name. */
export type ZipFile = { path: string; bytes: Uint8Array<ArrayBuffer> }

/** A zip archive (APPNOTE 6.3) of files stored as they are, in parts to be put one behind the other. The same files are the same bytes. */
export function storedZip(files: readonly ZipFile[]): Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = 0
  for (const { path, bytes } of files) {
    const name = new TextEncoder().encode(path)
    const about = entry(bytes, name)
    const local = joined([numbers([0x04034b50, 4]), about, name])
    parts.push(local, bytes)
    // Made by, what is like the local header, no comment, no disk, no attributes, and where the local header begins.
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [at, 4])
    directory.push(joined([numbers([0x02014b50, 4], [20, 2]), about, rest, name]))
    at += local.length + bytes.length
  }
  const table = joined(directory)
  const count = files.length
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [table.length, 4], [at, 4], [0, 2])
  return [...parts, table, end]
}

/** What local header and directory say alike: version 2.0, names in UTF-8, stored, no time, CRC and sizes. */
function entry(bytes: Uint8Array, name: Uint8Array): Uint8Array<ArrayBuffer> {
  const { length } = bytes
  return numbers(
    [20, 2],
    [1 << 11, 2],
    [0, 2],
    [0, 2],
    [0x21, 2],
    [crc32(bytes), 4],
    [length, 4],
    [length, 4],
    [name.length, 2],
    [0, 2],
  )
}

/** Little-endian numbers of 2 or 4 bytes. */
function numbers(...all: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [, bytes]) => sum + bytes, 0)))
  let at = 0
  for (const [value, bytes] of all) {
    if (bytes === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += bytes
  }
  return new Uint8Array(view.buffer)
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
