import { ArchiveFault } from './archive-fault.ts'
import type { Span } from './header.ts'

/** Tiles from `id` on that are all this one (`run` of them), or where the directory of more of them is (`run` 0). */
export interface Entry extends Span {
  id: number
  run: number
}

/** The entries of a directory that is unpacked (PMTiles v3 §4). Throws ArchiveFault where it contradicts itself. */
export function readDirectory(bytes: Uint8Array, most: number): Entry[] {
  let at = 0
  const next = (): number => {
    let [value, factor] = [0, 1]
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined || factor > 2 ** 49) throw new ArchiveFault('damaged', 'a directory is cut off')
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
      factor *= 128
    }
  }
  const count = next()
  if (count > most) throw new ArchiveFault('tooMuch', `${count} entries`)
  // Four numbers each, of one byte at least: no room is made for what cannot be there.
  if (count * 4 > bytes.length) throw new ArchiveFault('damaged', 'a directory is cut off')
  const entries: Entry[] = Array.from({ length: count }, () => ({ id: 0, run: 0, offset: 0, length: 0 }))
  let id = 0
  for (const [n, entry] of entries.entries()) {
    const step = next()
    if (n > 0 && step === 0) throw new ArchiveFault('damaged', 'a tile is there twice')
    id += step
    entry.id = id
  }
  for (const entry of entries) entry.run = next()
  for (const entry of entries) {
    entry.length = next()
    if (entry.length === 0) throw new ArchiveFault('damaged', 'an empty entry')
  }
  let end = 0
  for (const [n, entry] of entries.entries()) {
    const told = next()
    if (told === 0 && n === 0) throw new ArchiveFault('damaged', 'the first entry follows none')
    entry.offset = told === 0 ? end : told - 1
    end = entry.offset + entry.length
  }
  return entries
}

/** The same as bytes, not packed. */
export function directoryBytes(entries: readonly Entry[]): Uint8Array {
  const bytes: number[] = []
  const put = (value: number): void => {
    let rest = value
    while (rest >= 0x80) {
      bytes.push((rest % 128) | 0x80)
      rest = Math.floor(rest / 128)
    }
    bytes.push(rest)
  }
  put(entries.length)
  for (const [n, { id }] of entries.entries()) put(id - (entries[n - 1]?.id ?? 0))
  for (const { run } of entries) put(run)
  for (const { length } of entries) put(length)
  for (const [n, { offset }] of entries.entries()) {
    const before = entries[n - 1]
    put(before !== undefined && before.offset + before.length === offset ? 0 : offset + 1)
  }
  return Uint8Array.from(bytes)
}
