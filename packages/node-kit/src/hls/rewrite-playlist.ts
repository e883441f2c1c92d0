/**
 * Puts what `mapped` makes of each reference in its place: plain lines and `URI` attributes of an HLS playlist (RFC 8216 §4.1).
 * `mapped` throws for what may not be named; then nothing comes of the whole, because half a playlist would only stall.
 */
export function rewritePlaylist(text: string, mapped: (reference: string) => string): string {
  const lines = text.split(/\r?\n/).map((line) => {
    if (line.trim() === '') return line
    if (!line.startsWith('#')) return mapped(line.trim())
    return line.replaceAll(/\bURI="([^"]*)"/g, (_whole, reference: string) => `URI="${mapped(reference)}"`)
  })
  return lines.join('\n')
}
