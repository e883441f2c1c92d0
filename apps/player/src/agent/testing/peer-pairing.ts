import { pairingCommitment, randomNonce } from '@akari/node-kit'
import { type CmsKeys, PairingRequest, PairingReveal } from '@akari/protocol'
import type { Send } from './peer-answers.ts'

export type Pairing = {
  request: PairingRequest
  nonce: string
  playerNonce: string | null
  code: string
  state: string
}
type Peer = { readonly pairings: Pairing[]; readonly keys: CmsKeys; readonly displayId: string }

/** `/api/pairing/requests` and what is below it, as the CMS answers them. */
export function answerPairing(peer: Peer, url: string, body: unknown, send: Send): void {
  if (url === '/api/pairing/requests') {
    const code = `ABCDEFG${'HJKMNPQR'[peer.pairings.length % 8]}`
    const pairing = {
      request: PairingRequest.parse(body),
      nonce: randomNonce(),
      playerNonce: null,
      code,
      state: 'waiting',
    }
    peer.pairings.push(pairing)
    const requestId = `request-${peer.pairings.length}`
    const expiresAt = new Date(Date.now() + 600_000).toISOString()
    return send(201, { requestId, ticket: randomNonce(), code, nonce: pairing.nonce, keys: peer.keys, expiresAt })
  }
  const pairing = peer.pairings[Number(/request-(\d+)/.exec(url)?.[1]) - 1]
  if (pairing === undefined) return send(404)
  if (url.endsWith('/reveal')) {
    const { nonce } = PairingReveal.parse(body)
    if (pairingCommitment(pairing.request.publicKey, nonce) !== pairing.request.commitment) return send(422)
    pairing.playerNonce = nonce
    return send(204)
  }
  send(
    200,
    pairing.state === 'confirmed' ? { state: 'confirmed', displayId: peer.displayId } : { state: pairing.state },
  )
}
