import { backoff, faultText } from '@akari/node-kit'
import type { Acknowledgement, DisplayHealth, Hello } from '@akari/protocol'
import type { ClockSample } from '../clock/cms-clock.ts'
import type { DeviceClock } from '../clock/device-clock.ts'
import type { Timing } from '../config.ts'
import type { Faults } from '../faults.ts'
import { pause } from '../loop.ts'
import { type Connection, type ConnectionEvents, openConnection } from './connection.ts'
import type { CmsServers } from './servers.ts'
import type { CmsSession } from './session.ts'

/** The push side of the link to the CMS. */
export type Link = {
  online: () => boolean
  /** Whether the CMS stored it; false when there is no connection or no answer. */
  acknowledge: (acknowledgement: Acknowledgement) => Promise<boolean>
  /** False when there is no connection. */
  health: (health: DisplayHealth) => boolean
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
  clockSample: (sample: ClockSample) => void
  timing: Pick<Timing, 'probeMs' | 'probeTimeoutMs' | 'reconnectCapMs'>
}

const FIRST_PROBES = 4
const REFUSED_WAIT_MS = 60_000

/**
 * One connection after the other, with full jitter between failures. A probe every few seconds tells a live connection
 * from one that only looks alive, and measures the clock on the way.
 */
export function cmsLink(deps: LinkDeps): Link {
  const { session, servers, faults, timing } = deps
  let live: Connection | null = null

  const probe = async (connection: Connection) => {
    const sentMs = deps.device.monotonicMs()
    const serverMs = await connection.probe(timing.probeTimeoutMs)
    deps.clockSample({ sentMs, receivedMs: deps.device.monotonicMs(), serverMs })
  }

  /** Resolves when the connection ended or stopped answering. */
  const attend = async (connection: Connection, signal: AbortSignal) => {
    const over = new AbortController()
    void connection.ended.then(() => over.abort())
    const either = AbortSignal.any([signal, over.signal])
    try {
      for (let n = 0; !either.aborted; n++) {
        await probe(connection)
        await pause(n < FIRST_PROBES ? 100 : timing.probeMs, either)
      }
    } catch (error) {
      if (!either.aborted) faults.report('link-silent', faultText(error))
    }
  }

  /** One connection from beginning to end; says how long to wait before the next, or null for the usual backoff. */
  const connectOnce = async (signal: AbortSignal, connected: () => void): Promise<number | null> => {
    const login = await session.token(signal)
    if (login.state === 'refused') faults.report('login-refused', String(login.status))
    if (login.state !== 'ok') return null
    const server = servers.current()
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
      deps.changed(true)
      await attend(connection, signal)
      return null
    } finally {
      connection.close()
      if (live !== null) {
        live = null
        deps.changed(false)
      }
    }
  }

  return {
    online: () => live !== null,
    acknowledge: async (acknowledgement) => {
      if (live === null) return false
      return await live.acknowledge(acknowledgement).then(
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
        const waitMs = await connectOnce(signal, connected).catch((error: unknown) => {
          faults.report('link-fault', faultText(error))
          return null
        })
        await pause(waitMs ?? waits.nextMs(), signal)
      }
    },
  }
}
