import { TelegramFault } from '../telegram-fault.ts'

const END_SIGNATURE = 0x06054b50
const ENTRY_SIGNATURE = 0x02014b50
const FILE_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff

/** The compressed content of the first file in a zip archive (APPNOTE 6.3). @throws TelegramFault */
export function zippedFile(bytes: Uint8Array): { method: 'stored' | 'deflated'; bytes: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entry = read(view, endOf(view) + 16, 4)
  expectSignature(view, entry, ENTRY_SIGNATURE)
  const method = read(view, entry + 10, 2)
  const length = read(view, entry + 20, 4)
  const file = read(view, entry + 42, 4)
  expectSignature(view, file, FILE_SIGNATURE)
  const start = file + 30 + read(view, file + 26, 2) + read(view, file + 28, 2)
  if (start + length > bytes.byteLength) throw new TelegramFault('malformed', 'the zip file is cut short')
  const content = bytes.subarray(start, start + length)
  if (method === 0) return { method: 'stored', bytes: content }
  if (method === 8) return { method: 'deflated', bytes: content }
  throw new TelegramFault('malformed', `zip method ${method} is not supported`)
}

/** Where the directory ends is told by a record at the end, behind which only a comment may stand. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at
  }
  throw new TelegramFault('malformed', 'not a zip file')
}

function expectSignature(view: DataView, at: number, signature: number): void {
  if (read(view, at, 4) !== signature) throw new TelegramFault('malformed', 'the zip file is broken')
}

function read(view: DataView, at: number, length: 2 | 4): number {
  if (at + length > view.byteLength) throw new TelegramFault('malformed', 'the zip file is cut short')
  return length === 2 ? view.getUint16(at, true) : view.getUint32(at, true)
}
