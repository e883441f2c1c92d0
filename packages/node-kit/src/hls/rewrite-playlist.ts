const DISCONTINUITIES = /^#EXT-X-DISCONTINUITY-SEQUENCE:\s*(\d{1,20})\s*$/
/** Players keep a table as long as the number is high: hls.js stands still for a third of a second over one in the millions. */
const MOST_DISCONTINUITIES = 4096n

/**
 * Puts what `mapped` makes of each reference in its place: plain lines and `URI` attributes of an HLS playlist (RFC 8216 §4.1).
 * `mapped` throws for what may not be named; then nothing comes of the whole, because half a playlist would only stall. Discontinuities are counted round from
 * zero, alike in all renditions.
 */
export function rewritePlaylist(text: string, mapped: (reference: string) => string): string {
  const lines = text.split(/\r?\n/).map((line) => {
    if (line.trim() === '') return line
    if (!line.startsWith('#')) return mapped(line.trim())
    const discontinuities = DISCONTINUITIES.exec(line)?.[1]
    if (discontinuities !== undefined)
      return `#EXT-X-DISCONTINUITY-SEQUENCE:${BigInt(discontinuities) % MOST_DISCONTINUITIES}`
    return line.replaceAll(/\bURI="([^"]*)"/g, (_whole, reference: string) => `URI="${mapped(reference)}"`)
  })
  return lines.join('\n')
}
