import type { Server } from 'node:http'
import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import type { Databases } from './db/database.ts'
import type { Api } from './http/api.ts'
import { httpApp } from './http/app.ts'
import { createHttpServer } from './http/listen.ts'

type Deps = {
  config: Config
  databases: Databases
  api: Api
  log: Logger
  version: string
  uploads: RequestHandler
  ways: RequestHandler
  metrics: RequestHandler
}

/** Wires the HTTP side of all features, not listening yet; it is ready while both databases answer. */
export function wireHttp({ config, databases, ...deps }: Deps): Server {
  const app = httpApp({
    ...deps,
    https: config.tls !== null,
    trustProxy: config.trustProxy,
    consoleDir: config.consoleDir,
    ready: async () => {
      await databases.main.selectFrom('setting').select('key').limit(1).execute()
      await databases.alerts.selectFrom('alert_channel').select('channel').limit(1).execute()
    },
  })
  return createHttpServer(config, app)
}
