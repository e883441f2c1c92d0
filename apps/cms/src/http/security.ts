import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { AppError } from './app-error.ts'

/** Strict headers; nothing external is ever loaded. Over plain http neither HSTS nor upgrade-insecure-requests. */
export function securityHeaders(https: boolean): RequestHandler {
  return helmet({
    strictTransportSecurity: https ? { maxAge: 15552000 } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Mantine and React set style attributes; no style sheet from elsewhere is allowed.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  })
}

/** Writes that carry a session cookie must come from our own pages (beside SameSite=Strict). */
export function sameOriginWrites(): RequestHandler {
  return (req, _res, next) => {
    const origin = req.headers.origin
    const reads = req.method === 'GET' || req.method === 'HEAD'
    if (
      !reads &&
      origin !== undefined &&
      req.headers.cookie !== undefined &&
      URL.parse(origin)?.host !== req.headers.host
    ) {
      throw new AppError('foreign-origin')
    }
    next()
  }
}
