import { faultText, type Logger } from '@akari/node-kit'
import type { Clock } from '@akari/protocol'
import { type DeviceClock, deviceClock } from './clock/device-clock.ts'
import type { AgentConfig } from './config.ts'
import { type Memory, openMemory } from './memory.ts'
import { pairedState } from './pairing/membership.ts'
import { type PlayerParts, playerParts, type Wake } from './player-parts.ts'

export type AgentDeps = {
  log: Logger
  fetch?: typeof globalThis.fetch
  /** The newest lines of the log. */
  recentLog?: () => readonly string[]
  /** Ends the process so that it is started again. */
  restart?: () => void
}

/** What every room of the agent builds on. */
export type Core = {
  config: AgentConfig
  log: Logger
  fetch: typeof globalThis.fetch
  device: DeviceClock
  wake: Wake
  memory: Memory
  parts: PlayerParts
  /** The clock as decisions are made by it. */
  clockNow: () => Clock
}

/** Opens the data folder and takes up what was in force. Needs no network, and no folder that can be used. */
export async function openCore(config: AgentConfig, deps: AgentDeps): Promise<Core> {
  const { log, fetch = globalThis.fetch } = deps
  const device = deviceClock()
  const quiet = () => {}
  const wake: Wake = {
    health: quiet,
    alerts: quiet,
    content: quiet,
    contentChanged: quiet,
    clock: quiet,
    orders: quiet,
    revoked: quiet,
  }
  const memory = await openMemory({
    folder: config.dataFolder,
    reserveBytes: config.content.reserveBytes,
    streets: config.streets,
    device,
    log,
    faultsChanged: () => wake.health(),
  })
  const parts = playerParts({ config, memory, device, wake, fetch })
  await restore(memory, parts)
  const { clock } = memory
  const { bootId, monotonicMs } = device
  const clockNow = () => ({ instant: clock.now(), trust: clock.view().trust, monotonicMs: monotonicMs(), bootId })
  return { config, log, fetch, device, wake, memory, parts, clockNow }
}

/** What cannot be read back is reported; the glass then starts with what is left. */
async function restore(
  { author, faults, feeds, pinning, values }: Memory,
  { alerts, content }: PlayerParts,
): Promise<void> {
  await alerts.restore().catch((error: unknown) => faults.report('restore-alerts', faultText(error)))
  await values.restore().catch((error: unknown) => faults.report('restore-values', faultText(error)))
  await feeds.restore().catch((error: unknown) => faults.report('restore-feeds', faultText(error)))
  await content.restore().catch((error: unknown) => faults.report('restore-content', faultText(error)))
  const pinned = pinning.paired()
  if (pinned !== null) author.update({ pairing: pairedState(pinned, author) })
}
