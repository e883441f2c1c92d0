import { gunzipSync, inflateRawSync } from 'node:zlib'
import { type Inflate, readSource, type SourceResult } from '@akari/alerts'

const INFLATE: Inflate = {
  gunzip: (bytes, maxBytes) => gunzipSync(bytes, { maxOutputLength: maxBytes }),
  inflateRaw: (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes }),
}

/** Reads a message of any source, here and now. */
export function readMessage(bytes: Uint8Array, fileName: string | null): SourceResult {
  return readSource(bytes, INFLATE, fileName)
}
