import { gunzipSync, inflateRawSync } from 'node:zlib'
import { messageOf, SourceError } from '../source-error.ts'
import type { DataFrame } from './frames.ts'

/** The largest telegram seen has 1.3 MB. */
const MAX_BYTES = 5 * 1024 * 1024
const LOCAL_FILE = 0x04034b50
const LOCAL_HEADER_BYTES = 30

/** The bytes of the telegram itself. Throws SourceError for a body that is not as the frame says. */
export function unpacked({
  body,
  encoding,
  compression,
}: Pick<DataFrame, 'body' | 'encoding' | 'compression'>): Buffer {
  const bytes = Buffer.from(body, encoding === 'base64' ? 'base64' : 'utf8')
  try {
    switch (compression) {
      case 'gzip':
        return gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
      case 'zip':
        return onlyFileOf(bytes)
      case null:
        return bytes
    }
  } catch (err) {
    throw new SourceError(`${compression ?? 'plain'} body: ${messageOf(err)}`)
  }
}

/** The first file of a ZIP archive (APPNOTE 6.3.10 §4.3.7), stored or deflated. */
function onlyFileOf(zip: Buffer): Buffer {
  if (zip.byteLength < LOCAL_HEADER_BYTES || zip.readUInt32LE(0) !== LOCAL_FILE) throw new SourceError('no ZIP archive')
  const method = zip.readUInt16LE(8)
  const start = LOCAL_HEADER_BYTES + zip.readUInt16LE(26) + zip.readUInt16LE(28)
  if (method === 0) return zip.subarray(start, start + zip.readUInt32LE(18))
  if (method === 8) return inflateRawSync(zip.subarray(start), { maxOutputLength: MAX_BYTES })
  throw new SourceError(`ZIP method ${method}`)
}
