import { gunzipSync, inflateRawSync } from 'node:zlib'
import type { Inflate } from '../dmdata/inflate.ts'

export const INFLATE: Inflate = {
  gunzip: (bytes, maxBytes) => gunzipSync(bytes, { maxOutputLength: maxBytes }),
  inflateRaw: (bytes, maxBytes) => inflateRawSync(bytes, { maxOutputLength: maxBytes }),
}
