import { faultText } from '@akari/node-kit'
import { startAlertPoll } from './alerts/alert-poll.ts'
import { startClockPublisher } from './clock/clock-publisher.ts'
import type { AgentConfig } from './config.ts'
import { startContentLoop } from './content/content-loop.ts'
import type { Core } from './core.ts'
import { startDeviceProbe } from './device/device-probe.ts'
import { startFaultUpload } from './faults/fault-upload.ts'
import { startHealth } from './health.ts'
import type { Loop } from './loop.ts'
import type { ScreenLink } from './loopback/screen-link.ts'
import type { Memory } from './memory.ts'
import { startMembership } from './pairing/membership.ts'
import { startPlayUpload } from './plays/play-upload.ts'
import { startReserve } from './reserve-loop.ts'
import { startFeedsPoll } from './feeds/feeds-keeper.ts'
import { startValuesPoll } from './values/values-keeper.ts'

/** Starts everything that runs again and again beside the glass: what is asked of the CMS and what it is told. */
export function startLoops(core: Core, screen: ScreenLink): Pick<Loop, 'close'>[] {
  const { config, memory, parts, device, wake } = core
  const { timing } = config
  const { author, clock, faults, pinning } = memory
  const { session, alerts, acks, content, link } = parts
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
    screen: screen.lastReport,
    everyMs: timing.healthMs,
    failed: failed('health'),
  })
  const valuesPoll = startValuesPoll({
    session,
    values: memory.values,
    waitMs: () => (link.online() ? timing.alertPollOnlineMs : timing.alertPollOfflineMs),
    failed: failed('values-poll'),
  })
  const feedsPoll = startFeedsPoll({
    session,
    author,
    feeds: memory.feeds,
    waitMs: () => (link.online() ? timing.alertPollOnlineMs : timing.alertPollOfflineMs),
    failed: failed('feeds-poll'),
  })
  const playUpload = startPlayUpload({
    session,
    log: memory.plays.log,
    faults,
    everyMs: timing.playsMs,
    failed: failed('play-upload'),
  })
  const faultUpload = startFaultUpload({
    session,
    journal: memory.journal,
    outbox: memory.faultOutbox,
    faults,
    everyMs: timing.playsMs,
    failed: failed('fault-upload'),
  })
  const deviceProbe = startDeviceProbe({
    dataFolder: config.dataFolder,
    bootId: device.bootId,
    vitals: memory.vitals,
    faults,
    content: () => contentUse(memory, config),
  })
  const reserve = startReserve({ memory, everyMs: timing.playsMs, failed: failed('reserve') })
  const membership = membershipOf(core, screen)
  wake.health = health.wake
  wake.alerts = alertPoll.wake
  wake.content = contentLoop.wake
  wake.contentChanged = contentLoop.changed
  wake.clock = clockPublisher.wake
  wake.revoked = membership.revoked
  return [
    deviceProbe,
    reserve,
    membership,
    alertPoll,
    contentLoop,
    clockPublisher,
    health,
    valuesPoll,
    feedsPoll,
    playUpload,
    faultUpload,
  ]
}

/** Whom this player belongs to, and what changes with that. */
function membershipOf({ config, memory, parts, device, wake, log, fetch }: Core, screen: ScreenLink) {
  const { timing } = config
  const { author, faults, identity, pinning } = memory
  const { session, alerts, link, http, servers } = parts
  const { monotonicMs } = device
  const failed = (code: string) => (error: unknown) => faults.report(code, faultText(error))
  /** Whose plays and faults wait to be told. */
  let reportsOf = pinning.paired()?.displayId ?? null
  return startMembership({
    pinning,
    pairing: {
      http,
      servers,
      identity,
      screenSize: screen.size,
      screenWaitMs: timing.screenWaitMs,
      pollMs: timing.pairingPollMs,
      monotonicMs,
    },
    reclaim: { urls: config.cmsUrls, fetch, identity, everyMs: timing.revokedRetryMs },
    servers,
    faults,
    log,
    session,
    link,
    author,
    joined: (sameCms) => {
      if (!sameCms) alerts.forget()
      const displayId = pinning.paired()?.displayId ?? null
      if (!sameCms || displayId !== reportsOf) forgetReports(memory, failed('play-log'))
      reportsOf = displayId
      wake.alerts()
      wake.content()
    },
    failed: failed('membership'),
  })
}

/** What another display, or another city's, went through is nothing to tell the one it is now. */
function forgetReports({ plays, outbox, faultOutbox, journal }: Memory, failed: (error: unknown) => void): void {
  plays.log.forget().catch(failed)
  journal.forget()
  void outbox.settle(outbox.pending())
  void faultOutbox.settle(faultOutbox.pending())
}

async function contentUse({ store }: Memory, { content: { budgetBytes } }: AgentConfig) {
  const { bytes: contentBytes } = await store.usage(new Set())
  return budgetBytes === null ? { contentBytes } : { contentBytes, budgetBytes }
}
