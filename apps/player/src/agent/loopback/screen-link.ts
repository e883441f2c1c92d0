import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type AgentMessage, type FeedSnapshot, type OnGlass, type PlayerState, ScreenMessage } from '@akari/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Faults } from '../faults.ts'
import { type KnownScreenSize, knownScreenSize } from './screen-size.ts'
import type { PlayBook } from '../plays/play-book.ts'
import type { StateAuthor, Urgency } from '../state-author.ts'

/** What the screen last said about itself. */
export type ScreenReport = { onGlass: OnGlass; atMonotonicMs: number }

export type ScreenLink = {
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  lastReport: () => ScreenReport | null
  size: KnownScreenSize
  close: () => void
}

const GATHER_MS = 100
/** So many kinds of faults of its own a page may have. */
const MOST_PAGE_CODES = 30
const MAX_BEHIND_BYTES = 16 * 1024 * 1024

/**
 * WebSocket `/link`: whole states to every screen, what they painted back. Emergencies are not held back, nor are feeds, of which
 * only what changed is told: a caption waits for nothing, and takes no programme along.
 */
export function screenLink(deps: {
  author: StateAuthor
  faults: Faults
  monotonicMs: () => number
  shown: (message: Extract<ScreenMessage, { type: 'alert.shown' }>) => void
  /** What it shows, and that it paints: every few seconds. */
  plays: Pick<PlayBook, 'told' | 'painting'>
  screenFault: (code: string, detail: string) => void
  graphics: (found: Omit<Extract<ScreenMessage, { type: 'screen.graphics' }>, 'type'>) => void
  reportChanged: () => void
}): ScreenLink {
  const { author, faults } = deps
  const pageCodes = new Set<string>()
  const server = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  let gathering: NodeJS.Timeout | null = null
  /** Has anything but the clock changed since the last broadcast? */
  let isNews = false
  /** The feeds as every screen knows them. */
  let told = author.state().feeds ?? []
  let report: ScreenReport | null = null
  const size = knownScreenSize()

  const broadcast = () => {
    if (gathering !== null) clearTimeout(gathering)
    gathering = null
    if (server.clients.size === 0) return
    const text = isNews
      ? stateMessage(author.state(), deps.monotonicMs())
      : clockMessage(author.state(), deps.monotonicMs())
    isNews = false
    send(text)
  }

  const send = (text: string) => {
    for (const screen of server.clients) {
      // A screen that stopped reading connects again and gets the newest state; its queue is worth nothing.
      if (screen.bufferedAmount > MAX_BEHIND_BYTES) screen.terminate()
      else screen.send(text)
    }
  }
  const soon = () => {
    gathering ??= setTimeout(broadcast, GATHER_MS)
  }
  const tellFeeds = (feeds: FeedSnapshot[]) => {
    const stay = new Set(feeds.map(({ feedId }) => feedId))
    const known = new Set(told)
    const isOneGone = told.some(({ feedId }) => !stay.has(feedId))
    told = feeds
    if (isOneGone) {
      isNews = true
      return soon()
    }
    send(
      feedsMessage(
        author.state(),
        feeds.filter((feed) => !known.has(feed)),
        deps.monotonicMs(),
      ),
    )
  }
  const unsubscribe = author.subscribe((urgency: Urgency, changed) => {
    const { feeds, ...others } = changed
    if (feeds !== undefined) tellFeeds(feeds)
    isNews ||= Object.keys(others).some((part) => part !== 'clock')
    if (urgency === 'now') broadcast()
    else if (feeds === undefined || Object.keys(others).length > 0) soon()
  })

  /** A page names its own faults: those of one that goes on inventing names are one. */
  const ofPage = (code: string): string => {
    if (!pageCodes.has(code) && pageCodes.size >= MOST_PAGE_CODES) return 'screen:others'
    pageCodes.add(code)
    return `screen:${code}`.slice(0, 60)
  }

  const receive = (text: string) => {
    const parsed = ScreenMessage.safeParse(jsonOrNull(text))
    if (!parsed.success) return faults.report('screen-message-rejected', 'unknown shape')
    const message = parsed.data
    switch (message.type) {
      case 'screen.opened':
        return size.tell({ widthPx: message.widthPx, heightPx: message.heightPx })
      case 'alert.shown':
        return deps.shown(message)
      case 'screen.graphics': {
        const { type: _type, ...found } = message
        return deps.graphics(found)
      }
      case 'screen.fault':
        deps.screenFault(message.code, message.detail)
        return faults.report(ofPage(message.code), message.detail)
      case 'screen.played':
        return deps.plays.told(message.play)
      case 'screen.painted': {
        deps.plays.painting()
        const changed = JSON.stringify(report?.onGlass) !== JSON.stringify(message.onGlass)
        report = { onGlass: message.onGlass, atMonotonicMs: deps.monotonicMs() }
        if (changed) deps.reportChanged()
      }
    }
  }
  server.on('connection', (screen: WebSocket) => {
    screen.on('message', (data: Buffer) => receive(data.toString('utf8')))
    screen.on('error', (error) => faults.report('screen-link', error.message))
    screen.send(stateMessage(author.state(), deps.monotonicMs()))
  })

  return {
    upgrade: (request, socket, head) => {
      server.handleUpgrade(request, socket, head, (screen) => server.emit('connection', screen, request))
    },
    lastReport: () => report,
    size,
    close: () => {
      unsubscribe()
      if (gathering !== null) clearTimeout(gathering)
      for (const screen of server.clients) screen.terminate()
      server.close()
    },
  }
}

function stateMessage(state: PlayerState, agentMonotonicMs: number): string {
  const message: AgentMessage = { type: 'player.state', state, agentMonotonicMs }
  return JSON.stringify(message)
}

function clockMessage({ revision, bootId, clock }: PlayerState, agentMonotonicMs: number): string {
  const message: AgentMessage = { type: 'player.clock', revision, bootId, clock, agentMonotonicMs }
  return JSON.stringify(message)
}

function feedsMessage(
  { revision, bootId, clock }: PlayerState,
  feeds: FeedSnapshot[],
  agentMonotonicMs: number,
): string {
  const message: AgentMessage = { type: 'player.feeds', revision, bootId, clock, feeds, agentMonotonicMs }
  return JSON.stringify(message)
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON: the caller's schema refuses null and reports it.
    return null
  }
}
