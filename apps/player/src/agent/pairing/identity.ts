import {
  createKeyPair,
  faultCode,
  faultText,
  KeyFileError,
  type KeyPair,
  loadOrCreateKeyPair,
  setAside,
} from '@akari/node-kit'
import type { Faults } from '../faults.ts'

/**
 * The player's own key. A damaged key file is set aside and a new key made: the CMS will not know it and staff must pair
 * again, but until then the glass goes on with what is on the disk. Where the disk takes no key, one of memory serves until
 * the next start.
 */
export async function playerIdentity(path: string, faults: Faults): Promise<KeyPair> {
  try {
    return await loadOrCreateKeyPair(path)
  } catch (error) {
    faults.report('identity-damaged', faultText(error))
    if (error instanceof KeyFileError || faultCode(error) === 'EISDIR') await setAside(path)
  }
  return await loadOrCreateKeyPair(path).catch((error: unknown) => {
    faults.report('identity-not-saved', faultText(error))
    return createKeyPair()
  })
}
