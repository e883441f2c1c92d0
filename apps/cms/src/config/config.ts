import { existsSync } from 'node:fs'
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'
import { MAIL_VARIABLES, mailFrom, type MailSettings } from './mail-config.ts'
import { list, SOURCE_VARIABLES, type SourcesConfig, sourcesFrom } from './sources-config.ts'

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  AKARI_HOST: z.string().min(1).default('127.0.0.1'),
  AKARI_DATA: z.string().min(1).default('data'),
  AKARI_TLS_CERT: z.string().optional(),
  AKARI_TLS_KEY: z.string().optional(),
  /** Number of proxies in front whose X-Forwarded-* headers are believed. */
  AKARI_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Where people reach this server, e.g. behind a proxy; told to the services it reads from. */
  AKARI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  AKARI_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  AKARI_CONSOLE_DIR: z.string().optional(),
  /** Whose alerts count, see place.ts; Koganei where it is not set. */
  AKARI_PLACE_FILE: z.string().min(1).optional(),
  /** What displays and staff together may download, in Mbit/s: alerts share the line. */
  AKARI_MEDIA_MBIT: z.coerce.number().int().min(1).max(100_000).default(400),
  /** What displays have shown is kept for so many days. */
  AKARI_PLAYS_DAYS: z.coerce.number().int().min(1).max(3650).default(92),
  /** `sample`: fill an empty database with the sample city hall. */
  AKARI_SEED: z.enum(['none', 'sample']).default('none'),
  AKARI_SAMPLE_STREAM_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8091'),
  /** `on`: the sample's council sits over and over. */
  AKARI_SAMPLE_SITTINGS: z.enum(['on', 'off']).default('off'),
  AKARI_SAMPLE_FEEDS_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8093'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Hosts of webhooks that may have addresses inside the city's own network. */
  AKARI_WEBHOOK_PRIVATE_HOSTS: list.default([]),
  /** Hosts of feeds (buses, weather, news) that may have addresses inside the city's own network. */
  AKARI_FEED_PRIVATE_HOSTS: list.default([]),
  /** Hosts of live streams that may have addresses inside the city's own network. */
  AKARI_STREAM_PRIVATE_HOSTS: list.default([]),
  /** Hosts of speech recognisers and translators that may have addresses inside the city's own network. */
  AKARI_CAPTION_PRIVATE_HOSTS: list.default([]),
  ...MAIL_VARIABLES,
  ...SOURCE_VARIABLES,
})

/** Everything the server can be told from outside, checked; paths are absolute. */
export type Config = {
  port: number
  host: string
  dataDir: string
  tls: { certPath: string; keyPath: string } | null
  trustProxy: number
  publicUrl: string | null
  logLevel: z.infer<typeof Environment>['AKARI_LOG']
  consoleDir: string
  placeFile: string | null
  mediaBytesPerSecond: number
  keepPlaysDays: number
  databaseUrl: string | null
  /** Where the sample's council stream and the feeds of its town are served, and does its council sit; when the sample is wanted. */
  seed: { streamOrigin: string; feedsOrigin: string; sits: boolean } | null
  webhookPrivateHosts: readonly string[]
  feedPrivateHosts: readonly string[]
  streamPrivateHosts: readonly string[]
  captionPrivateHosts: readonly string[]
  mail: MailSettings | null
  sources: SourcesConfig
}

/** A mistake that must stop the start, told in one sentence. */
export class StartupError extends Error {
  override name = 'StartupError'
}

/** The only reader of the environment. Throws a StartupError that names the variable. */
export function configFrom(env: NodeJS.ProcessEnv, cwd: string): Config {
  const parsed = Environment.safeParse(env)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new StartupError(
      `環境変数 ${String(issue?.path[0])} が正しくありません / is not valid: ${issue?.message ?? ''}`,
    )
  }
  const e = parsed.data
  if ((e.AKARI_TLS_CERT === undefined) !== (e.AKARI_TLS_KEY === undefined)) {
    throw new StartupError('AKARI_TLS_CERT と AKARI_TLS_KEY は両方とも指定してください / set both or neither')
  }
  const mail = mailFrom(e)
  if (mail === 'half') {
    throw new StartupError('AKARI_SMTP_URL と AKARI_MAIL_FROM は両方とも指定してください / set both or neither')
  }
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(cwd, path))
  return {
    port: e.PORT,
    host: e.AKARI_HOST,
    dataDir: absolute(e.AKARI_DATA),
    tls:
      e.AKARI_TLS_CERT !== undefined && e.AKARI_TLS_KEY !== undefined
        ? { certPath: absolute(e.AKARI_TLS_CERT), keyPath: absolute(e.AKARI_TLS_KEY) }
        : null,
    trustProxy: e.AKARI_TRUST_PROXY,
    publicUrl: e.AKARI_PUBLIC_URL ?? null,
    logLevel: e.AKARI_LOG,
    consoleDir: e.AKARI_CONSOLE_DIR === undefined ? defaultConsoleDir() : absolute(e.AKARI_CONSOLE_DIR),
    placeFile: e.AKARI_PLACE_FILE === undefined ? null : absolute(e.AKARI_PLACE_FILE),
    mediaBytesPerSecond: (e.AKARI_MEDIA_MBIT * 1_000_000) / 8,
    keepPlaysDays: e.AKARI_PLAYS_DAYS,
    databaseUrl: e.DATABASE_URL ?? null,
    seed:
      e.AKARI_SEED === 'sample'
        ? {
            streamOrigin: e.AKARI_SAMPLE_STREAM_URL,
            feedsOrigin: e.AKARI_SAMPLE_FEEDS_URL,
            sits: e.AKARI_SAMPLE_SITTINGS === 'on',
          }
        : null,
    webhookPrivateHosts: e.AKARI_WEBHOOK_PRIVATE_HOSTS,
    feedPrivateHosts: e.AKARI_FEED_PRIVATE_HOSTS,
    streamPrivateHosts: e.AKARI_STREAM_PRIVATE_HOSTS,
    captionPrivateHosts: e.AKARI_CAPTION_PRIVATE_HOSTS,
    mail,
    sources: sourcesFrom(e, absolute),
  }
}

/** Beside the bundle in a release, in the neighbouring workspace in a checkout. */
function defaultConsoleDir(): string {
  const released = resolve(import.meta.dirname, 'console')
  return existsSync(released) ? released : resolve(import.meta.dirname, '../../../console/dist')
}
