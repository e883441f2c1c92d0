import { faultText } from '@akari/node-kit'
import { PROTOCOL_VERSION } from '@akari/protocol'
import { type Acknowledgements, acknowledgements } from './alerts/acknowledgements.ts'
import { type AlertKeeper, alertKeeper } from './alerts/alert-keeper.ts'
import type { DeviceClock } from './clock/device-clock.ts'
import { answersAsCms } from './cms/answers.ts'
import { type CmsHttp, cmsHttp } from './cms/http.ts'
import { cmsLink, type Link } from './cms/link.ts'
import { type CmsServers, cmsServers } from './cms/servers.ts'
import { type CmsSession, cmsSession } from './cms/session.ts'
import type { AgentConfig } from './config.ts'
import { type ContentKeeper, contentKeeper } from './content/content-keeper.ts'
import type { ContentSet } from './content/set-files.ts'
import type { Memory } from './memory.ts'
import { SOFTWARE } from './software.ts'

/** What the parts tell the loops, which are started after them; until then nobody listens. */
export type Wake = {
  health: () => void
  alerts: () => void
  content: () => void
  contentChanged: () => void
  clock: () => void
  orders: () => void
  revoked: (server: string) => void
}

export type PlayerParts = {
  servers: CmsServers
  http: CmsHttp
  session: CmsSession
  acks: Acknowledgements
  alerts: AlertKeeper
  content: ContentKeeper
  link: Link
}

export type PartsDeps = {
  config: AgentConfig
  memory: Memory
  device: DeviceClock
  wake: Wake
  fetch: typeof globalThis.fetch
}

/** Puts together what talks to the CMS. Nothing runs yet. */
export function playerParts(deps: PartsDeps): PlayerParts {
  const { config, memory, device, wake } = deps
  const { author, clock, faults, identity, pinning } = memory
  const servers = cmsServers(config.cmsUrls, answersAsCms(deps.fetch))
  const http = cmsHttp(servers, deps.fetch, (detail) => faults.report('cms-answer-refused', detail))
  const session = cmsSession({ http, identity, pinned: pinning.paired, revoked: (server) => wake.revoked(server) })
  const acks: Acknowledgements = acknowledgements({
    outbox: memory.outbox,
    session,
    emit: (acknowledgement) => link.acknowledge(acknowledgement),
    unconfirmed: () => wake.alerts(),
    failed: (error) => faults.report('acknowledgements', faultText(error)),
  })
  const alerts = alertKeeper({
    keys: pinning.keys,
    retired: pinning.retired,
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
    config: config.content,
    filesFolder: memory.filesFolder,
    position: () => positionOf(memory),
    store: memory.store,
    files: memory.setFiles,
    skips: memory.skips,
    author,
    faults,
    nowMs: () => (clock.view().trust === 'unknown' ? null : Date.parse(clock.now())),
    monotonicMs: device.monotonicMs,
    healthChanged: () => wake.health(),
    lost: () => wake.content(),
  })
  const link: Link = linkOf(deps, { servers, session, alerts })
  return { servers, http, session, acks, alerts, content, link }
}

function linkOf(deps: PartsDeps, parts: Pick<PlayerParts, 'servers' | 'session' | 'alerts'>): Link {
  const { memory, wake } = deps
  const { author, clock, faults } = memory
  return cmsLink({
    session: parts.session,
    servers: parts.servers,
    device: deps.device,
    faults,
    timing: deps.config.timing,
    events: {
      keyManifest: memory.pinning.rotate,
      alertState: (envelope) => {
        parts.alerts.accept(envelope).catch((error: unknown) => faults.report('alerts', faultText(error)))
      },
      valuesState: memory.values.accept,
      feedsState: memory.feeds.accept,
      programmeChanged: () => wake.contentChanged(),
      wishesChanged: () => wake.orders(),
      revoked: (server) => wake.revoked(server),
    },
    hello: () => ({
      protocol: PROTOCOL_VERSION,
      software: SOFTWARE,
      programmeRevision: author.state().programme?.revision ?? null,
      alerts: parts.alerts.holding(),
      ...heldKeys(memory),
    }),
    changed: (online) => {
      if (!online) clock.linkLost()
      author.update({ link: { state: online ? 'online' : 'offline', since: clock.now() }, clock: clock.view() })
      wake.alerts()
      if (online) {
        wake.content()
        wake.orders()
      }
      wake.health()
    },
    urgent: () => wake.alerts(),
    clockSample: (sample) => {
      clock.add(sample)
      wake.clock()
    },
    told: (how) => memory.vitals.tell({ link: how }),
    now: clock.now,
  })
}

/** The CMS that is obeyed, and the epoch of what it signed last; null before anything was heard of it. */
function positionOf({ author, pinning }: Memory): ContentSet['position'] | null {
  const keys = pinning.keys()
  const { live, drill } = author.state().alerts
  const epochs = [live, drill].flatMap((held) => (held === null ? [] : [held.state.epoch]))
  return keys === null || epochs.length === 0 ? null : { cms: keys.identity, epoch: Math.max(...epochs) }
}

function heldKeys({ pinning }: Memory): { keys?: number } {
  const revision = pinning.keysRevision()
  return revision === null ? {} : { keys: revision }
}
