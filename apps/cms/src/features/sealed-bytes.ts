import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals what is secret so that it may lie in the database: only servers that hold the identity key can open it (HKDF of
 * the identity, RFC 5869; AES-256-GCM). Whoever reads the database alone learns nothing. `purpose`: what is sealed for one is opened for no other.
 */
export function sealBytes(bytes: Uint8Array, identity: KeyObject, purpose: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, sealingKey(identity, purpose), iv)
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null for what another identity sealed, or somebody changed. */
export function unsealBytes(sealed: string, identity: KeyObject, purpose: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const opener = createDecipheriv(CIPHER, sealingKey(identity, purpose), bytes.subarray(0, IV_BYTES))
    opener.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([opener.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opener.final()])
  } catch {
    // GCM says only that it is not genuine, which is all that the caller needs to know.
    return null
  }
}

function sealingKey(identity: KeyObject, purpose: string): Uint8Array {
  const secret = identity.export({ type: 'pkcs8', format: 'der' })
  return new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32))
}
