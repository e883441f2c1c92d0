import express, { type Express, type RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Api } from './api.ts'
import { AppError } from './app-error.ts'
import { addConsolePages } from './console-pages.ts'
import { addDocsPages } from './docs-pages.ts'
import { errorHandler } from './error-handler.ts'
import { securityHeaders, sameOriginWrites } from './security.ts'

/** All that staff drew in one building: some ten thousand ways, and what visitors ask in every language. */
const EDITS_LIMIT = '16mb'

type Deps = {
  api: Api
  log: Logger
  https: boolean
  trustProxy: number
  version: string
  consoleDir: string
  /** Mounted before the JSON parser, because it reads the raw body itself. */
  uploads: RequestHandler
  /** The page that visitors' telephones are sent to. */
  ways: RequestHandler
  ready: () => Promise<void>
  metrics: RequestHandler
}

/** The HTTP side, put together: headers, API, documents, console, errors. Deny by default: what is not listed is 404. */
export function httpApp(deps: Deps): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', deps.trustProxy)
  app.set('query parser', 'simple')
  app.use(securityHeaders(deps.https))
  app.get('/healthz', async (_req, res) => {
    await deps.ready()
    res.json({ status: 'ok', version: deps.version })
  })
  app.get('/metrics', deps.metrics)
  addDocsPages(app, deps.api, deps.version)
  app.use('/api', sameOriginWrites(), noStore)
  app.use('/api/uploads', deps.uploads)
  app.use(['/api/alerts/telegrams', '/api/alerts/cap'], express.raw({ type: () => true, limit: '5mb' }))
  app.put('/api/venues/:id/edits', express.json({ limit: EDITS_LIMIT }))
  app.use('/api', express.json({ limit: '2mb' }), deps.api.router)
  app.use('/api', () => {
    throw new AppError('not-found')
  })
  app.get('/way', deps.ways)
  addConsolePages(app, deps.consoleDir)
  app.use(() => {
    throw new AppError('not-found')
  })
  app.use(errorHandler(deps.log))
  return app
}

/** Answers of the API carry people's names and keys' states: caches keep nothing unless a route says otherwise. */
const noStore: RequestHandler = (_req, res, next) => {
  res.setHeader('Cache-Control', 'no-store')
  next()
}
