import type { Response } from 'express'
import { AppError } from '../../http/app-error.ts'
import type { ServedFile } from './assets.service.ts'

/** Answers with the file, its ranges (RFC 9110 §14) and a year of caching: a name that is a hash never means another file. */
export function serveFile(res: Response, file: ServedFile): Promise<undefined> {
  res.set({
    'Content-Type': file.mediaType,
    'Cache-Control': 'private, max-age=31536000, immutable',
    ETag: `"${file.sha256}"`,
  })
  return new Promise((resolve, reject) => {
    res.sendFile(file.path, { dotfiles: 'allow', lastModified: false }, (error?: Error & { status?: number }) => {
      if (error === undefined || res.headersSent) resolve(undefined)
      else if (error.status === 416) {
        res.status(416).end()
        resolve(undefined)
      } else if (error.status === 404) {
        res.set('Cache-Control', 'no-store').removeHeader('ETag')
        reject(new AppError('not-found'))
      } else reject(error)
    })
  })
}
