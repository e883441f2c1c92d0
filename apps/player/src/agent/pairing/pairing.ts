import { backoff, type KeyPair, pairingCommitment, pairingDigits, pause, randomNonce } from '@akari/node-kit'
import { PairingOffer, PairingProgress, type PairingState } from '@akari/protocol'
import type { CmsHttp } from '../cms/http.ts'
import type { CmsServers } from '../cms/servers.ts'
import type { KnownScreenSize } from '../loopback/screen-size.ts'
import { SOFTWARE } from '../software.ts'
import type { Pinning } from './pinning.ts'

export type PairingDeps = {
  http: CmsHttp
  servers: CmsServers
  identity: KeyPair
  /** Tells the screen. */
  show: (state: PairingState) => void
  /** Of the glass, for the form in which staff describe the display. */
  screenSize: KnownScreenSize
  /** How long the first request waits for a screen that is still starting. */
  screenWaitMs: number
  pollMs: number
  monotonicMs: () => number
}

/** A request nobody confirmed and nobody answers for is given up after this long. */
const GIVE_UP_MS = 10 * 60_000

/**
 * Asks to be paired until staff confirm: request with a commitment, offer with code and keys, reveal, six digits on the
 * glass. The returned keys are the ones the digits were made of. Resolves with null only when the signal ends it.
 */
export async function pair(deps: PairingDeps, signal: AbortSignal): Promise<Pinning | null> {
  const waits = backoff({ capMs: 10_000, baseMs: 500 })
  deps.show({ state: 'contacting' })
  await deps.screenSize.within(deps.screenWaitMs, signal)
  while (!signal.aborted) {
    deps.show({ state: 'contacting' })
    const pinning = await pairOnce(deps, signal)
    if (pinning !== null) return pinning
    await pause(waits.nextMs(), signal)
  }
  return null
}

async function pairOnce(deps: PairingDeps, signal: AbortSignal): Promise<Pinning | null> {
  const nonce = randomNonce()
  const publicKey = deps.identity.publicKey
  const requested = await deps.http('/api/pairing/requests', {
    method: 'POST',
    body: {
      publicKey,
      commitment: pairingCommitment(publicKey, nonce),
      software: SOFTWARE,
      screen: deps.screenSize.latest(),
    },
    signal,
  })
  if (requested.state === 'unreachable') return null
  const parsed = PairingOffer.safeParse(requested.body)
  if (!parsed.success) return null
  const offer = parsed.data
  const headers = { authorization: `Bearer ${offer.ticket}` }
  const path = `/api/pairing/requests/${offer.requestId}`
  const revealed = await deps.http(`${path}/reveal`, { method: 'POST', body: { nonce }, headers, signal })
  if (revealed.state === 'unreachable' || revealed.status !== 204) return null
  const digits = pairingDigits({ player: publicKey, playerNonce: nonce, cms: offer.keys, cmsNonce: offer.nonce })
  deps.show({ state: 'waiting', code: offer.code, digits, consoleUrl: requested.server, expiresAt: offer.expiresAt })
  const displayId = await confirmation(deps, path, headers, signal)
  return displayId === null ? null : { displayId, keys: offer.keys }
}

async function confirmation(
  deps: PairingDeps,
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<string | null> {
  const until = deps.monotonicMs() + GIVE_UP_MS
  while (!signal.aborted && deps.monotonicMs() < until) {
    await pause(deps.pollMs, signal)
    const answer = await deps.http(path, { headers, signal })
    if (answer.state === 'unreachable' || answer.status >= 500) continue
    const progress = PairingProgress.safeParse(answer.body)
    if (answer.status !== 200 || !progress.success) return null
    switch (progress.data.state) {
      case 'waiting':
      case 'claimed':
        break
      case 'confirmed':
        return progress.data.displayId
      case 'expired':
        return null
    }
  }
  return null
}
