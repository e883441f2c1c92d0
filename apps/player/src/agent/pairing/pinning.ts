import { faultText, JsonFile } from '@akari/node-kit'
import { CmsKeys, Id } from '@akari/protocol'
import { z } from 'zod'
import type { Faults } from '../faults.ts'

/** What staff confirmed: which display this is, and the keys of the CMS it belongs to. */
export const Pinning = z.object({ displayId: Id, keys: CmsKeys })
export type Pinning = z.infer<typeof Pinning>

const PinningFile = Pinning.extend({ revoked: z.boolean() })

export type PinningStore = {
  /** The valid pinning, or null while this player belongs to nobody. */
  paired: () => Pinning | null
  /** The keys emergencies are checked with. They outlive a revocation, so that it takes nothing off the glass. */
  keys: () => CmsKeys | null
  pin: (pinning: Pinning) => Promise<void>
  revoke: () => Promise<void>
}

/** Held in memory and on disk. A disk that does not take it is reported; the player then works until its next start. */
export async function pinningStore(path: string, faults: Faults): Promise<PinningStore> {
  const file = new JsonFile(PinningFile, path, { mode: 0o600 })
  const loaded = await file.load()
  if (loaded.state === 'corrupt') faults.report('pinning-damaged', loaded.setAsideAs ?? path)
  let held = loaded.state === 'ok' ? loaded.value : null
  const save = async (next: z.infer<typeof PinningFile>) => {
    held = next
    try {
      await file.save(next)
      faults.clear('pinning-not-saved')
    } catch (error) {
      faults.report('pinning-not-saved', faultText(error))
    }
  }
  return {
    paired: () => (held === null || held.revoked ? null : { displayId: held.displayId, keys: held.keys }),
    keys: () => held?.keys ?? null,
    pin: ({ displayId, keys }) => save({ displayId, keys, revoked: false }),
    revoke: async () => {
      if (held !== null) await save({ ...held, revoked: true })
    },
  }
}
