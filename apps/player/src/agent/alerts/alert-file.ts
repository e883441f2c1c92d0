import { JsonFile, openAlertState } from '@akari/node-kit'
import { type Channel, HeldAlerts, type PublicKey, SignedAlertState } from '@akari/protocol'
import type { z } from 'zod'

/** The envelope as it came, so that a saved state is checked like one from the network. */
const SavedAlerts = HeldAlerts.omit({ state: true }).extend({ envelope: SignedAlertState })
export type SavedAlerts = z.infer<typeof SavedAlerts>

/** The channel's key, and those of before its rotations: what they signed while they were in force stays believed on disk. */
export type ChannelKeys = { current: PublicKey; retired: readonly PublicKey[] }

export type AlertFile = {
  save: (saved: SavedAlerts) => Promise<void>
  /** `rejected` carries why; the player then starts without alerts on this channel. */
  load: (
    keys: ChannelKeys,
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
          const key = keys.retired.find((retired) => retired === envelope.key) ?? keys.current
          const opened = openAlertState(envelope, channel, key)
          if (!opened.ok) return { state: 'rejected', why: opened.reason }
          return { state: 'held', held: { ...receipt, state: opened.state } }
        }
      }
    },
  }
}
