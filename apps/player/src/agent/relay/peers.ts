import { faultText, pause, sha256Text } from '@akari/node-kit'
import { type Channel, type CmsKeys, isNewer } from '@akari/protocol'
import type { AlertKeeper } from '../alerts/alert-keeper.ts'
import type { Faults } from '../faults.ts'
import { boundedText } from '../bounded-text.ts'
import { type Offer, readOffer } from './offer.ts'

/** An envelope holds a text of 512 KiB at most, whose quotes JSON writes with one more byte each. */
const MAX_ENVELOPE_BYTES = 1_200_000
const FETCH_MS = 2_000
const AT_ONCE = 4
const AFTER_FAILURE_MS = 250
const MAX_WAITING = 64
const MAX_REMEMBERED = 256
const LONGEST_REST_MS = 60_000

export type PeerDeps = {
  keys: () => CmsKeys | null
  holding: (channel: Channel) => { epoch: number; revision: number } | null
  accept: AlertKeeper['accept']
  faults: Faults
  fetch: typeof globalThis.fetch
  monotonicMs: () => number
  random: () => number
}

export type Peers = { heard: (datagram: Uint8Array, address: string) => void; close: () => Promise<void> }

/**
 * Fetches what neighbours offer if it is newer than what is held, and hands it to the alert keeper, which believes the
 * CMS's signature and nothing else. Four fetches at once, one per address, two seconds each; an address that offered
 * what it does not have rests for 2 s, then 4, up to a minute. Which of those that wait is asked next is drawn by lot, so
 * that a crowd of liars delays an honest neighbour but does not shut it out.
 */
export function peers(deps: PeerDeps): Peers {
  const closing = new AbortController()
  const waiting = new Map<string, Offer>()
  const running = new Map<string, Promise<void>>()
  const resting = new Map<string, { strikes: number; untilMs: number }>()
  const refused = new Set<string>()

  const isWanted = (offer: Offer) =>
    offer.cms === deps.keys()?.identity && !refused.has(offer.hash) && isNewer(deps.holding(offer.channel), offer)

  const strike = (address: string, why: string) => {
    const strikes = (resting.get(address)?.strikes ?? 0) + 1
    resting.delete(address)
    resting.set(address, { strikes, untilMs: deps.monotonicMs() + Math.min(LONGEST_REST_MS, 1_000 * 2 ** strikes) })
    forgetOldest(resting)
    deps.faults.report('relay-peer', `${address}: ${why}`)
  }

  const take = async (address: string, offer: Offer): Promise<void> => {
    try {
      const text = await download(deps.fetch, address, offer, closing.signal)
      const verdict = sha256Text(text) === offer.hash ? await deps.accept(JSON.parse(text)) : 'another'
      if (verdict === 'taken') resting.delete(address)
      if (verdict === 'refused') {
        refused.add(offer.hash)
        forgetOldest(refused)
      }
      // Had it what it offered, nothing more would be wanted of it.
      if (verdict !== 'taken' && isNewer(deps.holding(offer.channel), offer)) strike(address, `gave one ${verdict}`)
      else return
    } catch (error) {
      if (!closing.signal.aborted) strike(address, faultText(error))
    }
    await pause(AFTER_FAILURE_MS, closing.signal)
  }

  const next = () => {
    while (running.size < AT_ONCE && waiting.size > 0 && !closing.signal.aborted) {
      const drawn = [...waiting][Math.floor(deps.random() * waiting.size)]
      if (drawn === undefined) return
      const [address, offer] = drawn
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
    heard: (datagram, address) => {
      const offer = readOffer(datagram)
      if (offer === null) return deps.faults.report('relay-peer', `${address}: no offer`)
      if (!isWanted(offer) || running.has(address)) return
      if ((resting.get(address)?.untilMs ?? 0) > deps.monotonicMs()) return
      if (waiting.size >= MAX_WAITING && !waiting.has(address)) {
        const out = [...waiting.keys()][Math.floor(deps.random() * waiting.size)]
        if (out !== undefined) waiting.delete(out)
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
  fetch: typeof globalThis.fetch,
  address: string,
  { port, channel }: Offer,
  closing: AbortSignal,
): Promise<string> {
  const response = await fetch(`http://${address}:${port}/alerts/${channel}`, {
    redirect: 'error',
    signal: AbortSignal.any([closing, AbortSignal.timeout(FETCH_MS)]),
  })
  const text = await boundedText(response, MAX_ENVELOPE_BYTES)
  if (response.status !== 200) throw new Error(`status ${response.status}`)
  return text
}
