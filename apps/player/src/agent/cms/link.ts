import { backoff, faultText, pause } from '@akari/node-kit'
import type { Acknowledgement, DeviceVitals, DisplayHealth, Hello, Instant } from '@akari/protocol'
import type { ClockSample } from '../clock/cms-clock.ts'
import type { DeviceClock } from '../clock/device-clock.ts'
import type { Timing } from '../config.ts'
import type { Faults } from '../faults.ts'
import { type Connection, type ConnectionEvents, openConnection } from './connection.ts'
import type { CmsServers } from './servers.ts'
import type { CmsSession } from './session.ts'

/** The push side of the link to the CMS. */
export type Link = {
  online: () => boolean
  /** Whether the CMS stored it; false at once when there is no connection, or one that is in doubt. */
  acknowledge: (acknowledgement: Acknowledgement) => Promise<boolean> | false
  /** False when there is no connection. */
  health: (health: DisplayHealth) => boolean
  /** The HTTP poll got through. */
  polled: (server: string) => void
  /** Keeps connecting until the signal ends it. */
  run: (signal: AbortSignal) => Promise<void>
}

export type LinkDeps = {
  session: CmsSession
  servers: CmsServers
  device: DeviceClock
  faults: Faults
  events: ConnectionEvents
  hello: () => Hello
  /** The CMS took this player in, or the connection is gone. */
  changed: (online: boolean) => void
  /** What is urgent is to be asked for, and told, over HTTP: the CMS is late with an answer, or gave it after all. */
  urgent: () => void
  clockSample: (sample: ClockSample) => void
  /** Tells the health report how the CMS is heard. */
  told: (link: LinkVitals) => void
  now: () => Instant
  timing: Pick<Timing, 'probeMs' | 'doubtMs' | 'probeTimeoutMs' | 'reconnectCapMs'>
}

export type LinkVitals = NonNullable<DeviceVitals['link']>

const FIRST_PROBES = 4
/** A poll that got through stands for the ones that follow every 5 s. */
const POLL_COUNTS_MS = 15_000
const REFUSED_WAIT_MS = 60_000

/**
 * One connection after the other, with full jitter between failures. A beat every few seconds tells a live connection
 * from one that only looks alive, and measures the clock on the way. One that is late is doubted
 * first, so that an emergency need not wait until it is given up.
 */
export function cmsLink(deps: LinkDeps): Link {
  const { session, servers, faults, timing } = deps
  let live: Connection | null = null
  let doubtful = false
  let roundTripMs: number | undefined
  let failures = 0
  let since = deps.now()
  let lastPoll: { server: string; atMs: number } | null = null

  const measure = async (connection: Connection) => {
    const sentMs = deps.device.monotonicMs()
    const serverMs = await connection.probe(timing.probeTimeoutMs)
    const receivedMs = deps.device.monotonicMs()
    deps.clockSample({ sentMs, receivedMs, serverMs })
    roundTripMs = Math.round(receivedMs - sentMs)
  }

  /** A push that was asked for proves that an alert would arrive; every other time a question measures the clock. */
  const beat = async (
    connection: Connection,
    { server, echoes, n }: { server: string; echoes: boolean; n: number },
  ) => {
    const doubt = setTimeout(() => {
      doubtful = true
      servers.doubted(server)
      deps.urgent()
    }, timing.doubtMs)
    try {
      await Promise.all([
        echoes && n >= FIRST_PROBES && n % 2 === 1 ? null : measure(connection),
        echoes ? connection.echo(timing.probeTimeoutMs) : null,
      ])
    } finally {
      clearTimeout(doubt)
    }
    // What was not sent while it was in doubt goes now, not at the next turn.
    if (doubtful) deps.urgent()
    doubtful = false
    const pushes = echoes ? 'heard' : 'unknown'
    deps.told({
      path: 'socket',
      since,
      server,
      ...(roundTripMs === undefined ? {} : { roundTripMs }),
      pushes,
      failures,
    })
  }

  /** Resolves when the connection ended or stopped answering. */
  const attend = async (connection: Connection, server: string, echoes: boolean, signal: AbortSignal) => {
    const over = new AbortController()
    void connection.ended.then(() => over.abort())
    const either = AbortSignal.any([signal, over.signal])
    try {
      for (let n = 0; !either.aborted; n++) {
        await beat(connection, { server, echoes, n })
        await pause(n < FIRST_PROBES ? 100 : timing.probeMs, either)
      }
    } catch (error) {
      if (either.aborted) return
      faults.report('link-silent', faultText(error))
      servers.failed(server)
    }
  }

  /** One connection from beginning to end; says how long to wait before the next, or null for the usual backoff. */
  const connectOnce = async (signal: AbortSignal, connected: () => void): Promise<number | null> => {
    const login = await session.token(signal)
    if (login.state === 'refused') {
      faults.report('login-refused', String(login.status))
      // Perhaps another CMS, or one that is broken: the next address may be the right one.
      servers.failed(servers.current())
    }
    if (login.state !== 'ok') return null
    const server = await servers.chosen(signal)
    if (server === null) return null
    const opened = await openConnection(server, login.token, deps.events, signal)
    if (opened.state === 'unreachable') servers.failed(server)
    if (opened.state === 'denied') session.forget()
    if (opened.state !== 'open') return null
    const { connection } = opened
    try {
      const reply = await connection.hello(deps.hello())
      if (!reply.ok) {
        faults.report('hello-refused', reply.reason)
        return REFUSED_WAIT_MS
      }
      connected()
      live = connection
      doubtful = false
      failures = 0
      since = deps.now()
      deps.changed(true)
      await attend(connection, server, reply.echoes === true, signal)
      return null
    } finally {
      connection.close()
      if (live !== null) {
        live = null
        since = deps.now()
        deps.changed(false)
      }
    }
  }

  const tellOffline = () => {
    const polled = lastPoll !== null && deps.device.monotonicMs() - lastPoll.atMs < POLL_COUNTS_MS ? lastPoll : null
    if (polled === null) deps.told({ path: 'none', since, failures })
    else deps.told({ path: 'poll', since, server: polled.server, failures })
  }

  return {
    online: () => live !== null,
    polled: (server) => {
      lastPoll = { server, atMs: deps.device.monotonicMs() }
      if (live === null) tellOffline()
    },
    acknowledge: (acknowledgement) => {
      if (live === null || doubtful) return false
      return live.acknowledge(acknowledgement).then(
        () => true,
        () => false,
      )
    },
    health: (health) => {
      live?.health(health)
      return live !== null
    },
    run: async (signal) => {
      const waits = backoff({ capMs: timing.reconnectCapMs })
      while (!signal.aborted) {
        const connected = () => {
          waits.reset()
          for (const code of ['login-refused', 'hello-refused', 'link-silent', 'link-fault']) faults.clear(code)
        }
        failures += 1
        const waitMs = await connectOnce(signal, connected).catch((error: unknown) => {
          faults.report('link-fault', faultText(error))
          return null
        })
        if (signal.aborted) return
        tellOffline()
        await pause(waitMs ?? waits.nextMs(), signal)
      }
    },
  }
}
