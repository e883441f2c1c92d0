import type { FeedSnapshot, KioskLanguage, PlayerState } from '@akari/protocol'
import type { ClockAnchor } from '../clock/continued-clock.ts'

/** All the screen knows: the agent's last state, how to continue its clock, and the visitor in front of it. */
export interface GlassState {
  player: PlayerState | null
  anchor: ClockAnchor | null
  visitor: Visitor
  /** Counts the connections to the agent. */
  connection: number
}

export interface Visitor {
  language: KioskLanguage
  /** On the page's monotonic clock; null when nobody has touched the glass since it went back to Japanese. */
  touchedAtMs: number | null
  /** The first touch of this visit, on the same clock. */
  beganAtMs: number | null
  /** When a hand was last held on the glass, on the same clock. */
  heldAtMs: number | null
  /** Is the kiosk read to them? */
  listens: boolean
}

export type GlassEvent =
  | { type: 'agent.connected' }
  | { type: 'agent.told'; player: PlayerState; anchor: ClockAnchor }
  | ({ type: 'agent.timed'; anchor: ClockAnchor } & Pick<PlayerState, 'revision' | 'bootId' | 'clock'>)
  | ({ type: 'agent.fed'; anchor: ClockAnchor; feeds: readonly FeedSnapshot[] } & Pick<
      PlayerState,
      'revision' | 'bootId' | 'clock'
    >)
  | { type: 'visitor.touched'; atMs: number }
  | { type: 'visitor.chose'; language: KioskLanguage; atMs: number }
  | { type: 'visitor.held'; atMs: number }
  | { type: 'visitor.listens'; listens: boolean }
  | { type: 'visitor.left' }
  | { type: 'time.passed'; atMs: number }

/** Without a touch for this long the next visitor is assumed: back to Japanese. */
export const VISITOR_GONE_AFTER_MS = 60_000
/** Who listens takes longer than who reads (EN 301 549 §5.1.3, WCAG 2.2 §2.2.1). */
const LISTENING_TAKES = 2

const NOBODY: Visitor = { language: 'ja', touchedAtMs: null, beganAtMs: null, heldAtMs: null, listens: false }
export const INITIAL_GLASS: GlassState = { player: null, anchor: null, visitor: NOBODY, connection: 0 }

/** What happens to the screen's knowledge. Returns the same object when nothing changed. */
export function afterEvent(state: GlassState, event: GlassEvent): GlassState {
  switch (event.type) {
    case 'agent.connected':
      return { ...state, connection: state.connection + 1 }
    case 'agent.told':
      return isOlder(event.player, state.player) ? state : { ...state, player: event.player, anchor: event.anchor }
    case 'agent.timed':
      return ofTheSame(state, event, {})
    case 'agent.fed':
      return ofTheSame(state, event, { feeds: withFeeds(state.player?.feeds ?? [], event.feeds) })
    case 'visitor.touched':
      return { ...state, visitor: touched(state.visitor, event.atMs) }
    case 'visitor.chose':
      return { ...state, visitor: { ...touched(state.visitor, event.atMs), language: event.language } }
    case 'visitor.held':
      return { ...state, visitor: { ...touched(state.visitor, event.atMs), heldAtMs: event.atMs } }
    case 'visitor.listens':
      if (state.visitor.listens === event.listens) return state
      return { ...state, visitor: { ...state.visitor, listens: event.listens } }
    case 'visitor.left':
      return { ...state, visitor: NOBODY }
    case 'time.passed': {
      const { touchedAtMs } = state.visitor
      const isGone = touchedAtMs !== null && event.atMs - touchedAtMs >= visitMsOf(state)
      return isGone ? { ...state, visitor: NOBODY } : state
    }
  }
}

/** A part of the state that is held, told anew with its clock. Of a state that was not heard it says nothing. */
function ofTheSame(
  state: GlassState,
  { bootId, revision, clock, anchor }: { anchor: ClockAnchor } & Pick<PlayerState, 'revision' | 'bootId' | 'clock'>,
  parts: Pick<PlayerState, 'feeds'>,
): GlassState {
  const { player } = state
  if (player === null || player.bootId !== bootId || revision < player.revision) return state
  return { ...state, player: { ...player, ...parts, revision, clock }, anchor }
}

function withFeeds(held: readonly FeedSnapshot[], told: readonly FeedSnapshot[]): FeedSnapshot[] {
  return [...new Map([...held, ...told].map((feed) => [feed.feedId, feed])).values()]
}

function touched(visitor: Visitor, atMs: number): Visitor {
  return { ...visitor, touchedAtMs: atMs, beganAtMs: visitor.beganAtMs ?? atMs }
}

/** How long after the last touch a visit is over. */
export function visitMsOf({ player, visitor }: Pick<GlassState, 'player' | 'visitor'>): number {
  const seconds = player?.programme?.visitSeconds
  const visitMs = seconds === undefined ? VISITOR_GONE_AFTER_MS : seconds * 1000
  return visitor.listens ? visitMs * LISTENING_TAKES : visitMs
}

/** Another boot always counts as newer: its numbers start again. */
function isOlder(incoming: PlayerState, held: PlayerState | null): boolean {
  return held !== null && held.bootId === incoming.bootId && incoming.revision < held.revision
}

export interface GlassStore {
  read: () => GlassState
  subscribe: (listener: () => void) => () => void
  tell: (event: GlassEvent) => void
}

export function createGlassStore(): GlassStore {
  let state = INITIAL_GLASS
  const listeners = new Set<() => void>()
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (event) => {
      const next = afterEvent(state, event)
      if (next === state) return
      state = next
      for (const listener of listeners) listener()
    },
  }
}
