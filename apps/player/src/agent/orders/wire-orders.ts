import { faultText } from '@akari/node-kit'
import type { Clock, HeldAlerts } from '@akari/protocol'
import { onGlassNow } from '../alerts/on-glass-now.ts'
import type { Core } from '../core.ts'
import type { Loop } from '../loop.ts'
import type { Panel } from '../panel/panel-keeper.ts'
import type { HostDesk } from './host-desk.ts'
import { startOrders } from './orders.ts'

/** Long enough to walk through the lobby and look. */
const IDENTIFY_MS = 60_000

type Deps = {
  host: HostDesk
  panel: Panel | null
  log: () => readonly string[]
  /** Ends the process so that it is started again; null: nobody would. */
  restart: (() => void) | null
}

/** An alert of an earlier boot is older than anything that was asked since. */
function heldSinceMs(held: HeldAlerts | null, { bootId }: Clock): number {
  return held?.bootId === bootId ? held.receivedMonotonicMs : Number.NEGATIVE_INFINITY
}

/** Starts doing what the CMS asks of this display. */
export function wireOrders(core: Core, { host, panel, log, restart }: Deps): Pick<Loop, 'close'> {
  const { config, memory, parts, device, wake, clockNow } = core
  const { author, clock, faults } = memory
  let identifying: NodeJS.Timeout | null = null
  const orders = startOrders({
    session: parts.session,
    book: memory.orders,
    faults,
    host,
    log,
    now: clock.now,
    monotonicMs: device.monotonicMs,
    waitMs: () => (parts.link.online() ? config.timing.alertPollOnlineMs : config.timing.alertPollOfflineMs),
    failed: (error) => faults.report('orders', faultText(error)),
    restart: config.supervised ? restart : null,
    rebootCommand: config.rebootCommand,
    panel,
    emergencySinceMs: () => {
      const { alerts } = author.state()
      const received = onGlassNow(author.state(), clockNow()).map(({ channel }) =>
        heldSinceMs(alerts[channel], clockNow()),
      )
      return received.length === 0 ? null : Math.min(...received)
    },
    clearCache: async () => {
      await parts.content.clear(AbortSignal.timeout(config.timing.programmePollMs))
      wake.content()
    },
    identify: () => {
      const { pairing, programme } = author.state()
      const name = programme?.display.name ?? (pairing.state === 'paired' ? pairing.name : null) ?? ''
      author.update({ identify: { name, untilMonotonicMs: device.monotonicMs() + IDENTIFY_MS } }, 'now')
      if (identifying !== null) clearTimeout(identifying)
      identifying = setTimeout(() => author.update({ identify: null }), IDENTIFY_MS)
    },
  })
  wake.orders = orders.wake
  return {
    close: async () => {
      if (identifying !== null) clearTimeout(identifying)
      await orders.close()
    },
  }
}
