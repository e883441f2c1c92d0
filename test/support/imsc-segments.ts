/** IMSC 1 text in fragmented MP4 (ISO/IEC 14496-12 and -30): a document in each fragment. */

const TIMESCALE = 1000

/** The document of one second, which says `text` from `beginsAt` on, in seconds of the stream's own clock. */
export function imscFragment(sequence: number, beginsAt: number, text: string): Buffer {
  const document = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><tt xmlns="http://www.w3.org/ns/ttml" xml:lang="ja"><body><div>` +
      `<p begin="${beginsAt.toFixed(3)}s" end="${(beginsAt + 1).toFixed(3)}s">${text}</p></div></body></tt>`,
  )
  const run = fullBox('trun', 0, 0x000301, numbers(1, 0, TIMESCALE, document.length))
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(Math.round(beginsAt * TIMESCALE)))
  const track = box('traf', fullBox('tfhd', 0, 0x020000, numbers(1)), fullBox('tfdt', 1, 0, time), run)
  const movie = box('moof', fullBox('mfhd', 0, 0, numbers(sequence)), track)
  // The data begin after the header of mdat: the offset counts from the first byte of moof.
  movie.writeInt32BE(movie.length + 8, movie.length - 12)
  return Buffer.concat([movie, box('mdat', document)])
}

/** The header of such a track. */
export function imscHeader(): Buffer {
  const matrix = numbers(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
  const movie = fullBox(
    'mvhd',
    0,
    0,
    numbers(0, 0, TIMESCALE, 0, 0x10000, 0x1000000, 0, 0),
    matrix,
    Buffer.alloc(24),
    numbers(2),
  )
  const track = fullBox('tkhd', 0, 7, numbers(0, 0, 1, 0, 0, 0, 0, 0, 0), matrix, numbers(0, 0))
  const entry = box('stpp', numbers(0, 1), Buffer.from('http://www.w3.org/ns/ttml\0\0\0'))
  const table = box(
    'stbl',
    fullBox('stsd', 0, 0, numbers(1), entry),
    ...['stts', 'stsc', 'stco'].map((name) => fullBox(name, 0, 0, numbers(0))),
    fullBox('stsz', 0, 0, numbers(0, 0)),
  )
  const reference = box('dinf', fullBox('dref', 0, 0, numbers(1), fullBox('url ', 0, 1)))
  const media = box(
    'mdia',
    fullBox('mdhd', 0, 0, numbers(0, 0, TIMESCALE, 0, 0x55c40000)),
    fullBox('hdlr', 0, 0, numbers(0), Buffer.from('subt'), numbers(0, 0, 0), Buffer.from('\0')),
    box('minf', fullBox('sthd', 0, 0), reference, table),
  )
  const extended = box('mvex', fullBox('trex', 0, 0, numbers(1, 1, 0, 0, 0)))
  return Buffer.concat([
    box('ftyp', Buffer.from('iso6\0\0\0\0iso6')),
    box('moov', movie, box('trak', track, media), extended),
  ])
}

function box(name: string, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat([Buffer.from(name, 'latin1'), ...content])
  return Buffer.concat([numbers(inside.length + 4), inside])
}

function fullBox(name: string, version: number, flags: number, ...content: readonly Buffer[]): Buffer {
  return box(name, numbers(version * 0x1000000 + flags), ...content)
}

/** 32 bits each, big-endian. */
function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  values.forEach((value, at) => bytes.writeUInt32BE(value, 4 * at))
  return bytes
}
