import { rename } from 'node:fs/promises'
import { KeyFileError, type KeyPair, loadOrCreateKeyPair } from '@akari/node-kit'
import type { Faults } from '../faults.ts'

/**
 * The player's own key. A damaged key file is set aside and a new key made: the CMS will not know it and staff must pair
 * again, but until then the glass goes on with what is on the disk.
 */
export async function playerIdentity(path: string, faults: Faults): Promise<KeyPair> {
  try {
    return await loadOrCreateKeyPair(path)
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error
    faults.report('identity-damaged', error.message)
    await rename(path, `${path}.corrupt`)
    return await loadOrCreateKeyPair(path)
  }
}
