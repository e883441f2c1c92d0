import { createCipheriv, createDecipheriv, createPrivateKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals a private key so that it may lie in the database: only servers that hold the identity key can open it (HKDF of
 * the identity, RFC 5869; AES-256-GCM). Whoever reads the database alone learns nothing.
 */
export function sealKey(key: KeyObject, identity: KeyObject): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, sealingKey(identity), iv)
  const sealed = Buffer.concat([cipher.update(key.export({ type: 'pkcs8', format: 'der' })), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** Null for what another identity sealed, or somebody changed. */
export function unsealKey(sealed: string, identity: KeyObject): KeyObject | null {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const opener = createDecipheriv(CIPHER, sealingKey(identity), bytes.subarray(0, IV_BYTES))
    opener.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const key = Buffer.concat([opener.update(bytes.subarray(IV_BYTES + TAG_BYTES)), opener.final()])
    return createPrivateKey({ key, type: 'pkcs8', format: 'der' })
  } catch {
    // GCM says only that it is not genuine, which is all that the caller needs to know.
    return null
  }
}

function sealingKey(identity: KeyObject): Uint8Array {
  const secret = identity.export({ type: 'pkcs8', format: 'der' })
  return new Uint8Array(hkdfSync('sha256', secret, '', 'akari.sealed-keys.v1', 32))
}
