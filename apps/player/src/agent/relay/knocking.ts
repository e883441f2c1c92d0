import type { CmsKeys } from '@akari/protocol'
import { boundedText } from '../bounded-text.ts'
import { type Loop, startLoop } from '../loop.ts'
import { hedged } from './hedged.ts'
import type { Neighbour, Neighbours } from './neighbours.ts'
import { MAX_OFFER_BYTES, type Offer, Offers } from './offer.ts'

const EVERY_MS = 1_000
const ANSWER_MS = 1_500
const MOST_QUESTIONS = 2
/** Of the known at a time, in need; in calm it is one. */
const IN_NEED = 3
/** Of those that are only heard. */
const STRANGERS = 4
/** In calm only every so many steps. */
const CALM_STEPS = 10

/** With a knock a display says where it can be reached itself. */
export const PORT_HEADER = 'akari-relay-port'

/**
 * Asks neighbours directly what they hold. In calm now and then, so that they are known when they are needed; in need
 * every second, three of them by lot: where multicast is filtered or drowned in a flood, alerts still come round.
 */
export function startKnocking(deps: {
  neighbours: Neighbours
  keys: () => CmsKeys | null
  /** Where this display serves. */
  port: number
  isOwn: (neighbour: Neighbour) => boolean
  /** How long without an answer until the next question. */
  askAgainMs: number
  /** The CMS is out of reach, or the ear was closed. */
  inNeed: () => boolean
  offered: (offer: Offer, address: string) => void
  stepped: () => void
  fetch: typeof globalThis.fetch
  failed: (error: unknown) => void
}): Loop {
  const { neighbours } = deps
  let step = 0

  const question = (address: string, port: number) => async (signal: AbortSignal) => {
    const headers = { [PORT_HEADER]: String(deps.port) }
    const response = await deps.fetch(`http://${address}:${port}/offers`, { redirect: 'error', headers, signal })
    return Offers.parse(JSON.parse(await boundedText(response, 4 * MAX_OFFER_BYTES)))
  }
  const knock = async (neighbour: Neighbour, signal: AbortSignal): Promise<void> => {
    const { address, port } = neighbour
    if (deps.isOwn(neighbour)) return
    try {
      const { offers } = await hedged(question(address, port), {
        most: MOST_QUESTIONS,
        afterMs: deps.askAgainMs,
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      })
      const ours = offers.filter(({ cms }) => cms === deps.keys()?.identity)
      if (ours.length === 0) return neighbours.missed(neighbour)
      neighbours.answered(neighbour)
      for (const offer of ours) deps.offered(offer, address)
    } catch {
      // Away, too busy, or no display at all: which of them makes no difference here.
      if (!signal.aborted) neighbours.missed(neighbour)
    }
  }

  return startLoop({
    waitMs: () => EVERY_MS,
    failed: deps.failed,
    step: async (signal) => {
      const inNeed = deps.inNeed()
      const strangers = Array.from({ length: STRANGERS }, neighbours.stranger).filter((one) => one !== null)
      const known = inNeed ? neighbours.draw(IN_NEED) : step % CALM_STEPS === 0 ? neighbours.draw(1) : []
      step += 1
      await Promise.all([...known, ...strangers].map((one) => knock(one, signal)))
      deps.stepped()
    },
  })
}
