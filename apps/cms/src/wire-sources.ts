import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faultText, pause } from '@akari/node-kit'
import type { Alert, Id, Instant, RaiseAlert, Revision, SourceKind, TelegramResult } from '@akari/protocol'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import { type Config, StartupError } from './config/config.ts'
import type { MainDatabase } from './db/database.ts'
import { openCapPoll } from './features/sources/cap/cap-poll.ts'
import { type Carries, carriedByDmdata, carriedByFeeds } from './features/sources/carries.ts'
import { dmdataApi } from './features/sources/dmdata/api.ts'
import { startDmdataLink } from './features/sources/dmdata/link.ts'
import { externalTrigger, TriggerMap } from './features/sources/external-trigger.ts'
import { openJmaPull } from './features/sources/jma/jma-pull.ts'
import { type SourceMonitor, sourceMonitor } from './features/sources/source-monitor.ts'
import { addSourceRoutes } from './features/sources/sources.routes.ts'
import { openSources, type WatchedSource } from './features/sources/sources.service.ts'
import { sourcesStore } from './features/sources/sources.store.ts'
import { type Ingest, takeIn } from './features/sources/take-in.ts'
import { openWatchFolder } from './features/sources/watch-folder.ts'
import type { Audit } from './features/service-deps.ts'
import type { Actor } from './http/actor.ts'
import type { Api } from './http/api.ts'
import { AppError } from './http/app-error.ts'
import type { SourceGauges } from './http/metrics.ts'
import type { Job } from './jobs.ts'

/** Polls spread over so long, so that not every city asks JMA in the same second. */
const JITTER_MS = 8000
const LATE_MS = 150_000
/** DMDATA pings far more often; the server's own patience with us is 120 s. */
const DMDATA_SILENT_MS = 120_000

type Deps = {
  api: Api
  db: MainDatabase
  config: Config
  version: string
  log: Logger
  now: () => Date
  announce: () => void
  ingest: (actor: Actor, bytes: Uint8Array, fileName: string | null) => Promise<TelegramResult>
  raise: (actor: Actor, input: RaiseAlert) => Promise<{ revision: Revision }>
  alerts: () => readonly Alert[]
  /** Offices that speak for the place. */
  weatherOffices: readonly string[]
  markStale: (since: ReadonlyMap<Id, Instant>) => Promise<void>
  audit: Audit
}

/** One way in: what is watched, what is run at the start and then by `cron`, and how it ends. */
type Opened = {
  watched: WatchedSource
  cron: string
  jitterMs: number
  run: () => Promise<void>
  close: () => Promise<void>
}

/** Wires where emergency information comes from, besides the desk. Nothing reaches out before `start`. */
export async function wireSources(deps: Deps) {
  const { api, config, now, log } = deps
  const { sources: wanted } = config
  const closing = new AbortController()
  const stateDir = join(config.dataDir, 'sources')
  mkdirSync(stateDir, { recursive: true })
  const userAgent = `Akari/${deps.version}${config.publicUrl === null ? '' : ` (+${config.publicUrl})`}`
  const common = { userAgent, now, log }

  const watch = (id: Id, kind: SourceKind, label: string): SourceMonitor => {
    const hasRhythm = kind === 'jma-pull' || kind === 'dmdata' || kind === 'cap-poll'
    return sourceMonitor({
      id,
      kind,
      label,
      now,
      rhythm: hasRhythm ? { lateMs: LATE_MS, silentMs: wanted.silentMs } : null,
    })
  }
  const ingestAs =
    (id: Id): Ingest =>
    (bytes, fileName) =>
      deps.ingest({ kind: 'source', id, ip: 'localhost' }, bytes, fileName)

  async function openJma({ feedUrl, offices, budgetBytes }: NonNullable<typeof wanted.jma>): Promise<Opened> {
    const monitor = watch('jma', 'jma-pull', feedUrl.host)
    const statePath = join(stateDir, 'jma.json')
    const timeZone = CITY.timeZone
    const pull = await openJmaPull({
      feedUrl,
      offices,
      budgetBytes,
      timeZone,
      statePath,
      ingest: ingestAs('jma'),
      monitor,
      ...common,
    })
    const carries = carriedByFeeds
    return {
      watched: { monitor, carries },
      cron: '20 * * * * *',
      jitterMs: JITTER_MS,
      run: pull.poll,
      close: pull.close,
    }
  }

  async function openDmdata({
    keyPath,
    apiUrl,
    dataUrl,
    endpoints,
    classifications,
  }: NonNullable<typeof wanted.dmdata>) {
    const key = (await readNamed('AKARI_DMDATA_KEY_FILE', keyPath)).trim()
    const monitor = watch('dmdata', 'dmdata', apiUrl.host)
    const start = (onEewGap: (from: Date, to: Date) => void) =>
      startDmdataLink({
        api: dmdataApi({ apiUrl, dataUrl, key, classifications }),
        endpoints,
        classifications,
        weatherOffices: deps.weatherOffices,
        silentMs: DMDATA_SILENT_MS,
        ingest: ingestAs('dmdata'),
        monitor,
        onEewGap,
        now,
        pause,
        random: Math.random,
        log,
      })
    return { watched: { monitor, carries: carriedByDmdata(classifications) }, start }
  }

  async function openCap(url: URL, id: Id): Promise<Opened> {
    const monitor = watch(id, 'cap-poll', url.host)
    const own = new Set(await store.carried(id))
    const carries: Carries = (alert) => own.has(alert.id)
    const poll = await openCapPoll({
      url,
      privateHosts: wanted.cap.privateHosts,
      statePath: join(stateDir, `${id}.json`),
      ingest: ingestAs(id),
      monitor,
      onAlerts: async (alertIds) => {
        for (const each of alertIds) own.add(each)
        await service.carried(id, alertIds)
      },
      ...common,
    })
    return {
      watched: { monitor, carries },
      cron: '40 * * * * *',
      jitterMs: JITTER_MS,
      run: poll.poll,
      close: poll.close,
    }
  }

  async function openFolder(folder: string): Promise<Opened> {
    const monitor = watch('watch-folder', 'watch-folder', folder)
    const { look, close } = await openWatchFolder({ folder, ingest: ingestAs('watch-folder'), monitor, now, log })
    return {
      watched: { monitor, carries: null },
      cron: '*/2 * * * * *',
      jitterMs: 0,
      run: look,
      close,
    }
  }

  const store = sourcesStore(deps.db)
  const opened: Opened[] = []
  if (wanted.jma !== null) opened.push(await openJma(wanted.jma))
  for (const [index, url] of wanted.cap.urls.entries()) opened.push(await openCap(url, `cap-${index + 1}`))
  if (wanted.watchFolder !== null) opened.push(await openFolder(wanted.watchFolder))
  const dmdata = wanted.dmdata === null ? null : await openDmdata(wanted.dmdata)
  const pushed = {
    cap: watch('cap-post', 'cap-post', 'POST /api/alerts/cap'),
    trigger: watch('trigger', 'trigger', 'POST /api/alerts/external-trigger'),
  }
  const triggers = wanted.triggersPath === null ? {} : await readTriggers(wanted.triggersPath)

  const service = await openSources({
    store,
    sources: [
      ...opened.map(({ watched }) => watched),
      ...(dmdata === null ? [] : [dmdata.watched]),
      ...Object.values(pushed).map((monitor) => ({ monitor, carries: null })),
    ],
    ...deps,
  })
  addSourceRoutes(api, {
    desk: service.desk,
    acknowledge: async (actor, id) => {
      const desk = await service.acknowledge(id)
      await deps.audit(actor, 'source-notice.acknowledged', id)
      return desk
    },
    takeCap: async (actor, bytes) => {
      const ingest: Ingest = (each, fileName) => deps.ingest(actor, each, fileName)
      const taken = await takeIn({ ingest, monitor: pushed.cap }, bytes, { fileName: null, sentAt: null })
      if (taken.outcome === 'refused') throw new AppError('telegram-refused', taken.reason)
      pushed.cap.heard()
      return taken.result
    },
    trigger: externalTrigger({ triggers, monitor: pushed.trigger, raise: deps.raise }),
  })

  function jobOf({ watched, cron, jitterMs, run }: Opened): Job {
    return {
      name: watched.monitor.id,
      cron,
      run: async () => {
        await pause(Math.random() * jitterMs, closing.signal)
        if (!closing.signal.aborted) await run()
      },
    }
  }

  let line: { close: () => Promise<void> } | null = null
  return {
    /** Reaches out for the first time: reads what was missed, connects. */
    start: (): void => {
      line = dmdata?.start((from, to) => service.lostForGood('dmdata', from, to)) ?? null
      for (const { run, watched } of opened) {
        run().catch((err: unknown) => log.error({ err, source: watched.monitor.id }, 'first look failed'))
      }
    },
    report: service.report,
    jobs: [...opened.map(jobOf), { name: 'sources', cron: '*/5 * * * * *', run: service.tick }],
    measure: (gauges: SourceGauges): void => {
      for (const gauge of Object.values(gauges)) gauge.reset()
      for (const { id, kind, state, lastHeardAt, errors, bytesToday } of service.desk().sources) {
        gauges.up.set({ source: id, kind, state }, state === 'ok' ? 1 : 0)
        gauges.errors.set({ source: id }, errors)
        if (lastHeardAt !== null)
          gauges.silentSeconds.set({ source: id }, (now().getTime() - Date.parse(lastHeardAt)) / 1000)
        if (bytesToday !== null) gauges.bytesToday.set({ source: id }, bytesToday)
      }
    },
    close: async (): Promise<void> => {
      closing.abort()
      await Promise.all([line?.close(), ...opened.map(({ close }) => close())])
    },
  }
}

async function readNamed(variable: string, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (err) {
    throw new StartupError(`環境変数 ${variable} のファイルを読めません / cannot be read: ${faultText(err)}`)
  }
}

async function readTriggers(path: string): Promise<TriggerMap> {
  const text = await readNamed('AKARI_TRIGGERS_FILE', path)
  try {
    return TriggerMap.parse(JSON.parse(text))
  } catch (err) {
    throw new StartupError(`環境変数 AKARI_TRIGGERS_FILE の内容が正しくありません / is not valid: ${faultText(err)}`)
  }
}
