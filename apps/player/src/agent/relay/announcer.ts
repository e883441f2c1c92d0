import { type Channel, isNewer } from '@akari/protocol'
import type { StateAuthor } from '../state-author.ts'
import { type Offer, writeOffer } from './offer.ts'

/** Datagrams get lost: a new state is called out three times within a second or so. */
const BURST_MS = [0, 250, 900]
const TICK_MS = 2_000
const QUIET_EVERY_MS = 60_000
const FRESH_MS = 60_000
/** A display that calls out something old is told at once, by whoever of the others is first. */
const ANSWER_WITHIN_MS = 300
const ANSWER_EVERY_MS = 1_000
/** When so many known displays have called out the same since one's own turn, that turn is passed over (RFC 6206, Trickle). */
const ENOUGH = 3
const CHANNELS: readonly Channel[] = ['live', 'drill']

export type Announcer = {
  /** Somebody called out; `isKnown`: a display is known at this address, which a datagram may lie about all the same. */
  overheard: (offer: Offer, address: string, isKnown: boolean) => void
  /** Everything again: there is a network that has not heard it. */
  again: () => void
  close: () => void
}

type Calls = { hash: string; changedMs: number; calledMs: number; answeredMs: number; echoes: Set<string> }

/**
 * Calls out what is held: at once when it changes, every 2 s while an alert is in force and for a minute after a change
 * (an all-clear counts as much), else every minute.
 */
export function startAnnouncer(deps: {
  author: StateAuthor
  /** What is held of this channel now; null: nothing. */
  offer: (channel: Channel) => Offer | null
  isActive: (channel: Channel) => boolean
  send: (datagram: Buffer) => void
  monotonicMs: () => number
  random: () => number
}): Announcer {
  const { monotonicMs } = deps
  const calls = new Map<Channel, Calls>()
  const timers = new Set<NodeJS.Timeout>()

  const call = (channel: Channel, unlessEchoed = ENOUGH) => {
    const offer = deps.offer(channel)
    const last = calls.get(channel)
    if (offer === null || last === undefined) return
    const isEchoed = last.echoes.size >= unlessEchoed
    last.echoes.clear()
    last.calledMs = monotonicMs()
    if (!isEchoed) deps.send(writeOffer(offer))
  }
  const later = (ms: number, what: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      what()
    }, ms)
    timers.add(timer)
  }
  const burst = (channel: Channel) => {
    // Displays that the CMS told at the same moment do not all call out at once.
    const spreadMs = deps.random() * 100
    for (const ms of BURST_MS) later(ms + spreadMs, () => call(channel))
  }
  const changed = () => {
    for (const channel of CHANNELS) {
      const hash = deps.offer(channel)?.hash
      if (hash === undefined || calls.get(channel)?.hash === hash) continue
      const nowMs = monotonicMs()
      calls.set(channel, { hash, changedMs: nowMs, calledMs: nowMs, answeredMs: -ANSWER_EVERY_MS, echoes: new Set() })
      burst(channel)
    }
  }
  const tick = () => {
    const nowMs = monotonicMs()
    for (const [channel, { changedMs, calledMs }] of calls) {
      const isFresh = nowMs - changedMs < FRESH_MS
      if (deps.isActive(channel) || isFresh || nowMs - calledMs >= QUIET_EVERY_MS) call(channel)
    }
  }
  const stop = deps.author.subscribe((_urgency, parts) => {
    if (parts.alerts !== undefined) changed()
  })
  const ticking = setInterval(tick, TICK_MS)
  changed()
  return {
    overheard: (heard, address, isKnown) => {
      const own = deps.offer(heard.channel)
      const last = calls.get(heard.channel)
      if (own === null || last === undefined) return
      if (!isNewer(heard, own)) {
        if (isKnown && !isNewer(own, heard)) last.echoes.add(address)
        return
      }
      if (monotonicMs() - last.answeredMs < ANSWER_EVERY_MS) return
      last.answeredMs = monotonicMs()
      later(deps.random() * ANSWER_WITHIN_MS, () => call(heard.channel, 1))
    },
    again: () => {
      for (const channel of calls.keys()) burst(channel)
    },
    close: () => {
      stop()
      clearInterval(ticking)
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
