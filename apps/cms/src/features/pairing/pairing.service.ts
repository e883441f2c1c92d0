import { randomInt, timingSafeEqual } from 'node:crypto'
import { pairingCommitment, pairingDigits, randomNonce } from '@akari/node-kit'
import {
  type CmsKeys,
  type ConfirmClaim,
  type DisplayView,
  type NewDisplay,
  PAIRING_ALPHABET,
  type PairingClaim,
  PairingCode,
  type PairingOffer,
  type PairingProgress,
  type PairingRequest,
} from '@akari/protocol'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { networkOf, spend } from '../../http/rate-limit.ts'
import { newSecret, secretHash } from '../../http/secrets.ts'
import type { PairingStore, StoredRequest } from './pairing.store.ts'

const CODE_MINUTES = 10
/** More players than this never pair at once; a flood of requests must not fill the database. */
const MOST_OPEN_REQUESTS = 500

type Deps = {
  store: PairingStore
  keys: () => CmsKeys
  now: () => Date
  newId: () => string
  attachPlayer: (actor: Actor, to: { id: string } | { create: NewDisplay }, publicKey: string) => Promise<DisplayView>
}

export type PairingService = ReturnType<typeof pairingService>

/** Pairing with numeric comparison; the protocol and its reasons are in packages/protocol/src/pairing.ts. */
export function pairingService({ store, keys, now, newId, attachPlayer }: Deps) {
  const wrongCodes = new RateLimiterMemory({ points: 5, duration: CODE_MINUTES * 60 })
  const requests = new RateLimiterMemory({ points: 20, duration: 60 })

  const isOpen = (request: StoredRequest) => request.expiresAt > now().toISOString()

  async function ofTicket(id: string, ticket: string | null): Promise<StoredRequest> {
    const request = await store.byId(id)
    if (request === null || ticket === null || !sameText(request.ticketHash, secretHash(ticket))) {
      throw new AppError('unauthenticated')
    }
    return request
  }

  async function claimed(id: string): Promise<StoredRequest> {
    const request = await store.byId(id)
    if (request === null || request.state !== 'claimed') throw new AppError('not-found')
    if (!isOpen(request)) throw new AppError('code-expired')
    return request
  }

  return {
    /** A player asks for a code. */
    request: async (ip: string, input: PairingRequest): Promise<PairingOffer> => {
      await spend(requests, networkOf(ip))
      if ((await store.count()) >= MOST_OPEN_REQUESTS) throw new AppError('unavailable')
      const ticket = newSecret()
      const request: StoredRequest = {
        id: newId(),
        ticketHash: secretHash(ticket),
        code: newCode(),
        publicKey: input.publicKey,
        commitment: input.commitment,
        cmsNonce: randomNonce(),
        playerNonce: null,
        software: input.software,
        screen: input.screen,
        state: 'waiting',
        displayId: null,
        expiresAt: new Date(now().getTime() + CODE_MINUTES * 60_000).toISOString(),
      }
      while (!(await store.insert(request))) request.code = newCode()
      const { id, code, cmsNonce, expiresAt } = request
      return { requestId: id, ticket, code, nonce: cmsNonce, keys: keys(), expiresAt }
    },
    /** The player shows the nonce that it had committed to; anything else is refused. */
    reveal: async (id: string, ticket: string | null, nonce: string): Promise<void> => {
      const request = await ofTicket(id, ticket)
      if (!sameText(pairingCommitment(request.publicKey, nonce), request.commitment))
        throw new AppError('pairing-refused')
      if (!(await store.reveal(id, nonce))) throw new AppError('conflict')
    },
    progress: async (id: string, ticket: string | null): Promise<PairingProgress> => {
      const request = await ofTicket(id, ticket)
      if (request.state === 'confirmed' && request.displayId !== null) {
        return { state: 'confirmed', displayId: request.displayId }
      }
      if (request.state === 'refused' || !isOpen(request)) return { state: 'expired' }
      return { state: request.state === 'claimed' ? 'claimed' : 'waiting' }
    },
    /** Staff typed the code of a screen. Five wrong codes, and the person waits. */
    claim: async (actor: Actor, typed: string): Promise<PairingClaim> => {
      await spend(wrongCodes, nameOf(actor))
      const code = PairingCode.safeParse(typed)
      const request = code.success ? await store.byCode(code.data) : null
      if (request === null || request.playerNonce === null) throw new AppError('code-unknown')
      if (request.state === 'confirmed' || request.state === 'refused') throw new AppError('code-unknown')
      if (!isOpen(request)) throw new AppError('code-expired')
      await wrongCodes.delete(nameOf(actor))
      if (request.state === 'waiting') await store.move(request.id, 'waiting', 'claimed', null)
      const digits = pairingDigits({
        player: request.publicKey,
        playerNonce: request.playerNonce,
        cms: keys(),
        cmsNonce: request.cmsNonce,
      })
      return {
        requestId: request.id,
        digits,
        software: request.software,
        screen: request.screen,
        expiresAt: request.expiresAt,
      }
    },
    /** Staff saw the same six digits on both sides. */
    confirm: async (actor: Actor, id: string, input: ConfirmClaim): Promise<DisplayView> => {
      const request = await claimed(id)
      const to = input.attach === 'existing' ? { id: input.displayId } : { create: input.display }
      const display = await attachPlayer(actor, to, request.publicKey)
      if (!(await store.move(id, 'claimed', 'confirmed', display.id))) throw new AppError('conflict')
      return display
    },
    /** The digits differ: someone is in the middle. The request dies; the player asks for a new code. */
    refuse: async (id: string): Promise<void> => {
      await claimed(id)
      await store.move(id, 'claimed', 'refused', null)
    },
    housekeep: () => store.removeExpired(new Date(now().getTime() - 60 * 60_000).toISOString()),
  }
}

function newCode(): string {
  return Array.from({ length: 8 }, () => PAIRING_ALPHABET[randomInt(PAIRING_ALPHABET.length)]).join('')
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
