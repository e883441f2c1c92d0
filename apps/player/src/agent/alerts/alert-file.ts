import { JsonFile, openAlertState } from '@akari/node-kit'
import { type Channel, type CmsKeys, HeldAlerts, SignedAlertState } from '@akari/protocol'
import type { z } from 'zod'

/** The envelope as it came, so that a saved state is checked like one from the network. */
const SavedAlerts = HeldAlerts.omit({ state: true }).extend({ envelope: SignedAlertState })
export type SavedAlerts = z.infer<typeof SavedAlerts>

export type AlertFile = {
  save: (saved: SavedAlerts) => Promise<void>
  /** `rejected` carries why; the player then starts without alerts on this channel. */
  load: (
    keys: CmsKeys,
  ) => Promise<{ state: 'held'; held: HeldAlerts } | { state: 'none' } | { state: 'rejected'; why: string }>
}

/** The alert state of one channel on the disk. */
export function alertFile(channel: Channel, path: string): AlertFile {
  const file = new JsonFile(SavedAlerts, path)
  return {
    save: (saved) => file.save(saved),
    load: async (keys) => {
      const loaded = await file.load()
      switch (loaded.state) {
        case 'missing':
          return { state: 'none' }
        case 'corrupt':
          return { state: 'rejected', why: 'corrupt' }
        case 'ok': {
          const { envelope, ...receipt } = loaded.value
          const opened = openAlertState(envelope, channel, keys[channel])
          if (!opened.ok) return { state: 'rejected', why: opened.reason }
          return { state: 'held', held: { ...receipt, state: opened.state } }
        }
      }
    },
  }
}
