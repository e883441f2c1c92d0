import type { AgentConfig } from './config.ts'
import { type AgentDeps, openCore } from './core.ts'
import { startGlassSide } from './glass-side.ts'
import { startLoops } from './loops.ts'
import { wireOrders } from './orders/wire-orders.ts'
import { driverFor } from './panel/panel-config.ts'
import { startPanel } from './panel/panel-keeper.ts'
import { panelMemory } from './panel/panel-memory.ts'
import { startRelay } from './relay/relay.ts'

export type { AgentDeps } from './core.ts'
export type Agent = { url: string; close: () => Promise<void> }

/**
 * Starts the agent: first what is on the disk and the screen's server, so that a saved emergency is back on the glass
 * before any network is tried; then the link to the CMS. Rejects when the port cannot be used.
 */
export async function startAgent(config: AgentConfig, deps: AgentDeps): Promise<Agent> {
  const core = await openCore(config, deps)
  const { memory, parts, device, clockNow, fetch } = core
  const { author, faults, vitals } = memory
  const glass = await startGlassSide(core)
  const loops = startLoops(core, glass.screen)
  const panel = startPanel({
    author,
    clock: clockNow,
    driver: driverFor(config.panel),
    memory: panelMemory(memory.data.panel, device.bootId, faults),
    vitals,
    faults,
  })
  const relay = await startRelay({
    config: config.relay,
    timing: config.timing,
    pinning: memory.pinning,
    alerts: parts.alerts,
    author,
    faults,
    vitals,
    fetch,
    now: memory.clock.now,
    monotonicMs: device.monotonicMs,
    neighboursFile: memory.data.neighbours,
  })
  const orders = wireOrders(core, {
    host: glass.host,
    panel: panel.panel,
    log: deps.recentLog ?? (() => []),
    restart: deps.restart ?? null,
  })
  return {
    url: glass.url,
    close: async () => {
      await orders.close()
      await relay.close()
      await panel.close()
      await Promise.all(loops.map((loop) => loop.close()))
      await glass.close()
    },
  }
}
