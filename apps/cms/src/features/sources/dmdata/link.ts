import { backoff, faultText, type Pause } from '@akari/node-kit'
import type { DmdataData, SourceLink } from '@akari/protocol'
import type { Logger } from 'pino'
import type { Alarm, SourceMonitor } from '../source-monitor.ts'
import { type Ingest, takeIn } from '../take-in.ts'
import { type DmdataApi, KeyRefused } from './api.ts'
import { missedSince } from './missed.ts'
import { RecentlySeen } from './recently-seen.ts'
import { runSocket } from './socket.ts'

/** Up for so long, a connection counts as a good one, and the next failure starts a new series. */
const STEADY_MS = 60_000
const RETRY_CAP_MS = 60_000
const KEY_REFUSED_MS = 10 * 60_000
/** VXSE42 緊急地震速報配信テスト comes every hour; it proves the line from JMA on, not only the last part. */
const HEARTBEAT = 'VXSE42'
const HEARTBEAT_LIMIT_MS = (2 * 60 + 5) * 60_000
/** How far back to look for what was sent before the first connection. */
const BEFORE_START_MS = 24 * 3600_000
/** The last sign of life may be older than the last telegram that came before it. */
const OVERLAP_MS = 5 * 60_000
const INGEST_TRIES = 3
const INGEST_RETRY_MS = 500

type Line = { name: string; url: URL; up: boolean; heardAt: Date | null }

type Deps = {
  api: DmdataApi
  /** One connection to each; they should stand in different regions, since servers restart one at a time. */
  endpoints: readonly URL[]
  classifications: readonly string[]
  /** Offices that speak for the place, see `Place`. */
  weatherOffices: readonly string[]
  /** The server pings more often than this. */
  silentMs: number
  ingest: Ingest
  monitor: SourceMonitor
  /** Both lines were down between these moments: warnings of that time are lost for good (they are listed nowhere). */
  onEewGap: (from: Date, to: Date) => void
  now: () => Date
  pause: Pause
  random: () => number
  log: Logger
}

/** Holds a line to each endpoint for as long as it runs, takes every telegram once, and says when it hears nothing. */
export function startDmdataLink(deps: Deps): { close: () => Promise<void> } {
  const { api, monitor, now, pause, log, silentMs } = deps
  const closing = new AbortController()
  const seen = new RecentlySeen(20_000)
  const lines: Line[] = deps.endpoints.map((url) => ({ name: url.host, url, up: false, heardAt: null }))
  const startedAt = now()
  const carriesEew = deps.classifications.some((each) => each.startsWith('eew.'))
  let heartbeatAt = startedAt
  /** Since when no line is up; null while one is. */
  let downSince: Date | null = startedAt
  let wasUp = false
  /** From when on the list has to be read; null where nothing is missing. */
  const carriesNews = deps.classifications.some((each) => each.startsWith('telegram.'))
  let missingSince: Date | null = carriesNews ? new Date(startedAt.getTime() - BEFORE_START_MS) : null
  let filling: Promise<void> | null = null
  const taking = new Set<Promise<void>>()

  monitor.tells({
    links: (): SourceLink[] =>
      lines.map(({ name, up, heardAt }) => ({ name, up, heardAt: heardAt?.toISOString() ?? null })),
    alarms: (): Alarm[] => {
      const silent = carriesEew && now().getTime() - heartbeatAt.getTime() > HEARTBEAT_LIMIT_MS
      return [
        ...(downSince === null ? [] : [{ kind: 'link-lost', since: downSince } as const]),
        ...(silent ? [{ kind: 'heartbeat-missing', since: heartbeatAt } as const] : []),
      ]
    },
  })

  function opened(line: Line): void {
    line.up = true
    if (downSince !== null && wasUp && carriesEew) deps.onEewGap(downSince, now())
    if (downSince !== null && wasUp && carriesNews) missingSince ??= new Date(downSince.getTime() - OVERLAP_MS)
    downSince = null
    wasUp = true
    heard(line)
    filling ??= fill().finally(() => (filling = null))
    log.info({ source: monitor.id, line: line.name }, 'dmdata line up')
  }

  function heard(line: Line): void {
    line.heardAt = now()
    monitor.heard({ complete: missingSince === null })
  }

  function lost(line: Line): void {
    if (!line.up) return
    line.up = false
    if (lines.every(({ up }) => !up)) downSince = line.heardAt ?? now()
  }

  function trouble(line: Line, message: string): void {
    monitor.failed(`${line.name}: ${message}`)
    log.warn({ source: monitor.id, line: line.name, message }, 'dmdata line')
  }

  async function take(frame: DmdataData, text: string): Promise<void> {
    if (frame.head.type === HEARTBEAT) {
      heartbeatAt = now()
      return
    }
    if (frame.format !== 'xml' && frame.format !== 'json') return
    // Whole, as it came: whether it is a test stands on the frame, too.
    const bytes = Buffer.from(text)
    const sentAt = new Date(frame.head.time)
    for (let attempt = 1; ; attempt += 1) {
      try {
        await takeIn({ ingest: deps.ingest, monitor }, bytes, { fileName: null, sentAt })
        return
      } catch (err) {
        // It will not be sent again, and for warnings of earthquakes there is no other way to get it.
        if (attempt === INGEST_TRIES) throw err
        await pause(INGEST_RETRY_MS, closing.signal)
      }
    }
  }

  /** Fetches what was sent while no line was up. Goes on trying; until it is done the source is not complete. */
  async function fill(): Promise<void> {
    const wait = backoff({ capMs: KEY_REFUSED_MS, baseMs: 2000, random: deps.random })
    while (missingSince !== null && !closing.signal.aborted) {
      const since = missingSince
      try {
        let count = 0
        for await (const { id, sentAt, bytes } of missedSince(since, { ...deps, signal: closing.signal })) {
          if (closing.signal.aborted) return
          if (seen.has(id)) continue
          await takeIn({ ingest: deps.ingest, monitor }, bytes, { fileName: null, sentAt })
          seen.isNew(id)
          count += 1
        }
        if (missingSince === since) missingSince = null
        log.info({ source: monitor.id, since, count }, 'dmdata gap filled')
        if (downSince === null) monitor.heard({ complete: missingSince === null })
      } catch (err) {
        if (closing.signal.aborted) return
        monitor.failed(faultText(err))
        log.warn({ err, source: monitor.id, since }, 'dmdata gap not filled')
        await pause(wait.nextMs(), closing.signal)
      }
    }
  }

  function onData(frame: DmdataData, text: string): void {
    if (!seen.isNew(frame.id)) return
    const done = take(frame, text).catch((err: unknown) => {
      log.error({ err, source: monitor.id, telegram: frame.id }, 'telegram not taken in')
      monitor.failed(faultText(err))
    })
    taking.add(done)
    void done.finally(() => taking.delete(done))
  }

  /** One connection; tells how long it was up. */
  async function connect(line: Line): Promise<number> {
    const { ticket, socketId } = await api.ticket(closing.signal)
    let openedAt = 0
    const ended = await runSocket({
      url: line.url,
      ticket,
      silentMs,
      signal: closing.signal,
      onOpen: () => {
        openedAt = now().getTime()
        opened(line)
      },
      onHeard: () => heard(line),
      onData,
      onError: (message) => trouble(line, message),
    })
    lost(line)
    if (closing.signal.aborted) return 0
    trouble(line, ended.reason)
    // What hangs half open keeps its place until the server's own timeout, and places are few.
    if (ended.how !== 'ended') await api.remove(socketId, closing.signal)
    return openedAt === 0 ? 0 : now().getTime() - openedAt
  }

  async function keep(line: Line): Promise<void> {
    const { random } = deps
    const wait = backoff({ capMs: RETRY_CAP_MS, baseMs: 1000, random })
    const waitForKey = backoff({ capMs: KEY_REFUSED_MS, baseMs: RETRY_CAP_MS, random })
    while (!closing.signal.aborted) {
      let refused = false
      try {
        if ((await connect(line)) >= STEADY_MS) wait.reset()
        waitForKey.reset()
      } catch (err) {
        if (closing.signal.aborted) return
        refused = err instanceof KeyRefused
        trouble(line, faultText(err))
      }
      await pause(refused ? waitForKey.nextMs() : wait.nextMs(), closing.signal)
    }
  }

  const running = lines.map(keep)
  return {
    close: async (): Promise<void> => {
      closing.abort()
      await Promise.all([...running, ...taking, filling])
    },
  }
}
