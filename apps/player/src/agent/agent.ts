import { faultText, type Logger } from '@akari/node-kit'
import { PROTOCOL_VERSION } from '@akari/protocol'
import { type Acknowledgements, acknowledgements } from './alerts/acknowledgements.ts'
import { alertKeeper } from './alerts/alert-keeper.ts'
import { startAlertPoll } from './alerts/alert-poll.ts'
import { startClockPublisher } from './clock/clock-publisher.ts'
import { deviceClock } from './clock/device-clock.ts'
import { cmsHttp } from './cms/http.ts'
import { cmsLink } from './cms/link.ts'
import { cmsServers } from './cms/servers.ts'
import { cmsSession } from './cms/session.ts'
import type { AgentConfig } from './config.ts'
import { contentKeeper } from './content/content-keeper.ts'
import { startContentLoop } from './content/content-loop.ts'
import { startHealth } from './health.ts'
import { screenLink } from './loopback/screen-link.ts'
import { startLoopback } from './loopback/server.ts'
import { openMemory } from './memory.ts'
import { pairedState, startMembership } from './pairing/membership.ts'
import { SOFTWARE } from './software.ts'

export type Agent = { url: string; close: () => Promise<void> }

/**
 * Starts the agent: first what is on the disk and the screen's server, so that a saved emergency is back on the glass
 * before any network is tried; then the link to the CMS. Rejects when the data folder or the port cannot be used.
 */
export async function startAgent(
  config: AgentConfig,
  deps: { log: Logger; fetch?: typeof globalThis.fetch },
): Promise<Agent> {
  const { timing } = config
  const fetch = deps.fetch ?? globalThis.fetch
  const device = deviceClock()
  /** Parts that are told of changes before they exist are told nothing. */
  const wake = { health: () => {}, alerts: () => {}, content: () => {}, contentChanged: () => {}, clock: () => {} }
  let revoked = () => {}

  const memory = await openMemory({
    folder: config.dataFolder,
    device,
    log: deps.log,
    faultsChanged: () => wake.health(),
  })
  const { faults, author, clock, pinning, identity, store } = memory
  const failed = (part: string) => (error: unknown) => faults.report(part, faultText(error))

  const servers = cmsServers(config.cmsUrls)
  const http = cmsHttp(servers, fetch)
  const session = cmsSession({ http, identity, pinned: pinning.paired, revoked: () => revoked() })

  const acks: Acknowledgements = acknowledgements({
    outbox: memory.outbox,
    session,
    emit: (acknowledgement) => link.acknowledge(acknowledgement),
    failed: failed('acknowledgements'),
  })
  const alerts = alertKeeper({
    keys: pinning.keys,
    files: memory.alertFiles,
    author,
    clock,
    device,
    faults,
    acknowledge: acks.send,
  })
  const content = contentKeeper({
    session,
    server: servers.current,
    displayId: () => pinning.paired()?.displayId ?? null,
    store,
    files: memory.setFiles,
    author,
    faults,
    healthChanged: () => wake.health(),
  })
  const screen = screenLink({
    author,
    faults,
    monotonicMs: device.monotonicMs,
    shown: ({ acknowledgement }) => alerts.shown(acknowledgement),
    reportChanged: () => wake.health(),
  })
  const link = cmsLink({
    session,
    servers,
    device,
    faults,
    timing,
    events: {
      alertState: (envelope) => void alerts.accept(envelope).catch(failed('alerts')),
      programmeChanged: () => wake.contentChanged(),
      revoked: () => revoked(),
    },
    hello: () => ({
      protocol: PROTOCOL_VERSION,
      software: SOFTWARE,
      programmeRevision: author.state().programme?.revision ?? null,
      alerts: alerts.holding(),
    }),
    changed: (online) => {
      if (!online) clock.linkLost()
      author.update({ link: { state: online ? 'online' : 'offline', since: clock.now() }, clock: clock.view() })
      wake.alerts()
      if (online) wake.content()
      wake.health()
    },
    clockSample: (sample) => {
      clock.add(sample)
      wake.clock()
    },
  })

  const pinned = pinning.paired()
  if (pinned !== null) author.update({ pairing: pairedState(pinned, author) })
  await alerts.restore().catch(failed('restore-alerts'))
  await content.restore().catch(failed('restore-content'))
  const loopback = await startLoopback({
    port: config.port,
    screenFolder: config.screenFolder,
    author,
    store,
    mediaTypeOf: content.mediaTypeOf,
    streams: () => author.state().programme?.streams ?? [],
    link: screen,
    faults,
    fetch,
  })

  const alertPoll = startAlertPoll({
    session,
    alerts,
    acknowledgements: acks,
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
    screen: screen.lastReport,
    monotonicMs: device.monotonicMs,
    everyMs: timing.healthMs,
    failed: failed('health'),
  })
  wake.health = health.wake
  wake.alerts = alertPoll.wake
  wake.content = contentLoop.wake
  wake.contentChanged = contentLoop.changed
  wake.clock = clockPublisher.wake
  const membership = startMembership({
    pinning,
    pairing: { http, servers, identity, pollMs: timing.pairingPollMs, monotonicMs: device.monotonicMs },
    session,
    link,
    author,
    joined: (sameCms) => {
      if (!sameCms) alerts.forget()
      wake.alerts()
      wake.content()
    },
    failed: failed('membership'),
  })
  revoked = membership.revoked

  return {
    url: loopback.url,
    close: async () => {
      await Promise.all([membership, alertPoll, contentLoop, clockPublisher, health].map((part) => part.close()))
      screen.close()
      await loopback.close()
    },
  }
}
