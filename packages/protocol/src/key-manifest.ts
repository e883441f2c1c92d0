import { z } from 'zod'
import { CmsKeys } from './pairing.ts'
import { Instant, PublicKey, Revision, Signature } from './primitives.ts'

/**
 * The keys that a CMS signs with from `notBefore` on, as a whole numbered state: the highest revision counts, whatever a
 * player's clock says (it may be wrong). Live and drill never share a key, nor the identity's.
 */
export const KeyManifest = z.object({
  format: z.literal(1),
  keys: CmsKeys.refine(
    ({ identity, live, drill }) => new Set([identity, live, drill]).size === 3,
    'identity, live and drill are three different keys',
  ),
  revision: Revision,
  notBefore: Instant,
})
export type KeyManifest = z.infer<typeof KeyManifest>

/** `payload` is the JSON text of a KeyManifest; the identity key that players pinned signs its exact bytes. */
export const SignedKeyManifest = z.object({ payload: z.string().max(4096), signature: Signature, key: PublicKey })
export type SignedKeyManifest = z.infer<typeof SignedKeyManifest>

/** Prefix of the signed bytes, so that a signature made for anything else can never pass as a manifest. */
export const KEY_MANIFEST_CONTEXT = 'akari.key-manifest.v1\n'
