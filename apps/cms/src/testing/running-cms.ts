import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger, type Logger } from '@akari/node-kit'
import { describe, onTestFinished } from 'vitest'
import { configFrom } from '../config/config.ts'
import { readLocalAccess } from '../config/local-access.ts'
import { freshPostgres, layOutSqlite } from '../db/testing.ts'
import { type RunningServer, startServer } from '../server.ts'

const POSTGRES = process.env['AKARI_TEST_POSTGRES_URL']

/** A real CMS on a port of its own, with a data folder that goes when the test ends. */
export type RunningCms = RunningServer & {
  dataDir: string
  /** Calls the API; `as` is a bearer secret or a cookie. Gives the status and the parsed body. */
  call: (
    method: string,
    path: string,
    options?: { body?: unknown; raw?: Uint8Array<ArrayBuffer>; as?: Caller; headers?: Record<string, string> },
  ) => Promise<Answer>
  local: Caller
  /** Stops and starts again on the same data. */
  restart: () => Promise<RunningCms>
}
export type Caller = { bearer: string } | { cookie: string }
export type Answer = { status: number; body: unknown; headers: Headers }
/**
 * `beside`: another node that this one shares its keys with, as several nodes of one city hall do. `onLog`: hears each line
 * of the log; without it there is none.
 */
export type CmsOptions = {
  now?: () => Date
  beside?: RunningCms
  env?: Record<string, string>
  onLog?: (line: string) => void
}
export type StartCms = (options?: CmsOptions) => Promise<RunningCms>

/** Runs the same tests against a CMS on SQLite and one on PostgreSQL. */
export function onEachEngine(suite: (start: StartCms) => void): void {
  describe('on SQLite', () => suite((options) => startCms(null, options)))
  describe.skipIf(POSTGRES === undefined)('on PostgreSQL (needs AKARI_TEST_POSTGRES_URL)', () => {
    suite(async (options) => startCms(await freshPostgres(POSTGRES ?? ''), options))
  })
}

export async function startCms(databaseUrl: string | null = null, options: CmsOptions = {}): Promise<RunningCms> {
  const dataDir = await mkdtemp(join(tmpdir(), 'akari-cms-'))
  if (options.beside !== undefined) {
    await cp(join(options.beside.dataDir, 'keys'), join(dataDir, 'keys'), { recursive: true })
  }
  if (databaseUrl === null) await layOutSqlite(dataDir)
  let current: RunningServer | null = null
  onTestFinished(async () => {
    await current?.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const start = async (): Promise<RunningCms> => {
    const env = {
      ...options.env,
      PORT: '0',
      AKARI_DATA: dataDir,
      ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    }
    const server = await startServer(configFrom(env, dataDir), {
      log: loggerTo(options.onLog),
      now: options.now ?? (() => new Date()),
    })
    current = server
    const access = await readLocalAccess(dataDir)
    return {
      ...server,
      dataDir,
      local: { bearer: access?.secret ?? '' },
      call: (method, path, request = {}) => call(server.url, method, path, request),
      restart: async () => {
        await server.close()
        return start()
      },
    }
  }
  return start()
}

function loggerTo(onLog: CmsOptions['onLog']): Logger {
  if (onLog === undefined) return createLogger('cms', { level: 'silent' })
  return createLogger('cms', { destination: { write: onLog } })
}

async function call(
  url: string,
  method: string,
  path: string,
  { body, raw, as, headers = {} }: NonNullable<Parameters<RunningCms['call']>[2]>,
): Promise<Answer> {
  const who = as === undefined ? {} : 'bearer' in as ? { authorization: `Bearer ${as.bearer}` } : { cookie: as.cookie }
  const payload = raw ?? (body === undefined ? null : JSON.stringify(body))
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { ...(raw === undefined ? { 'content-type': 'application/json' } : {}), ...who, ...headers },
    body: payload,
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers }
}
