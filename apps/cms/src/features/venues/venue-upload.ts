import type { Request } from 'express'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import { withUploadedFile } from '../uploaded-file.ts'
import texts from './venues.texts.json' with { type: 'json' }

/** A venue is a few megabytes; an archive beyond this would be refused unread. */
const MOST_BYTES = 100 * 1024 * 1024

/** The file in the body of a request (uploaded-file.ts); an empty one is refused with `venue-refused`. */
export function withUpload<T>(req: Request, workDir: string, use: (path: string) => Promise<T>): Promise<T> {
  const rules = {
    workDir,
    mostBytes: MOST_BYTES,
    texts: {
      notBytes: sentence(texts.notBytes),
      tooLarge: sentence(texts.tooLarge, { megabytes: String(MOST_BYTES / 1024 / 1024) }),
    },
    empty: () => new AppError('venue-refused', sentence(texts.empty)),
  }
  return withUploadedFile(req, rules, use)
}
