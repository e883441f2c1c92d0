/** What a file is, judged by its first bytes alone: names and declared types are only claims. */
export type Sniffed =
  | { kind: 'image'; mediaType: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/gif' }
  | { kind: 'video'; mediaType: 'video/mp4' | 'video/webm' }
  | { kind: 'audio'; mediaType: 'audio/wav' | 'audio/mpeg' | 'audio/ogg' | 'audio/mp4' }
  | { kind: 'refused'; is: RefusedKind }

/** Names of sentences in assets.texts.json. */
export type RefusedKind = 'empty' | 'svg' | 'html' | 'zip' | 'pdf' | 'heic' | 'quicktime' | 'matroska' | 'unknown'

/** How many bytes `sniff` looks at. */
export const SNIFFED_BYTES = 4096

/** Brands of ISO/IEC 14496-12 §4.3 files that browsers play as MP4. */
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |M4VP|dash|MSNV|f4v )$/
const HEIC_BRANDS = /^(heic|heix|hevc|heim|heis|mif1|msf1)$/

/** The type of a file from its beginning. */
export function sniff(head: Buffer): Sniffed {
  if (head.length === 0) return { kind: 'refused', is: 'empty' }
  const ascii = head.toString('latin1')
  if (ascii.startsWith('\xff\xd8\xff')) return { kind: 'image', mediaType: 'image/jpeg' }
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return { kind: 'image', mediaType: 'image/png' }
  if (/^GIF8[79]a/.test(ascii)) return { kind: 'image', mediaType: 'image/gif' }
  if (ascii.startsWith('RIFF') && ascii.startsWith('WEBP', 8)) return { kind: 'image', mediaType: 'image/webp' }
  if (ascii.startsWith('RIFF') && ascii.startsWith('WAVE', 8)) return { kind: 'audio', mediaType: 'audio/wav' }
  if (ascii.startsWith('OggS')) return { kind: 'audio', mediaType: 'audio/ogg' }
  if (ascii.startsWith('ID3') || isMp3Frame(head)) return { kind: 'audio', mediaType: 'audio/mpeg' }
  if (ascii.startsWith('ftyp', 4)) return isoMedia(ascii)
  if (ascii.startsWith('\x1a\x45\xdf\xa3')) return ebml(ascii)
  return { kind: 'refused', is: refusedKind(ascii) }
}

/** The header of an MPEG audio frame of layer III (ISO/IEC 11172-3 §2.4.1.3): eleven set bits, a known version, the layer. */
function isMp3Frame(head: Buffer): boolean {
  const [first = 0, second = 0] = head
  return first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08
}

function isoMedia(ascii: string): Sniffed {
  const brand = ascii.slice(8, 12)
  if (brand === 'avif' || brand === 'avis') return { kind: 'image', mediaType: 'image/avif' }
  if (brand === 'M4A ' || brand === 'M4B ') return { kind: 'audio', mediaType: 'audio/mp4' }
  if (MP4_BRANDS.test(brand)) return { kind: 'video', mediaType: 'video/mp4' }
  if (brand === 'qt  ') return { kind: 'refused', is: 'quicktime' }
  return { kind: 'refused', is: HEIC_BRANDS.test(brand) ? 'heic' : 'unknown' }
}

/** The DocType element (id 4282, RFC 8794 §11.2.4) of an EBML header says which kind of Matroska it is. */
function ebml(ascii: string): Sniffed {
  const header = ascii.slice(0, 128)
  if (/\x42\x82.webm/s.test(header)) return { kind: 'video', mediaType: 'video/webm' }
  return { kind: 'refused', is: 'matroska' }
}

function refusedKind(ascii: string): RefusedKind {
  if (ascii.startsWith('PK')) return 'zip'
  if (ascii.startsWith('%PDF')) return 'pdf'
  const text = ascii.toLowerCase()
  if (text.includes('<svg')) return 'svg'
  return /<(!doctype html|html|script|body|head)/.test(text) ? 'html' : 'unknown'
}
