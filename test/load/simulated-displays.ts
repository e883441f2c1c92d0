import { createKeyPair } from '@akari/node-kit'
import { z } from 'zod'
import { openDatabases } from '../../apps/cms/src/db/database.ts'
import { displaysStore } from '../../apps/cms/src/features/displays/displays.store.ts'
import { playersStore } from '../../apps/cms/src/features/players/players.store.ts'
import { newSecret, secretHash } from '../../apps/cms/src/http/secrets.ts'
import { LOBBY_PROFILE } from '../support/city-hall.ts'

/** A display that is paired and signed in already. */
export const SimulatedDisplay = z.object({ id: z.string(), token: z.string() })
export type SimulatedDisplay = z.infer<typeof SimulatedDisplay>

/**
 * Puts them straight into the database of a CMS that is not running: pairing thousands by code takes hours. `playlistId`: what
 * they show when nothing is scheduled.
 */
export async function seedDisplays(dataDir: string, count: number, playlistId?: string): Promise<SimulatedDisplay[]> {
  const databases = await openDatabases({ dataDir, databaseUrl: null })
  const displays = Array.from({ length: count }, (_, i) => ({ id: `simulated-${i + 1}`, token: newSecret() }))
  const at = new Date().toISOString()
  const expiresAt = new Date(Date.now() + 24 * 3600_000).toISOString()
  // One key for all: nobody checks it, because they are signed in.
  const { publicKey } = createKeyPair()
  // Where there is a sample, they show something that has files.
  const playlists = await databases.main
    .selectFrom('playlist')
    .select('id')
    .where('items', 'like', '%assetId%')
    .execute()
  const defaultPlaylistId = playlistId ?? playlists[0]?.id ?? null
  await databases.main.transaction().execute(async (tx) => {
    const [records, sessions] = [displaysStore(tx), playersStore(tx)]
    for (const { id, token } of displays) {
      const common = {
        groups: [],
        tags: [],
        defaultPlaylistId,
        publicKey,
        pairedAt: at,
        lastSeenAt: null,
        createdAt: at,
        maintenance: null,
      }
      await records.insert({ id, profile: { ...LOBBY_PROFILE, name: id }, health: null, canary: false, ...common })
      await sessions.addSession(secretHash(token), id, expiresAt)
    }
  })
  await databases.close()
  return displays
}
