/**
 * Rewrites every URI of an HLS playlist (RFC 8216 §4.1: plain lines and `URI` attributes) to what `mapped` makes of its
 * absolute address. Null when one of them may not be mapped: half a playlist would only stall.
 */
export function rewritePlaylist(text: string, base: URL, mapped: (url: URL) => string | null): string | null {
  let refused = false
  const map = (reference: string) => {
    const url = URL.canParse(reference, base.href) ? new URL(reference, base) : null
    const result = url === null ? null : mapped(url)
    if (result === null) refused = true
    return result ?? ''
  }
  const lines = text.split(/\r?\n/).map((line) => {
    if (line.trim() === '') return line
    if (!line.startsWith('#')) return map(line.trim())
    return line.replaceAll(/\bURI="([^"]*)"/g, (_whole, reference: string) => `URI="${map(reference)}"`)
  })
  return refused ? null : lines.join('\n')
}
