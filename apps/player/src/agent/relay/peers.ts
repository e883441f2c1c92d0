import { faultText, pause, sha256Text } from '@akari/node-kit'
import { type Channel, type CmsKeys, isNewer } from '@akari/protocol'
import type { Faults } from '../faults.ts'
import { boundedText } from '../bounded-text.ts'
import { hedged } from './hedged.ts'
import type { Intake } from './intake.ts'
import type { Offer } from './offer.ts'

/** An envelope holds a text of 512 KiB at most, whose quotes JSON writes with one more byte each; keys are small. */
const MAX_DOCUMENT_BYTES = 1_200_000
const FETCH_MS = 2_000
/** Questions to one address at a time. */
const MOST_QUESTIONS = 3
const AT_ONCE = 4
/** One is kept for those that are known to be displays, whatever strangers claim. */
const STRANGERS_AT_ONCE = 3
const AFTER_FAILURE_MS = 250
const MAX_WAITING = 64
const MAX_REMEMBERED = 256
const LIED_REST_MS = 2_000
const SILENT_REST_MS = 500
const LONGEST_REST_MS = 60_000

export type PeerDeps = {
  keys: () => CmsKeys | null
  holding: (channel: Channel) => { epoch: number; revision: number } | null
  take: Intake
  isKnown: (address: string) => boolean
  /** How long without an answer until the next question. */
  askAgainMs: number
  faults: Faults
  fetch: typeof globalThis.fetch
  monotonicMs: () => number
  random: () => number
}

export type Peers = { offered: (offer: Offer, address: string) => void; close: () => Promise<void> }

/**
 * Fetches what neighbours offer if it is newer than what is held, and hands it to the alert keeper, which believes the
 * CMS's signature and nothing else. Four fetches at once, one per address, two seconds each; an address that offered
 * what it does not have rests for 2 s, then 4, up to a minute. Known displays come first (a lossy line keeps one from answering,
 * so silence costs them less), strangers are drawn by lot: a crowd of liars does not shut an honest one out.
 */
export function peers(deps: PeerDeps): Peers {
  const closing = new AbortController()
  const waiting = new Map<string, Offer>()
  const running = new Map<string, Promise<void>>()
  const resting = new Map<string, { strikes: number; untilMs: number }>()
  const refused = new Set<string>()

  const isWanted = (offer: Offer) =>
    offer.cms === deps.keys()?.identity && !refused.has(offer.hash) && isNewer(deps.holding(offer.channel), offer)

  const strike = (address: string, why: string, firstRestMs: number) => {
    const strikes = resting.get(address)?.strikes ?? 0
    resting.delete(address)
    const restMs = Math.min(LONGEST_REST_MS, firstRestMs * 2 ** strikes)
    resting.set(address, { strikes: strikes + 1, untilMs: deps.monotonicMs() + restMs })
    forgetOldest(resting)
    deps.faults.report('relay-peer', `${address}: ${why}`)
  }

  const take = async (address: string, offer: Offer): Promise<void> => {
    try {
      const text = await download(deps, address, offer, closing.signal)
      const verdict = await deps.take(JSON.parse(text))
      if (verdict === 'taken') resting.delete(address)
      if (verdict === 'refused') {
        refused.add(sha256Text(text))
        forgetOldest(refused)
      }
      // Had it what it offered, or something newer since, nothing more would be wanted of it.
      if (verdict === 'taken' || !isNewer(deps.holding(offer.channel), offer)) return
      strike(address, `gave one ${verdict}`, LIED_REST_MS)
    } catch (error) {
      if (closing.signal.aborted) return
      strike(address, faultText(error), deps.isKnown(address) ? SILENT_REST_MS : LIED_REST_MS)
    }
    await pause(AFTER_FAILURE_MS, closing.signal)
  }

  /** Who is asked next; null while strangers have all the places they may have. */
  const drawn = (): readonly [string, Offer] | null => {
    const all = [...waiting]
    const known = all.filter(([address]) => deps.isKnown(address))
    const strangersNow = [...running.keys()].filter((address) => !deps.isKnown(address)).length
    const from = known.length > 0 ? known : strangersNow < STRANGERS_AT_ONCE ? all : []
    return from[Math.floor(deps.random() * from.length)] ?? null
  }

  const next = () => {
    while (running.size < AT_ONCE && !closing.signal.aborted) {
      const one = drawn()
      if (one === null) return
      const [address, offer] = one
      waiting.delete(address)
      if (!isWanted(offer)) continue
      const done = take(address, offer).finally(() => {
        running.delete(address)
        next()
      })
      running.set(address, done)
    }
  }

  return {
    offered: (offer, address) => {
      if (!isWanted(offer) || running.has(address)) return
      if ((resting.get(address)?.untilMs ?? 0) > deps.monotonicMs()) return
      if (waiting.size >= MAX_WAITING && !waiting.has(address)) {
        const strangers = [...waiting.keys()].filter((one) => !deps.isKnown(one))
        const out = strangers[Math.floor(deps.random() * strangers.length)]
        if (out === undefined) return
        waiting.delete(out)
      }
      waiting.set(address, offer)
      next()
    },
    close: async () => {
      closing.abort()
      waiting.clear()
      await Promise.all(running.values())
    },
  }
}

function forgetOldest(kept: Map<string, unknown> | Set<string>): void {
  const [oldest] = kept.keys()
  if (kept.size > MAX_REMEMBERED && oldest !== undefined) kept.delete(oldest)
}

async function download(
  { fetch, askAgainMs }: PeerDeps,
  address: string,
  { port, channel }: Offer,
  closing: AbortSignal,
): Promise<string> {
  const ask = async (signal: AbortSignal) => {
    const response = await fetch(`http://${address}:${port}/alerts/${channel}`, { redirect: 'error', signal })
    const text = await boundedText(response, MAX_DOCUMENT_BYTES)
    if (response.status !== 200) throw new Error(`status ${response.status}`)
    return text
  }
  const signal = AbortSignal.any([closing, AbortSignal.timeout(FETCH_MS)])
  return await hedged(ask, { most: MOST_QUESTIONS, afterMs: askAgainMs, signal })
}
