import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PublicKey } from '@akari/protocol'
import { writeFileAtomically } from './atomic-file.ts'
import { faultCode } from './fault.ts'

/** An Ed25519 key pair (RFC 8032); the public half as it goes over the wire. */
export type KeyPair = { publicKey: PublicKey; privateKey: KeyObject }

/** The key file is there but is not an Ed25519 private key. */
export class KeyFileError extends Error {
  readonly path: string
  constructor(path: string) {
    super(`not an Ed25519 private key: ${path}`)
    this.name = 'KeyFileError'
    this.path = path
  }
}

/** A new key pair, in memory only. */
export function createKeyPair(): KeyPair {
  return keyPairOf(generateKeyPairSync('ed25519').privateKey)
}

/**
 * The key pair of this file (PKCS #8 PEM, readable by its owner only); makes it when there is none. A file that is there
 * is never overwritten: throws KeyFileError when it cannot be read as a key, and the file system's own errors.
 */
export async function loadOrCreateKeyPair(path: string): Promise<KeyPair> {
  let pem: string
  try {
    pem = await readFile(path, 'utf8')
  } catch (error) {
    if (faultCode(error) !== 'ENOENT') throw error
    const created = createKeyPair()
    await writeFileAtomically(path, pemOf(created), { mode: 0o600 })
    return created
  }
  const pair = keyPairFromPem(pem)
  if (pair === null) throw new KeyFileError(path)
  return pair
}

/** PKCS #8. */
export function pemOf({ privateKey }: KeyPair): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The key pair of an Ed25519 private key in PKCS #8 PEM, or null where it is none. */
export function keyPairFromPem(pem: string): KeyPair | null {
  const privateKey = privateKeyOf(pem)
  return privateKey === null ? null : keyPairOf(privateKey)
}

/** Ed25519 signature of the text's UTF-8 bytes, base64url. */
export function signBytes(text: string, key: KeyObject): string {
  return sign(null, Buffer.from(text, 'utf8'), key).toString('base64url')
}

/** Whether `signature` is this key's signature of the text. Anything malformed is simply not a signature: never throws. */
export function verifyBytes(text: string, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' })
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'))
  } catch {
    // node:crypto throws for keys and signatures of a wrong shape; to the caller that is the same as a forgery.
    return false
  }
}

/** 32 random bytes, base64url (protocol `Nonce`). */
export function randomNonce(): string {
  return randomBytes(32).toString('base64url')
}

function privateKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    // The reason inside OpenSSL's error may quote key material; the caller only needs to know that it is not a key.
    return null
  }
}

function keyPairOf(privateKey: KeyObject): KeyPair {
  return { publicKey: PublicKey.parse(createPublicKey(privateKey).export({ format: 'jwk' }).x), privateKey }
}
