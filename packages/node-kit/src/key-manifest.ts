import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { KEY_MANIFEST_CONTEXT, KeyManifest, PublicKey, SignedKeyManifest } from '@akari/protocol'
import { signBytes, verifyBytes } from './keys.ts'

export type OpenedKeyManifest =
  | { ok: true; manifest: KeyManifest; envelope: SignedKeyManifest }
  | { ok: false; reason: 'malformed' | 'wrong-key' | 'bad-signature' | 'wrong-identity' }

export function signKeyManifest(manifest: KeyManifest, identity: KeyObject): SignedKeyManifest {
  const payload = JSON.stringify(KeyManifest.parse(manifest))
  return {
    payload,
    signature: signBytes(KEY_MANIFEST_CONTEXT + payload, identity),
    key: PublicKey.parse(createPublicKey(identity).export({ format: 'jwk' }).x),
  }
}

/**
 * Opens a manifest of the CMS with this pinned identity. A manifest never changes the identity itself: that takes people
 * who compare digits again. Never throws.
 */
export function openKeyManifest(envelope: unknown, identity: PublicKey): OpenedKeyManifest {
  const outer = SignedKeyManifest.safeParse(envelope)
  if (!outer.success) return { ok: false, reason: 'malformed' }
  const { payload, signature, key } = outer.data
  if (key !== identity) return { ok: false, reason: 'wrong-key' }
  if (!verifyBytes(KEY_MANIFEST_CONTEXT + payload, signature, identity)) return { ok: false, reason: 'bad-signature' }
  const inner = KeyManifest.safeParse(jsonOrNull(payload))
  if (!inner.success) return { ok: false, reason: 'malformed' }
  if (inner.data.keys.identity !== identity) return { ok: false, reason: 'wrong-identity' }
  return { ok: true, manifest: inner.data, envelope: outer.data }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Signed by the identity and still not JSON: a fault of the sender, reported as `malformed`.
    return null
  }
}
