/** One file as the directory of an archive announces it: packed `length`, unpacked `size`, where its own header stands. */
export type Entry = {
  path: string
  method: number
  crc: number
  length: number
  size: number
  at: number
  isEncrypted: boolean
}

export const LOCAL = { signature: 0x04034b50, length: 30 }
const END = { signature: 0x06054b50, length: 22 }
const ENTRY = { signature: 0x02014b50, length: 46 }
const ENCRYPTED = 1
const UTF8 = 1 << 11

/** What the directory at the end of an archive (APPNOTE 6.3, 4.3.12) announces. Names without the flag for UTF-8 are Japanese Windows'. */
export function directoryOf(bytes: Uint8Array): Entry[] | 'torn' | 'zip64' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === -1) return 'torn'
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count === 0xffff || at === 0xffffffff) return 'zip64'
  const entries: Entry[] = []
  for (let n = 0; n < count; n++) {
    if (at + ENTRY.length > view.byteLength || view.getUint32(at, true) !== ENTRY.signature) return 'torn'
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    if (at + ENTRY.length + nameLength > view.byteLength) return 'torn'
    const name = bytes.subarray(at + ENTRY.length, at + ENTRY.length + nameLength)
    entries.push({
      path: new TextDecoder((flags & UTF8) === 0 ? 'shift_jis' : 'utf-8').decode(name),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      length: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      isEncrypted: (flags & ENCRYPTED) !== 0,
    })
    at += ENTRY.length + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Where the directory is told by a record at the end, behind which only a comment may stand; −1 where there is none. */
function endOf(view: DataView): number {
  const last = view.byteLength - END.length
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END.signature) return at
  return -1
}
