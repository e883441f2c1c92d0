import { TelegramFault } from '../telegram-fault.ts'
import { MAX_BYTES } from '../xml/document.ts'

/** @throws TelegramFault where the bytes are too many, not UTF-8, or not JSON */
export function jsonOf(bytes: Uint8Array): unknown {
  if (bytes.byteLength > MAX_BYTES) throw new TelegramFault('too-large', `more than ${MAX_BYTES} bytes`)
  const text = decoded(bytes)
  try {
    return JSON.parse(text)
  } catch {
    throw new TelegramFault('malformed', 'not JSON')
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new TelegramFault('invalid-encoding', 'not valid UTF-8')
  }
}
