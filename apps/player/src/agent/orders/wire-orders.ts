import { faultText } from '@akari/node-kit'
import { onGlassNow } from '../alerts/on-glass-now.ts'
import type { DeviceClock } from '../clock/device-clock.ts'
import type { AgentConfig } from '../config.ts'
import type { Loop } from '../loop.ts'
import type { Memory } from '../memory.ts'
import type { Panel } from '../panel/panel-keeper.ts'
import type { PlayerParts, Wake } from '../player-parts.ts'
import type { HostDesk } from './host-desk.ts'
import { startOrders } from './orders.ts'

/** Long enough to walk through the lobby and look. */
const IDENTIFY_MS = 60_000

type Deps = {
  config: AgentConfig
  memory: Memory
  parts: PlayerParts
  device: DeviceClock
  wake: Wake
  host: HostDesk
  panel: Panel | null
  log: (() => readonly string[]) | undefined
  restart: (() => void) | undefined
}

/** Starts doing what the CMS asks of this display. */
export function wireOrders({
  config,
  memory,
  parts,
  device,
  wake,
  host,
  panel,
  log,
  restart,
}: Deps): Pick<Loop, 'close'> {
  const { author, clock, faults, store } = memory
  let identifying: NodeJS.Timeout | null = null
  const orders = startOrders({
    session: parts.session,
    book: memory.orders,
    faults,
    host,
    log: log ?? (() => []),
    now: clock.now,
    monotonicMs: device.monotonicMs,
    waitMs: () => (parts.link.online() ? config.timing.alertPollOnlineMs : config.timing.alertPollOfflineMs),
    failed: (error) => faults.report('orders', faultText(error)),
    restart: config.supervised && restart !== undefined ? restart : null,
    rebootCommand: config.rebootCommand,
    panel,
    emergency: () =>
      onGlassNow(author.state(), {
        instant: clock.now(),
        trust: clock.view().trust,
        monotonicMs: device.monotonicMs(),
        bootId: device.bootId,
      }).length > 0,
    clearCache: async () => {
      await store.collect(new Set(author.state().files))
      await parts.content.verify(AbortSignal.timeout(config.timing.programmePollMs))
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
