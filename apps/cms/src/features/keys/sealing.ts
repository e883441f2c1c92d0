import { createPrivateKey, type KeyObject } from 'node:crypto'
import { sealBytes, unsealBytes } from '../sealed-bytes.ts'

const PURPOSE = 'akari.sealed-keys.v1'

/** Seals a private key so that it may lie in the database (sealed-bytes.ts). */
export function sealKey(key: KeyObject, identity: KeyObject): string {
  return sealBytes(key.export({ type: 'pkcs8', format: 'der' }), identity, PURPOSE)
}

/** Null for what another identity sealed, or somebody changed. */
export function unsealKey(sealed: string, identity: KeyObject): KeyObject | null {
  const key = unsealBytes(sealed, identity, PURPOSE)
  return key === null ? null : createPrivateKey({ key, type: 'pkcs8', format: 'der' })
}
