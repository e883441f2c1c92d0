import { z } from 'zod'

/** Comma-separated. */
export const list = z.string().transform((text) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== ''),
)
const folderUrl = z.url({ protocol: /^https?$/ }).regex(/\/$/, 'must end in /')

/** Where emergency information comes from. Everything that reaches out is off until it is named. */
export const SOURCE_VARIABLES = {
  AKARI_JMA: z.enum(['on', 'off']).default('off'),
  AKARI_JMA_FEED_URL: folderUrl.default('https://www.data.jma.go.jp/developer/xml/feed/'),
  /** 府県予報区 as in the file names of telegrams. */
  AKARI_JMA_OFFICES: list.pipe(z.array(z.string().regex(/^\d{6}$/)).min(1)).default(['130000']),
  /** Megabytes a day; JMA blocks from 10 000 on. */
  AKARI_JMA_MEGABYTES: z.coerce.number().int().min(1).max(8000).default(1000),
  AKARI_DMDATA_KEY_FILE: z.string().min(1).optional(),
  AKARI_DMDATA_API_URL: z.url({ protocol: /^https?$/ }).default('https://api.dmdata.jp/'),
  AKARI_DMDATA_DATA_URL: z.url({ protocol: /^https?$/ }).default('https://data.api.dmdata.jp/'),
  AKARI_DMDATA_SOCKETS: list
    .pipe(z.array(z.url({ protocol: /^wss?$/ })).min(1))
    .default(['wss://ws-tokyo.api.dmdata.jp/v2/websocket', 'wss://ws-osaka.api.dmdata.jp/v2/websocket']),
  AKARI_DMDATA_CLASSIFICATIONS: list
    .pipe(z.array(z.string().regex(/^(eew|telegram)\.[a-z]+$/)).min(1))
    .default(['eew.warning', 'eew.forecast', 'telegram.earthquake', 'telegram.weather', 'telegram.volcano']),
  AKARI_CAP_URLS: list.pipe(z.array(z.url({ protocol: /^https?$/ }))).default([]),
  /** Hosts of AKARI_CAP_URLS that may have private addresses. */
  AKARI_CAP_PRIVATE_HOSTS: list.default([]),
  AKARI_WATCH_FOLDER: z.string().min(1).optional(),
  AKARI_TRIGGERS_FILE: z.string().min(1).optional(),
  /** From when a source that should be heard counts as silent. */
  AKARI_SOURCE_SILENT_MINUTES: z.coerce.number().int().min(3).max(120).default(10),
}

const Variables = z.object(SOURCE_VARIABLES)

export type SourcesConfig = {
  jma: { feedUrl: URL; offices: readonly string[]; budgetBytes: number } | null
  dmdata: {
    keyPath: string
    apiUrl: URL
    dataUrl: URL
    endpoints: readonly URL[]
    classifications: readonly string[]
  } | null
  cap: { urls: readonly URL[]; privateHosts: readonly string[] }
  watchFolder: string | null
  triggersPath: string | null
  silentMs: number
}

/** `absolute` makes paths absolute. */
export function sourcesFrom(e: z.infer<typeof Variables>, absolute: (path: string) => string): SourcesConfig {
  return {
    jma:
      e.AKARI_JMA === 'on'
        ? {
            feedUrl: new URL(e.AKARI_JMA_FEED_URL),
            offices: e.AKARI_JMA_OFFICES,
            budgetBytes: e.AKARI_JMA_MEGABYTES * 1_000_000,
          }
        : null,
    dmdata:
      e.AKARI_DMDATA_KEY_FILE === undefined
        ? null
        : {
            keyPath: absolute(e.AKARI_DMDATA_KEY_FILE),
            apiUrl: new URL(e.AKARI_DMDATA_API_URL),
            dataUrl: new URL(e.AKARI_DMDATA_DATA_URL),
            endpoints: e.AKARI_DMDATA_SOCKETS.map((each) => new URL(each)),
            classifications: e.AKARI_DMDATA_CLASSIFICATIONS,
          },
    cap: { urls: e.AKARI_CAP_URLS.map((each) => new URL(each)), privateHosts: e.AKARI_CAP_PRIVATE_HOSTS },
    watchFolder: e.AKARI_WATCH_FOLDER === undefined ? null : absolute(e.AKARI_WATCH_FOLDER),
    triggersPath: e.AKARI_TRIGGERS_FILE === undefined ? null : absolute(e.AKARI_TRIGGERS_FILE),
    silentMs: e.AKARI_SOURCE_SILENT_MINUTES * 60_000,
  }
}
