import type { Channel, CmsKeys } from '@akari/protocol'
import type { StateAuthor } from '../state-author.ts'
import { writeOffer } from './offer.ts'
import type { Shelf } from './shelf.ts'

/** Datagrams get lost: a new state is called out three times within a second. */
const BURST_MS = [0, 250, 900]
const TICK_MS = 5_000
const QUIET_EVERY_MS = 60_000
const FRESH_MS = 60_000
const CHANNELS: readonly Channel[] = ['live', 'drill']

/**
 * Calls out what is held: at once when it changes, every 5 s while an alert is in force and for a minute after a change
 * (an all-clear counts as much), else every minute.
 */
export function startAnnouncer(deps: {
  author: StateAuthor
  keys: () => CmsKeys | null
  shelf: Shelf
  port: number
  send: (datagram: Buffer) => void
  monotonicMs: () => number
}): { close: () => void } {
  const calls = new Map<Channel, { hash: string; changedMs: number; calledMs: number }>()
  const bursts = new Set<NodeJS.Timeout>()

  const call = (channel: Channel) => {
    const shelved = deps.shelf(channel)
    const cms = deps.keys()?.identity
    if (shelved === null || cms === undefined) return
    const { epoch, revision, hash } = shelved
    deps.send(writeOffer({ akari: 'relay.1', cms, channel, epoch, revision, hash, port: deps.port }))
  }
  const later = (channel: Channel, ms: number) => {
    const timer = setTimeout(() => {
      bursts.delete(timer)
      call(channel)
    }, ms)
    bursts.add(timer)
  }
  const changed = () => {
    for (const channel of CHANNELS) {
      const hash = deps.shelf(channel)?.hash
      if (hash === undefined || calls.get(channel)?.hash === hash) continue
      const nowMs = deps.monotonicMs()
      calls.set(channel, { hash, changedMs: nowMs, calledMs: nowMs })
      for (const ms of BURST_MS) later(channel, ms)
    }
  }
  const tick = () => {
    const nowMs = deps.monotonicMs()
    for (const channel of CHANNELS) {
      const last = calls.get(channel)
      const active = deps.shelf(channel)?.active === true
      const fresh = last !== undefined && nowMs - last.changedMs < FRESH_MS
      if (last === undefined || (!active && !fresh && nowMs - last.calledMs < QUIET_EVERY_MS)) continue
      last.calledMs = nowMs
      call(channel)
    }
  }
  const stop = deps.author.subscribe((_urgency, parts) => {
    if (parts.alerts !== undefined) changed()
  })
  const ticking = setInterval(tick, TICK_MS)
  changed()
  return {
    close: () => {
      stop()
      clearInterval(ticking)
      for (const timer of bursts) clearTimeout(timer)
    },
  }
}
