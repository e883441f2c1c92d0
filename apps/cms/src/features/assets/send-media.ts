import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { faultCode, type MediaGate } from '@akari/node-kit'
import type { Request, Response } from 'express'
import { AppError } from '../../http/app-error.ts'
import type { ServedFile } from './assets.service.ts'

const CHUNK = 256 * 1024

type Span = { start: number; end: number }

/**
 * Sends a file through the gate, whole or one range of it (RFC 9110 §14; several ranges: the whole). A name
 * that is a hash never means another file, so it may be kept for a year.
 */
export async function sendMedia(req: Request, res: Response, file: ServedFile, gate: MediaGate): Promise<undefined> {
  const size = await sizeOf(file.path)
  const etag = `"${file.sha256}"`
  res.set({
    'Content-Type': file.mediaType,
    'Cache-Control': 'private, max-age=31536000, immutable',
    'Accept-Ranges': 'bytes',
    ETag: etag,
  })
  if (req.fresh) {
    res.status(304).end()
    return undefined
  }
  const span = spanOf(req, size, etag)
  if (span === 'unsatisfiable') {
    res.status(416).set('Content-Range', `bytes */${size}`).removeHeader('Content-Type')
    res.end()
    return undefined
  }
  const { start, end } = span ?? { start: 0, end: size - 1 }
  if (span !== null) res.status(206).set('Content-Range', `bytes ${start}-${end}/${size}`)
  res.set('Content-Length', String(end - start + 1))
  if (req.method === 'HEAD') {
    res.end()
    return undefined
  }
  await through(file.path, { start, end }, res, gate)
  return undefined
}

async function through(path: string, span: Span, res: Response, gate: MediaGate): Promise<void> {
  const gone = new AbortController()
  res.once('close', () => gone.abort())
  try {
    await pipeline(
      createReadStream(path, { ...span, highWaterMark: CHUNK }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          await gate.pass(chunk.length, gone.signal)
          yield chunk
        }
      },
      res,
    )
  } catch (err) {
    // A display that hung up asks again from where it stopped.
    if (!gone.signal.aborted) throw err
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (err) {
    throw faultCode(err) === 'ENOENT' ? new AppError('not-found') : err
  }
}

function spanOf(req: Request, size: number, etag: string): Span | 'unsatisfiable' | null {
  const ifRange = req.headers['if-range']
  if (req.headers.range === undefined || (ifRange !== undefined && ifRange !== etag)) return null
  const ranges = req.range(size, { combine: true })
  if (ranges === -1) return 'unsatisfiable'
  if (ranges === undefined || ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return null
  const [range] = ranges
  return range === undefined ? null : { start: range.start, end: range.end }
}
