import type { ErrorRequestHandler } from 'express'
import type { Problem } from '@akari/protocol'
import type { Logger } from 'pino'
import { isStorageFull } from '../db/storage-full.ts'
import { isUnavailable } from '../db/unavailable.ts'
import { sentence } from '../sentence.ts'
import { AppError, notJson } from './app-error.ts'
import texts from './error-handler.texts.json' with { type: 'json' }

/** The one place where errors become answers: RFC 9457 for what callers should read, a fixed sentence for the rest. */
export function errorHandler(log: Logger): ErrorRequestHandler {
  return (err: unknown, req, res, next) => {
    if (res.headersSent) {
      next(err)
      return
    }
    const known = asAppError(err)
    const error = known ?? new AppError('internal')
    if (isOurs(known)) log.error({ err, method: req.method, path: req.path }, 'request failed')
    const problem = problemOf(error, req.headers['accept-language'])
    res.status(error.status).type('application/problem+json').send(JSON.stringify(problem))
  }
}

/** No caller can mend it: whoever keeps the server is to read of it. */
export function isOurs(known: AppError | null): boolean {
  return known === null || known.code === 'unavailable' || known.code === 'storage-full'
}

/** What a caller reads of an error (RFC 9457). */
export function problemOf(error: AppError, acceptLanguage: string | undefined): Problem {
  return {
    type: `urn:akari:problem:${error.code}`,
    title: error.title(acceptLanguage),
    status: error.status,
    code: error.code,
    ...(error.message === error.code ? {} : { detail: error.message }),
    ...(error.fields === undefined ? {} : { errors: [...error.fields] }),
  }
}

/** Errors of Express' body parsers are the caller's mistakes too; a database that is away or full is nobody's. */
export function asAppError(err: unknown): AppError | null {
  if (err instanceof AppError) return err
  if (isStorageFull(err)) return new AppError('storage-full')
  if (isUnavailable(err)) return new AppError('unavailable')
  if (typeof err !== 'object' || err === null || !('type' in err)) return null
  if (err.type === 'entity.too.large') return tooLarge('limit' in err ? Number(err.limit) : Number.NaN)
  if (err.type === 'entity.parse.failed') return notJson()
  if (err.type === 'encoding.unsupported') return new AppError('malformed')
  return null
}

/** `limit`: of the route, in bytes. */
function tooLarge(limit: number): AppError {
  if (!Number.isFinite(limit)) return new AppError('too-large')
  const megabytes = String(limit / 1024 ** 2)
  return new AppError('too-large', sentence(texts.bodyTooLarge, { megabytes }))
}
