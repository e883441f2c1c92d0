import { createHash } from 'node:crypto'
import { type CmsKeys, commitmentTranscript, digitsTranscript, type Nonce, type PublicKey } from '@akari/protocol'
import { sha256Text } from './digest.ts'

/** What a player sends before it has seen the CMS's nonce: binds it to its key and its own nonce (sha256 hex). */
export function pairingCommitment(publicKey: PublicKey, nonce: Nonce): string {
  return sha256Text(commitmentTranscript(publicKey, nonce))
}

/**
 * The six digits both sides show. 64 bits of the hash modulo 10^6: the bias is below 10^-13, far under what a person
 * comparing digits could ever give away.
 */
export function pairingDigits(parts: { player: PublicKey; playerNonce: Nonce; cms: CmsKeys; cmsNonce: Nonce }): string {
  const hash = createHash('sha256').update(digitsTranscript(parts), 'utf8').digest()
  return (hash.readBigUInt64BE(0) % 1_000_000n).toString().padStart(6, '0')
}
