import {
  createKeyPair,
  type KeyPair,
  openAlertState,
  pairingCommitment,
  pairingDigits,
  randomNonce,
  signBytes,
} from '@akari/node-kit'
import {
  type AlertState,
  type Channel,
  DisplayView,
  type FromPlayer,
  loginTranscript,
  PairingClaim,
  PairingOffer,
  PlayerSession,
  SignedAlertState,
  type ToPlayer,
} from '@akari/protocol'
import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { RunningCms } from './running-cms.ts'

export type TestPlayer = { displayId: string; keys: KeyPair; offer: PairingOffer; token: string }

export const LOBBY = {
  profile: {
    name: '1階ロビー',
    widthPx: 1920,
    heightPx: 1080,
    mmPerPx: 0.5,
    viewingDistanceM: 3,
    touch: true,
    kioskId: null,
  },
}

/** Asks for a code as a player does; gives what the glass would show. */
export async function requestPairing(
  cms: RunningCms,
): Promise<{ keys: KeyPair; nonce: string; offer: PairingOffer; digits: string }> {
  const keys = createKeyPair()
  const nonce = randomNonce()
  const body = {
    publicKey: keys.publicKey,
    commitment: pairingCommitment(keys.publicKey, nonce),
    software: 'test',
    screen: null,
  }
  const offer = PairingOffer.parse((await cms.call('POST', '/api/pairing/requests', { body })).body)
  const digits = pairingDigits({ player: keys.publicKey, playerNonce: nonce, cms: offer.keys, cmsNonce: offer.nonce })
  return { keys, nonce, offer, digits }
}

/** Reveals, is claimed and confirmed by staff, and signs in. */
export async function pairedPlayer(
  cms: RunningCms,
  confirmation: object = { attach: 'new', display: LOBBY },
): Promise<TestPlayer> {
  const { keys, nonce, offer } = await requestPairing(cms)
  await cms.call('POST', `/api/pairing/requests/${offer.requestId}/reveal`, {
    body: { nonce },
    as: { bearer: offer.ticket },
  })
  const claim = await cms.call('POST', '/api/pairing/claims', { body: { code: offer.code }, as: cms.local })
  const { requestId } = PairingClaim.parse(claim.body)
  const confirmed = await cms.call('POST', `/api/pairing/claims/${requestId}/confirm`, {
    body: confirmation,
    as: cms.local,
  })
  const displayId = DisplayView.parse(confirmed.body).id
  return { displayId, keys, offer, token: await signInPlayer(cms, displayId, keys, offer) }
}

export async function signInPlayer(
  cms: RunningCms,
  displayId: string,
  keys: KeyPair,
  offer: PairingOffer,
): Promise<string> {
  const asked = await cms.call('POST', '/api/player/challenge', { body: { displayId } })
  const { challenge } = z.object({ challenge: z.string() }).parse(asked.body)
  const signature = signBytes(loginTranscript(displayId, challenge, offer.keys.identity), keys.privateKey)
  const session = await cms.call('POST', '/api/player/session', { body: { displayId, challenge, signature } })
  return PlayerSession.parse(session.body).token
}

/** A player's socket; states that do not verify make the test fail. */
export async function connectPlayer(cms: RunningCms, player: TestPlayer) {
  const socket: Socket<ToPlayer, FromPlayer> = io(`${cms.url}/player`, {
    auth: { token: player.token },
    transports: ['websocket'],
    forceNew: true,
  })
  onTestFinished(() => void socket.close())
  const states: AlertState[] = []
  const watchers = new Set<() => void>()
  socket.on('alert.state', (envelope) => {
    const parsed = SignedAlertState.parse(envelope)
    const channels: readonly Channel[] = ['live', 'drill']
    const opened = channels
      .map((channel) => openAlertState(parsed, channel, player.offer.keys[channel]))
      .find((o) => o.ok)
    if (opened === undefined || !opened.ok) throw new Error('an alert state did not verify')
    states.push(opened.state)
    for (const watch of watchers) watch()
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return {
    socket,
    states,
    /** Resolves with the first state, past or coming, that fits. */
    until: (fits: (state: AlertState) => boolean): Promise<AlertState> =>
      new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error('no such alert state within 5 s')), 5000)
        const look = () => {
          const found = states.find(fits)
          if (found === undefined) return
          clearTimeout(limit)
          watchers.delete(look)
          resolve(found)
        }
        watchers.add(look)
        look()
      }),
  }
}
