import { faultText, type Logger } from '@akari/node-kit'
import type { Clock } from '@akari/protocol'
import { startAlertPoll } from './alerts/alert-poll.ts'
import { onGlassNow } from './alerts/on-glass-now.ts'
import { alertSight, type Sight } from './alerts/sight.ts'
import { startClockPublisher } from './clock/clock-publisher.ts'
import { type DeviceClock, deviceClock } from './clock/device-clock.ts'
import type { AgentConfig } from './config.ts'
import { startContentLoop } from './content/content-loop.ts'
import { startDeviceProbe } from './device/device-probe.ts'
import { startHealth } from './health.ts'
import { type ScreenLink, screenLink } from './loopback/screen-link.ts'
import { startLoopback } from './loopback/server.ts'
import { type Memory, openMemory } from './memory.ts'
import { hostDesk } from './orders/host-desk.ts'
import { wireOrders } from './orders/wire-orders.ts'
import { pairedState, startMembership } from './pairing/membership.ts'
import { playBook } from './plays/play-book.ts'
import { startPlayUpload } from './plays/play-upload.ts'
import { type PlayerParts, playerParts, type Wake } from './player-parts.ts'
import { driverFor } from './panel/panel-config.ts'
import { startPanel } from './panel/panel-keeper.ts'
import { startPower } from './power/power-keeper.ts'
import { shutDownBy } from './power/shut-down.ts'
import { startRelay } from './relay/relay.ts'
import { startValuesPoll } from './values/values-keeper.ts'

const WATCH_SIGHT_MS = 5_000

export type Agent = { url: string; close: () => Promise<void> }
export type AgentDeps = {
  log: Logger
  fetch?: typeof globalThis.fetch
  /** The newest lines of the log. */
  recentLog?: () => readonly string[]
  /** Ends the process so that it is started again. */
  restart?: () => void
}

/**
 * Starts the agent: first what is on the disk and the screen's server, so that a saved emergency is back on the glass
 * before any network is tried; then the link to the CMS. Rejects when the port cannot be used.
 */
export async function startAgent(config: AgentConfig, deps: AgentDeps): Promise<Agent> {
  const fetch = deps.fetch ?? globalThis.fetch
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
    device,
    log: deps.log,
    faultsChanged: () => wake.health(),
  })
  const { author, faults, store } = memory
  const parts = playerParts({ config, memory, device, wake, fetch })
  await restore(memory, parts)
  const plays = playBook({ ...memory.plays, author, now: () => Date.parse(memory.clock.now()) })
  const screen = screenLink({
    author,
    faults,
    monotonicMs: device.monotonicMs,
    shown: ({ acknowledgement }) => parts.alerts.shown(acknowledgement),
    plays,
    screenFault: (code, detail) => {
      parts.content.screenFault(code, detail).catch((error: unknown) => faults.report('content', faultText(error)))
    },
    reportChanged: () => wake.health(),
  })
  const sight = sightOf(memory, parts, device)
  const host = hostDesk()
  const power = await startPower({
    config: config.power,
    path: memory.data.power,
    bootId: device.bootId,
    author,
    faults,
    vitals: memory.vitals,
    log: deps.log,
    now: memory.clock.now,
    monotonicMs: device.monotonicMs,
    shutDown: shutDownBy(config.power.shutDown),
  })
  const loopback = await startLoopback({
    port: config.port,
    screenFolder: config.screenFolder,
    author,
    store,
    mediaTypeOf: parts.content.mediaTypeOf,
    streams: () => author.state().programme?.streams ?? [],
    link: screen,
    sight,
    host,
    hostPower: power.host,
    faults,
    fetch,
  }).catch(async (error: unknown) => {
    await power.close()
    throw error
  })
  const watching = setInterval(sight.watch, WATCH_SIGHT_MS)
  const loops = startLoops({ config, memory, parts, device, screen, wake, fetch, log: deps.log })
  const panel = startPanel({
    author,
    clock: () => clockNow(memory, device),
    driver: driverFor(config.panel),
    vitals: memory.vitals,
    faults,
  })
  const relay = await startRelay({
    config: config.relay,
    keys: memory.pinning.keys,
    alerts: parts.alerts,
    author,
    faults,
    fetch,
    monotonicMs: device.monotonicMs,
  })
  const orders = wireOrders({
    config,
    memory,
    parts,
    device,
    wake,
    host,
    panel: panel.panel,
    log: deps.recentLog,
    restart: deps.restart,
  })
  return {
    url: loopback.url,
    close: async () => {
      clearInterval(watching)
      await orders.close()
      await relay.close()
      await panel.close()
      await Promise.all(loops.map((loop) => loop.close()))
      await power.close()
      screen.close()
      plays.close()
      await memory.plays.log.close()
      await loopback.close()
    },
  }
}

/** What cannot be read back is reported; the glass then starts with what is left. */
async function restore({ author, faults, pinning, values }: Memory, { alerts, content }: PlayerParts): Promise<void> {
  await alerts.restore().catch((error: unknown) => faults.report('restore-alerts', faultText(error)))
  await values.restore().catch((error: unknown) => faults.report('restore-values', faultText(error)))
  await content.restore().catch((error: unknown) => faults.report('restore-content', faultText(error)))
  const pinned = pinning.paired()
  if (pinned !== null) author.update({ pairing: pairedState(pinned, author) })
}

/** The clock as decisions are made by it. */
function clockNow({ clock }: Memory, { bootId, monotonicMs }: DeviceClock): Clock {
  return { instant: clock.now(), trust: clock.view().trust, monotonicMs: monotonicMs(), bootId }
}

/** What the host of the glass reads off its pixels is compared with what `direct` has on the glass. */
function sightOf(memory: Memory, { acks }: PlayerParts, device: DeviceClock): Sight {
  const { author, clock, faults } = memory
  const { monotonicMs } = device
  return alertSight({
    wanted: () => onGlassNow(author.state(), clockNow(memory, device)),
    acknowledge: acks.send,
    faults,
    now: clock.now,
    monotonicMs,
  })
}

function startLoops(deps: {
  config: AgentConfig
  memory: Memory
  parts: PlayerParts
  device: DeviceClock
  screen: ScreenLink
  wake: Wake
  fetch: typeof globalThis.fetch
  log: Logger
}): { close: () => Promise<void> }[] {
  const { memory, parts, device, wake } = deps
  const { timing } = deps.config
  const { author, clock, faults, identity, pinning } = memory
  const { session, alerts, acks, content, link, http, servers } = parts
  const { monotonicMs } = device
  const failed = (code: string) => (error: unknown) => faults.report(code, faultText(error))

  const alertPoll = startAlertPoll({
    session,
    alerts,
    acknowledgements: acks,
    keys: pinning.keys,
    acceptKeys: pinning.rotate,
    polled: link.polled,
    retryCapMs: timing.alertPollOfflineMs,
    waitMs: () => (link.online() ? timing.alertPollOnlineMs : timing.alertPollOfflineMs),
    failed: failed('alert-poll'),
  })
  const contentLoop = startContentLoop({ content, pollMs: timing.programmePollMs, failed: failed('content') })
  const clockPublisher = startClockPublisher({ clock, author, failed: failed('clock') })
  const health = startHealth({
    author,
    clock,
    content,
    faults,
    link,
    session,
    vitals: memory.vitals,
    monotonicMs,
    screen: deps.screen.lastReport,
    everyMs: timing.healthMs,
    failed: failed('health'),
  })
  const valuesPoll = startValuesPoll({
    session,
    values: memory.values,
    waitMs: () => (link.online() ? timing.alertPollOnlineMs : timing.alertPollOfflineMs),
    failed: failed('values-poll'),
  })
  const playUpload = startPlayUpload({
    session,
    log: memory.plays.log,
    faults,
    everyMs: timing.playsMs,
    failed: failed('play-upload'),
  })
  /** Whose plays the log holds. */
  let playsOf = pinning.paired()?.displayId ?? null
  const membership = startMembership({
    pinning,
    pairing: {
      http,
      servers,
      identity,
      screenSize: deps.screen.size,
      screenWaitMs: timing.screenWaitMs,
      pollMs: timing.pairingPollMs,
      monotonicMs,
    },
    reclaim: { urls: deps.config.cmsUrls, fetch: deps.fetch, identity, everyMs: timing.revokedRetryMs },
    servers,
    faults,
    log: deps.log,
    session,
    link,
    author,
    joined: (sameCms) => {
      if (!sameCms) alerts.forget()
      const displayId = pinning.paired()?.displayId ?? null
      if (!sameCms || displayId !== playsOf) memory.plays.log.forget().catch(failed('play-log'))
      playsOf = displayId
      wake.alerts()
      wake.content()
    },
    failed: failed('membership'),
  })
  wake.health = health.wake
  wake.alerts = alertPoll.wake
  wake.content = contentLoop.wake
  wake.contentChanged = contentLoop.changed
  wake.clock = clockPublisher.wake
  wake.revoked = membership.revoked
  const deviceProbe = startDeviceProbe({
    dataFolder: deps.config.dataFolder,
    bootId: device.bootId,
    vitals: memory.vitals,
    faults,
    content: () => contentUse(memory, deps.config),
  })
  return [deviceProbe, membership, alertPoll, contentLoop, clockPublisher, health, valuesPoll, playUpload]
}

async function contentUse({ store }: Memory, { content: { budgetBytes } }: AgentConfig) {
  const { bytes: contentBytes } = await store.usage(new Set())
  return budgetBytes === null ? { contentBytes } : { contentBytes, budgetBytes }
}
