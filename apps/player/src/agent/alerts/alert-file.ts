import { JsonFile, type MakeRoom, openAlertState, type Schema } from '@akari/node-kit'
import { type Channel, HeldAlerts, type PublicKey, SignedAlertState } from '@akari/protocol'
import type { z } from 'zod'

/** The envelope as it came, so that a saved state is checked like one from the network. */
const SavedAlerts = HeldAlerts.omit({ state: true }).extend({ envelope: SignedAlertState })
export type SavedAlerts = z.infer<typeof SavedAlerts>

/** The channel's key, and those of before its rotations: what they signed while they were in force stays believed on disk. */
export type ChannelKeys = { current: PublicKey; retired: readonly PublicKey[] }

export type AlertFile = {
  save: (saved: SavedAlerts) => Promise<void>
  /** `rejected` carries why; the player then starts without alerts on this channel. `mended`: one copy was bad, and is whole again. */
  load: (
    keys: ChannelKeys,
  ) => Promise<
    | { state: 'held'; held: HeldAlerts; envelope: SignedAlertState; mended: boolean }
    | { state: 'none' }
    | { state: 'rejected'; why: string }
  >
}

/** The alert state of one channel on the disk, twice. Whichever copy its keys did not sign is set aside like a torn one. */
export function alertFile(channel: Channel, path: string, room?: MakeRoom): AlertFile {
  const options = { twice: true, ...(room === undefined ? {} : { room }) }
  const file = new JsonFile(SavedAlerts, path, options)
  return {
    save: (saved) => file.save(saved),
    load: async (keys) => {
      let why = 'corrupt'
      const genuine: Schema<Genuine> = {
        safeParse: (value) => {
          const opened = openSaved(value, channel, keys)
          if (opened.ok) return { success: true, data: { held: opened.held, envelope: opened.envelope } }
          why = opened.reason
          return { success: false }
        },
      }
      const reader = new JsonFile(genuine, path, options)
      const loaded = await reader.load()
      await reader.settled()
      switch (loaded.state) {
        case 'missing':
          return { state: 'none' }
        case 'corrupt':
          return { state: 'rejected', why }
        case 'ok':
          return { state: 'held', ...loaded.value, mended: loaded.mended === true }
      }
    },
  }
}

type Genuine = { held: HeldAlerts; envelope: SignedAlertState }
type OpenedFile = ({ ok: true } & Genuine) | { ok: false; reason: string }

function openSaved(value: unknown, channel: Channel, keys: ChannelKeys): OpenedFile {
  const saved = SavedAlerts.safeParse(value)
  if (!saved.success) return { ok: false, reason: 'corrupt' }
  const { envelope, ...receipt } = saved.data
  const key = keys.retired.find((retired) => retired === envelope.key) ?? keys.current
  const opened = openAlertState(envelope, channel, key)
  return opened.ok ? { ok: true, held: { ...receipt, state: opened.state }, envelope } : opened
}
