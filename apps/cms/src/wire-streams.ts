import { randomUUID } from 'node:crypto'
import { type StreamAsk, within } from '@akari/node-kit'
import type { Id } from '@akari/protocol'
import type { Logger } from 'pino'
import { CITY } from './config/city.ts'
import type { MainDatabase } from './db/database.ts'
import { lastKnown } from './db/last-known.ts'
import { addStreamHealthRoutes } from './features/streams/health/stream-health.routes.ts'
import { streamAlarms } from './features/streams/health/stream-alarms.ts'
import { streamAlarmsStore } from './features/streams/health/stream-alarms.store.ts'
import { streamHealthService } from './features/streams/health/stream-health.service.ts'
import { streamMinutesStore } from './features/streams/health/stream-minutes.store.ts'
import { type StreamGrants, streamGrants } from './features/streams/relay/stream-grants.ts'
import { streamGrantsStore } from './features/streams/relay/stream-grants.store.ts'
import { recentStreams } from './features/streams/relay/recent-streams.ts'
import { lookAt } from './features/streams/relay/look-at.ts'
import { addRelayRoutes } from './features/streams/relay/relay.routes.ts'
import { type RelayThread, startRelayThread } from './features/streams/relay/relay-thread.ts'
import { streamRelay } from './features/streams/relay/stream-relay.ts'
import { streamWatch } from './features/streams/relay/stream-watch.ts'
import { addStreamRoutes } from './features/streams/streams.routes.ts'
import { streamsService } from './features/streams/streams.service.ts'
import { streamStore } from './features/streams/streams.store.ts'
import type { Notify } from './features/notices/notices.service.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import { EDITORS } from './http/actor.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'
import { WHILE_AWAY } from './wire-accounts.ts'

/** Longer than any display is left with what it was granted. */
const GRANTS_KEPT_MS = 24 * 3_600_000

/** Whoever saves a stream waits so long for how it is; most answer by then, and what may not be asked at once. */
const LOOK_MS = 1500

type Deps = ServiceDeps & {
  db: MainDatabase
  log: Logger
  /** Hosts of streams that may have addresses inside the city's own network. */
  privateHosts: readonly string[]
  userAgent: string
  /** Every display with what it last reported. */
  displays: Parameters<typeof streamHealthService>[0]['displays']
  usesOf: (streamId: Id) => Promise<readonly string[]>
  /** A stream that the published programme of a display names. */
  published: StreamGrants
  startThread?: () => RelayThread
}

/** Wires live streams: which there are, and the relay that asks each of them once for all displays. */
export function wireStreams({
  db,
  log,
  privateHosts,
  userAgent,
  usesOf,
  displays,
  published,
  startThread,
  ...common
}: Deps) {
  const store = streamStore(db)
  const thread = startThread?.() ?? startRelayThread({ privateHosts: [...privateHosts], userAgent })
  const nowMs = () => common.now().getTime()
  const relay = streamRelay({ thread, nowMs })
  const streams = streamsService({
    ...common,
    store,
    usesOf,
    lookAnew: async (streamId, stream) => {
      relay.forget(streamId)
      if (stream !== null) await within(lookAt(relay, stream), LOOK_MS)
    },
  })
  const minutes = streamMinutesStore(db, randomUUID())
  const health = streamHealthService({ relay, store: minutes, streams: store.list, displays, now: common.now })
  const watch = streamWatch({ relay, streamOf: store.find, nowMs, log })
  const known = lastKnown(store.find, { ...WHILE_AWAY, now: common.now })
  const streamOf = recentStreams(known.read, nowMs)
  const programmes = lastKnown(
    (pair) => {
      const [displayId = '', streamId = ''] = pair.split(' ')
      return published(displayId, streamId)
    },
    { ...WHILE_AWAY, now: common.now },
  )
  const grants = streamGrantsStore(db)
  const granted = streamGrants({
    named: (displayId, streamId) => programmes.read(`${displayId} ${streamId}`),
    store: grants,
    unkept: (err) => log.warn({ err }, 'what a display was granted is not written down'),
    nowMs,
  })
  return {
    ...streams,
    now: watch.now,
    /** For a program of this server; displays are not told of it. */
    ask: async (streamId: Id, ask: StreamAsk) => {
      const stream = await streamOf(streamId)
      return stream === null ? ({ kind: 'gone' } as const) : relay.ask(stream, ask, null)
    },
    latencyMs: (streamId: Id): number => relay.pulseOf(streamId).latencyMs ?? 0,
    pulseOf: relay.pulseOf,
    addRoutes: (api: Api): void => {
      addStreamRoutes(api, streams)
      addStreamHealthRoutes(api, health)
      addRelayRoutes(api, { relay, streamOf, granted })
    },
    jobs: [
      { name: 'streams', cron: '15 * * * * *', run: health.round },
      { name: 'stream-minutes', cron: '23 4 * * *', run: health.housekeep },
      {
        name: 'stream-grants',
        cron: '31 4 * * *',
        run: () => grants.removeBefore(new Date(nowMs() - GRANTS_KEPT_MS).toISOString()),
      },
    ] satisfies readonly Job[],
    close: relay.close,
  }
}

type AlarmDeps = Pick<ServiceDeps, 'now' | 'audit'> &
  Pick<Parameters<typeof streamAlarms>[0], 'coming' | 'streams' | 'pulseOf' | 'tell'> & {
    db: MainDatabase
    notify: Notify
  }

/** Wires the alarm before a sitting whose stream is not there; wired after sittings and what mails. */
export function wireStreamAlarms({ db, notify, ...deps }: AlarmDeps) {
  const alarms = streamAlarms({
    ...deps,
    store: streamAlarmsStore(db),
    timeZone: CITY.timeZone,
    notify: (words) => notify({ roles: EDITORS }, { kind: 'stream-missing', words, path: '/streams' }),
  })
  return {
    jobs: [
      { name: 'stream-alarms', cron: '*/10 * * * * *', run: alarms.look },
      { name: 'stream-alarms-old', cron: '29 4 * * *', run: alarms.housekeep },
    ] satisfies readonly Job[],
  }
}
