const CHUNK = 1 << 20

/**
 * The encoding of a file of text, as a label of the Encoding Standard: UTF-8 as GTFS demands it, UTF-16 where a byte order mark says
 * so, and else what Japanese Windows calls ANSI (CP932).
 */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'shift_jis' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length })
    return 'utf-8'
  } catch {
    return 'shift_jis'
  }
}
