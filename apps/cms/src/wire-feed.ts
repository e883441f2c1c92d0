import { type Channel, CONSOLE_TOPICS, type Revision } from '@akari/protocol'
import type { Logger } from 'pino'
import type { ChangeFeed } from './db/change-feed.ts'
import { coalesced } from './db/coalesced.ts'
import type { SocketServer } from './realtime/socket-server.ts'

type Deps = {
  feed: ChangeFeed
  sockets: SocketServer
  log: Logger
  /** Reads alert states that other nodes stored, and sends on what is newer. */
  refreshAlerts: () => Promise<void>
  /** Reads the policy and which display is in which group, and has alerts resolved again where they changed. */
  refreshPolicy: () => Promise<void>
  /** Reads answers that other nodes stored; true when there were any. */
  readAcknowledgements: () => Promise<boolean>
  /** Sends the newest state again to displays that have not shown it. */
  resend: (channel: Channel) => Promise<void>
  /** Reads again which languages live alerts may speak. */
  refreshLanguages: () => Promise<void>
  /** Reads the live values again and tells the displays where there are newer ones. */
  refreshValues: () => Promise<void>
  /** Reads again what displays are told of live feeds, and tells those that show what is newer. */
  refreshFeeds: () => Promise<void>
  /** Reads captions that other nodes took in, and tells the displays that show them. */
  refreshCaptions: () => Promise<void>
  publishedRevisions: () => Promise<ReadonlyMap<string, Revision>>
  /** Stores what this node alone knows of displays and others would show. */
  shareNews: () => Promise<void>
  revoked: (displayId: string) => void
  accessEnded: (of: 'sessions' | 'tokens') => void
}

/** A storm of answers at another node is read a few times a second. */
const ACKNOWLEDGEMENTS_GAP_MS = 200
/** Values that are told one after the other go out as one state. */
const VALUES_GAP_MS = 200
/** Answers are read without any notice every so many polls: a proxy may swallow notices for good. */
const POLLS_PER_READ = 5
/** Feeds that were asked together are told together. */
const FEEDS_GAP_MS = 200
const COMPLAIN_EVERY_MS = 30_000

/** Takes what changed, here and at other nodes, to the sockets of this node. */
export function wireFeed(deps: Deps): { close: () => Promise<void> } {
  const { feed, sockets, log } = deps
  let complainedAtMs = -Infinity
  const failed = (err: unknown) => {
    if (performance.now() - complainedAtMs < COMPLAIN_EVERY_MS) return
    complainedAtMs = performance.now()
    log.error({ err }, 'could not read what other nodes wrote')
  }
  const alerts = coalesced(deps.refreshAlerts, 0, failed)
  const policy = coalesced(deps.refreshPolicy, 0, failed)
  const answers = coalesced(readAnswers, ACKNOWLEDGEMENTS_GAP_MS, failed)
  const languages = coalesced(deps.refreshLanguages, 0, failed)
  const values = coalesced(deps.refreshValues, VALUES_GAP_MS, failed)
  const feeds = coalesced(deps.refreshFeeds, FEEDS_GAP_MS, failed)
  const captions = coalesced(deps.refreshCaptions, 0, failed)
  const players = coalesced(tellPlayers, 0, failed)
  const news = coalesced(deps.shareNews, 0, failed)
  let polls = 0
  let closed = false

  async function readAnswers(): Promise<void> {
    if (await deps.readAcknowledgements()) sockets.announce('alerts')
  }

  /** Whatever they missed: that they are unpaired, or their newest programme. */
  async function tellPlayers(): Promise<void> {
    await sockets.recheckPlayers()
    const revisions = await deps.publishedRevisions()
    for (const displayId of sockets.connectedDisplays()) {
      const revision = revisions.get(displayId)
      if (revision !== undefined) sockets.programmeChanged(displayId, revision)
    }
  }

  feed.subscribe({
    changed: (change, origin) => {
      if (closed) return
      switch (change.kind) {
        case 'topic':
          if (change.topic === 'displays') policy.call()
          return sockets.announce(change.topic)
        case 'programme':
          return sockets.programmeChanged(change.displayId, change.revision)
        case 'revoked':
          deps.revoked(change.displayId)
          return sockets.revoke(change.displayId)
        case 'wishes':
          return sockets.wishesChanged(change.displayId)
        case 'access-ended':
          return deps.accessEnded(change.of)
        case 'alerts':
          return origin === 'elsewhere' ? alerts.call() : undefined
        case 'policy':
          return origin === 'elsewhere' ? policy.call() : undefined
        case 'phrases':
          sockets.announce('phrases')
          return origin === 'elsewhere' ? languages.call() : undefined
        case 'values':
          return values.call()
        case 'feeds':
          return feeds.call()
        case 'captions':
          return origin === 'elsewhere' ? captions.call() : undefined
        case 'resend':
          return void deps.resend(change.channel).catch(failed)
        case 'acknowledged':
          return origin === 'elsewhere' ? answers.call() : undefined
      }
    },
    missed: () => {
      if (closed) return
      alerts.call()
      policy.call()
      answers.call()
      languages.call()
      values.call()
      feeds.call()
      captions.call()
      players.call()
      deps.accessEnded('sessions')
      deps.accessEnded('tokens')
      for (const topic of CONSOLE_TOPICS) sockets.announce(topic)
    },
    poll: () => {
      if (closed) return
      alerts.call()
      news.call()
      if (polls++ % POLLS_PER_READ !== 0) return
      answers.call()
      policy.call()
      values.call()
      feeds.call()
      captions.call()
    },
  })

  return {
    close: async () => {
      closed = true
      await Promise.all([
        alerts.close(),
        policy.close(),
        answers.close(),
        languages.close(),
        values.close(),
        feeds.close(),
        captions.close(),
        players.close(),
        news.close(),
      ])
    },
  }
}
