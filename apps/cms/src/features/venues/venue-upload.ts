import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request } from 'express'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../sentence.ts'
import texts from './venues.texts.json' with { type: 'json' }

/** A venue is a few megabytes; an archive beyond this would be refused unread. */
const MOST_BYTES = 100 * 1024 * 1024

/**
 * The file in the body of a request, put into a folder of its own below `workDir` while `use` has it. Throws AppError
 * `unsupported-media`, `too-large`, or `venue-refused` for an empty one.
 */
export async function withUpload<T>(req: Request, workDir: string, use: (path: string) => Promise<T>): Promise<T> {
  if (req.is(['application/octet-stream', 'application/zip']) === false) {
    throw new AppError('unsupported-media', sentence(texts.notBytes))
  }
  if (Number(req.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge()
  await mkdir(workDir, { recursive: true })
  const folder = await mkdtemp(join(workDir, 'venue-'))
  try {
    const path = join(folder, 'file')
    await pipeline(req, atMost(MOST_BYTES), createWriteStream(path))
    if ((await stat(path)).size === 0) throw new AppError('venue-refused', sentence(texts.empty))
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function atMost(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      seen += chunk.length
      if (seen > bytes) done(tooLarge())
      else done(null, chunk)
    },
  })
}

function tooLarge(): AppError {
  return new AppError('too-large', sentence(texts.tooLarge, { megabytes: String(MOST_BYTES / 1024 / 1024) }))
}
