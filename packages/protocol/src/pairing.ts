import { z } from 'zod'
import { Id, Instant, PublicKey, Sha256, Signature } from './primitives.ts'

/**
 * Pairing with numeric comparison. The player commits to its key and a secret nonce before it sees the CMS's nonce, and
 * reveals its own only afterwards; both sides then derive the same six digits from both keys and both nonces. Someone in
 * the middle would have to guess them (1 : 1 000 000), because no side can choose its nonce last.
 */
export const PAIRING_ALPHABET = 'ABCDEFGHJKMNPQRTUVWXYZ2346789'
export const PairingCode = z
  .string()
  .transform((raw) => raw.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${PAIRING_ALPHABET}]{8}$`)))
export type PairingCode = z.infer<typeof PairingCode>

/** 32 random bytes, base64url. */
export const Nonce = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
export type Nonce = z.infer<typeof Nonce>

/** The keys a player pins: the CMS's own, and one for each alert channel. */
export const CmsKeys = z.object({ identity: PublicKey, live: PublicKey, drill: PublicKey })
export type CmsKeys = z.infer<typeof CmsKeys>

/** A glass in physical pixels, as its screen measures itself. */
export const ScreenSize = z.object({ widthPx: z.int().positive(), heightPx: z.int().positive() })
export type ScreenSize = z.infer<typeof ScreenSize>

/** `commitment` = sha256 hex of `akari.pairing-commitment.v1\n{publicKey}\n{nonce}`. */
export const PairingRequest = z.object({
  publicKey: PublicKey,
  commitment: Sha256,
  software: z.string().max(80),
  screen: ScreenSize.nullable(),
})
export type PairingRequest = z.infer<typeof PairingRequest>

export const PairingOffer = z.object({
  requestId: Id,
  /** Secret of this request: asks for its state and reveals the nonce. */
  ticket: z.string().min(20),
  code: z.string().length(8),
  nonce: Nonce,
  keys: CmsKeys,
  expiresAt: Instant,
})
export type PairingOffer = z.infer<typeof PairingOffer>

export const PairingReveal = z.object({ nonce: Nonce })

export const PairingProgress = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting') }),
  z.object({ state: z.literal('claimed') }),
  z.object({ state: z.literal('confirmed'), displayId: Id }),
  z.object({ state: z.literal('expired') }),
])
export type PairingProgress = z.infer<typeof PairingProgress>

/** Staff entered a code: what they compare with the glass before they confirm. */
export const PairingClaim = z.object({
  requestId: Id,
  digits: z.string().regex(/^\d{6}$/),
  software: z.string(),
  screen: z.object({ widthPx: z.int(), heightPx: z.int() }).nullable(),
  expiresAt: Instant,
})
export type PairingClaim = z.infer<typeof PairingClaim>

/** Text whose sha256 gives the six digits: keys and nonces of both sides in a fixed order. */
export function digitsTranscript(p: { player: PublicKey; playerNonce: Nonce; cms: CmsKeys; cmsNonce: Nonce }): string {
  return ['akari.pairing-digits.v1', p.player, p.playerNonce, p.cms.identity, p.cms.live, p.cms.drill, p.cmsNonce].join(
    '\n',
  )
}

/** Text whose sha256 is the commitment of a PairingRequest. */
export function commitmentTranscript(player: PublicKey, nonce: Nonce): string {
  return ['akari.pairing-commitment.v1', player, nonce].join('\n')
}

/** What a login starts with: `POST /api/player/challenge` takes the display and answers with a text of one use. */
export const LoginChallengeRequest = z.object({ displayId: Id })
export type LoginChallengeRequest = z.infer<typeof LoginChallengeRequest>
export const LoginChallenge = z.object({ challenge: z.string().min(20).max(200) })
export type LoginChallenge = z.infer<typeof LoginChallenge>

/** A paired player proves its key: it signs the challenge together with the CMS key it pinned. */
export const PlayerLogin = z.object({ displayId: Id, challenge: z.string().max(200), signature: Signature })
export type PlayerLogin = z.infer<typeof PlayerLogin>
export const PlayerSession = z.object({ token: z.string().regex(/^[\w-]{20,200}$/), expiresAt: Instant })
export type PlayerSession = z.infer<typeof PlayerSession>

export function loginTranscript(displayId: Id, challenge: string, cmsIdentity: PublicKey): string {
  return ['akari.player-login.v1', displayId, challenge, cmsIdentity].join('\n')
}
