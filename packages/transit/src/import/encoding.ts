const CHUNK = 1 << 20
const REPLACED = 0xfffd

export type Encoding = {
  /** As the Encoding Standard calls it. */
  label: 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis'
  /** Whether something in it is no letter. */
  isDamaged: boolean
}

/**
 * The encoding of a file of text: what a byte order mark says, else UTF-8 as GTFS demands it, else what Japanese Windows calls ANSI
 * (CP932). A few bad bytes do not make another encoding of UTF-8: text in CP932 has hardly a letter that is one in UTF-8.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { label: 'utf-16le', isDamaged: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { label: 'utf-16be', isDamaged: false }
  if (isWhole(bytes)) return { label: 'utf-8', isDamaged: false }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return hasMark || isMostlyUtf8(bytes) ? { label: 'utf-8', isDamaged: true } : { label: 'shift_jis', isDamaged: false }
}

function isWhole(bytes: Uint8Array): boolean {
  try {
    decodeEach(bytes, { fatal: true }, () => undefined)
    return true
  } catch {
    return false
  }
}

/** Whether more of what is not ASCII are letters of UTF-8 than are none. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let balance = 0
  decodeEach(bytes, { fatal: false }, (text) => {
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at)
      if (letter > 0x7f) balance += letter === REPLACED ? -1 : 1
    }
  })
  return balance > 0
}

/** In pieces, so that a large file is never one string. */
function decodeEach(bytes: Uint8Array, options: { fatal: boolean }, onText: (text: string) => void): void {
  const decoder = new TextDecoder('utf-8', options)
  for (let at = 0; at < bytes.length; at += CHUNK)
    onText(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: at + CHUNK < bytes.length }))
}
