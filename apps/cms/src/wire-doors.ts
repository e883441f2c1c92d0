import type { Captions } from './wire-captions.ts'
import type { wireDisplays } from './wire-displays.ts'
import type { Emergency } from './wire-emergency.ts'
import { wireFeed } from './wire-feed.ts'
import type { Glass } from './wire-glass.ts'
import { type Ground, VERSION } from './wire-ground.ts'
import { wireHttp } from './wire-http.ts'
import type { Content } from './wire-publishing.ts'
import { wireSockets } from './wire-sockets.ts'
import type { Warnings } from './wire-warnings.ts'

type Deps = {
  content: Content
  captions: Captions
  devices: Awaited<ReturnType<typeof wireDisplays>>
  emergency: Emergency
  warnings: Warnings
  plays: Glass['plays']
}

/** Wires what is reached from outside: HTTP and sockets, not listening yet, and the news for those at the sockets. */
export function wireDoors(ground: Ground, { content, captions, devices, emergency, warnings, plays }: Deps) {
  const { api, accounts, config, databases, feed, log, metrics, common } = ground
  const { known } = accounts
  const { displays } = devices
  const { sources, desk } = warnings
  const http = wireHttp({
    config,
    databases,
    api,
    log,
    version: VERSION,
    uploads: content.uploads,
    ways: content.ways,
    metrics: metrics.handler(accounts.actorOf, async () => {
      sources.measure(metrics.sources)
      await content.feeds.measure()
      metrics.remindersDue.set(desk.remindersDue())
      metrics.displays.reset()
      for (const { status, canary } of await displays.list()) {
        if (canary !== true) metrics.displays.inc({ status })
      }
    }),
  })
  const sockets = wireSockets({
    http,
    log,
    now: common.now,
    known,
    emergency,
    devices,
    values: plays.values,
    feedsFor: content.feeds.forDisplay,
    programmeHeld: content.programmes.heardOf,
  })
  ground.socketsOpened(sockets)
  const following = wireFeed({
    feed,
    sockets,
    log,
    refreshAlerts: async () => {
      await emergency.keyring.refresh()
      await emergency.channels.refresh()
    },
    refreshPolicy: emergency.refreshPolicy,
    readAcknowledgements: emergency.acks.read,
    resend: emergency.resend.send,
    refreshLanguages: emergency.refreshLanguages,
    refreshValues: plays.refreshValues,
    refreshFeeds: () =>
      content.feeds.refresh(async (snapshot) => {
        await sockets.broadcastFeed(snapshot)
        // Consoles that asked when the step was taken were told what displays were told before it.
        if (snapshot.data?.kind === 'sitting') sockets.announce('sittings')
      }),
    refreshCaptions: captions.refresh,
    publishedRevisions: content.publishedRevisions,
    shareNews: displays.shareNews,
    revoked: (displayId) => {
      known.players.forget()
      displays.revoked(displayId)
    },
    accessEnded: (of) => known[of === 'sessions' ? 'users' : 'tokens'].forget(),
  })
  return { http, sockets, following, captionSocket: captions.serve(http) }
}
