import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request } from 'express'
import { AppError } from '../http/app-error.ts'

export type UploadRules = {
  workDir: string
  mostBytes: number
  /** What is told of a body that is no file, and of one that is too large. */
  texts: { notBytes: string; tooLarge: string }
  /** What an empty body is refused with. */
  empty: () => AppError
}

/**
 * The file in the body of a request, put into a folder of its own below `workDir` while `use` has it. Throws AppError
 * `unsupported-media`, `too-large`, or what an empty one is refused with.
 */
export async function withUploadedFile<T>(
  req: Request,
  { workDir, mostBytes, texts, empty }: UploadRules,
  use: (path: string) => Promise<T>,
): Promise<T> {
  if (req.is(['application/octet-stream', 'application/zip']) === false) {
    throw new AppError('unsupported-media', texts.notBytes)
  }
  const tooLarge = () => new AppError('too-large', texts.tooLarge)
  if (Number(req.get('content-length') ?? 0) > mostBytes) throw tooLarge()
  await mkdir(workDir, { recursive: true })
  const folder = await mkdtemp(join(workDir, 'upload-'))
  try {
    const path = join(folder, 'file')
    await pipeline(req, atMost(mostBytes, tooLarge), createWriteStream(path))
    if ((await stat(path)).size === 0) throw empty()
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function atMost(bytes: number, tooLarge: () => AppError): Transform {
  let seen = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      seen += chunk.length
      if (seen > bytes) done(tooLarge())
      else done(null, chunk)
    },
  })
}
