import { readFile, rm } from 'node:fs/promises'
import { createKeyPair, faultCode, faultText, JsonFile, type KeyPair, keyPairFromPem, pemOf } from '@akari/node-kit'
import { z } from 'zod'
import type { Faults } from '../faults.ts'

const Saved = z.object({ pem: z.string().refine((pem) => keyPairFromPem(pem) !== null) })

/**
 * The player's own key, twice on the disk: nobody else has it. Where both copies are damaged, a new key is made: the CMS will not know it
 * and staff must pair again, but until then the glass goes on with what is on the disk. Where the disk takes no key, one of memory
 * serves until the next start. `formerPath`: where versions before had it, once and without a checksum.
 */
export async function playerIdentity(
  { path, formerPath }: { path: string; formerPath: string },
  faults: Faults,
): Promise<KeyPair> {
  const file = new JsonFile(Saved, path, { mode: 0o600, twice: true })
  const loaded = await file.load()
  if (loaded.state === 'corrupt') faults.report('identity-damaged', loaded.setAsideAs ?? path)
  if (loaded.state === 'ok' && loaded.mended) faults.report('identity-mended', path)
  const saved = loaded.state === 'ok' ? keyPairFromPem(loaded.value.pem) : null
  if (saved !== null) return saved
  const former = await formerKey(formerPath, faults)
  const pair = former ?? createKeyPair()
  try {
    await file.save({ pem: pemOf(pair) })
    if (former !== null) await rm(formerPath)
  } catch (error) {
    faults.report('identity-not-saved', faultText(error))
  }
  return pair
}

/** Null where there is none. One that cannot be read, now or ever, is reported and left where it is. */
async function formerKey(path: string, faults: Faults): Promise<KeyPair | null> {
  try {
    const pair = keyPairFromPem(await readFile(path, 'utf8'))
    if (pair === null) faults.report('identity-damaged', path)
    return pair
  } catch (error) {
    if (faultCode(error) !== 'ENOENT') faults.report('identity-damaged', faultText(error))
    return null
  }
}
