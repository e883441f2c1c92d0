const HEADER = 8

/**
 * The same MP4 film with what is to be decoded overwritten from a share of it (0 to 1) on: the container still promises
 * everything, as after a bad sector or a broken converter. `with` tells one from the other. Throws where it has no such box.
 */
export function spoiledFilm(film: Buffer, spoil: { fromShare: number; with: string }): Buffer {
  const { start, end } = mediaData(film)
  const from = start + Math.floor((end - start) * spoil.fromShare)
  const spoiled = Buffer.from(film)
  spoiled.fill(0xff, from, end)
  spoiled.write(spoil.with, end - spoil.with.length, 'latin1')
  return spoiled
}

/** Where the contents of the `mdat` box are (ISO/IEC 14496-12, 4.2: 32-bit size, then type). */
function mediaData(film: Buffer): { start: number; end: number } {
  for (let at = 0; at + HEADER <= film.length; ) {
    const [size, type] = [film.readUInt32BE(at), film.toString('latin1', at + 4, at + HEADER)]
    if (size < HEADER) break
    if (type === 'mdat') return { start: at + HEADER, end: at + size }
    at += size
  }
  throw new Error('a film without an mdat box')
}
