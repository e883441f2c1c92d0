import { faultText, JsonFile, type MakeRoom, openKeyManifest } from '@akari/node-kit'
import { CmsKeys, Id, PublicKey, Revision, SignedKeyManifest } from '@akari/protocol'
import { z } from 'zod'
import type { Faults } from '../faults.ts'

/** What staff confirmed: which display this is, and the keys of the CMS it belongs to. */
export const Pinning = z.object({ displayId: Id, keys: CmsKeys })
export type Pinning = z.infer<typeof Pinning>

/** Channel keys of before a rotation, newest first: for what they signed and this player saved then, and for nothing new. */
const RetiredKeys = z.object({ live: z.array(PublicKey), drill: z.array(PublicKey) })
export type RetiredKeys = z.infer<typeof RetiredKeys>
const MOST_RETIRED = 4

const PinningFile = Pinning.extend({
  revoked: z.boolean(),
  /** Of the newest key manifest; null while there was none. */
  keysRevision: Revision.nullable().default(null),
  /** That manifest as it came, for neighbours that were away. */
  manifest: SignedKeyManifest.optional(),
  retired: RetiredKeys.default({ live: [], drill: [] }),
})
type Held = z.infer<typeof PinningFile>

export type PinningStore = {
  /** The valid pinning, or null while this player belongs to nobody. */
  paired: () => Pinning | null
  /** The pinning a CMS called revoked, until this player is paired again; it may have been the wrong CMS. */
  former: () => Pinning | null
  /** The keys emergencies are checked with. They outlive a revocation, so that it takes nothing off the glass. */
  keys: () => CmsKeys | null
  retired: () => RetiredKeys
  keysRevision: () => Revision | null
  /** The newest key manifest as it was signed; null while there was none. */
  manifest: () => SignedKeyManifest | null
  pin: (pinning: Pinning) => Promise<void>
  /**
   * Anything that claims to be a key manifest. A newer one of the pinned identity counts at once; a repeated one changes
   * nothing; everything else is reported and changes nothing. Never throws.
   */
  rotate: (envelope: unknown) => void
  revoke: () => Promise<void>
  /** The revocation was not the word of the pinned CMS: the former pinning is valid again. */
  restore: () => Promise<void>
}

/** Held in memory and on disk. A disk that does not take it is reported; the player then works until its next start. */
export async function pinningStore(path: string, faults: Faults, room: MakeRoom): Promise<PinningStore> {
  const file = new JsonFile(PinningFile, path, { mode: 0o600, twice: true, room })
  const loaded = await file.load()
  if (loaded.state === 'corrupt') faults.report('pinning-damaged', loaded.setAsideAs ?? path)
  if (loaded.state === 'ok' && loaded.mended) faults.report('pinning-mended', path)
  let held: Held | null = loaded.state === 'ok' ? loaded.value : null
  const save = async (next: Held) => {
    held = next
    try {
      await file.save(next)
      faults.clear('pinning-not-saved')
    } catch (error) {
      faults.report('pinning-not-saved', faultText(error))
    }
  }

  const rotate = (envelope: unknown) => {
    if (held === null) return
    const opened = openKeyManifest(envelope, held.keys.identity)
    if (!opened.ok) return faults.report('keys-rejected', opened.reason)
    const { keys, revision } = opened.manifest
    if (held.keysRevision !== null && revision < held.keysRevision) return faults.report('keys-rejected', 'older')
    faults.clear('keys-rejected')
    if (revision === held.keysRevision && held.manifest !== undefined) return
    // `save` reports for itself, and what is in memory counts from here on.
    void save({ ...held, keys, keysRevision: revision, manifest: opened.envelope, retired: retiredBy(held, keys) })
  }

  return {
    paired: () => (held === null || held.revoked ? null : { displayId: held.displayId, keys: held.keys }),
    former: () => (held?.revoked ? { displayId: held.displayId, keys: held.keys } : null),
    keys: () => held?.keys ?? null,
    retired: () => held?.retired ?? { live: [], drill: [] },
    keysRevision: () => held?.keysRevision ?? null,
    manifest: () => held?.manifest ?? null,
    pin: ({ displayId, keys }) => {
      // Paired again with the same CMS: what it said before still counts, and an old manifest is still old.
      const known = held?.keys.identity === keys.identity ? held : null
      const keysRevision = known?.keysRevision ?? null
      const retired = known === null ? { live: [], drill: [] } : retiredBy(known, keys)
      const manifest = known?.manifest === undefined ? {} : { manifest: known.manifest }
      return save({ displayId, keys, revoked: false, keysRevision, retired, ...manifest })
    },
    rotate,
    revoke: async () => {
      if (held !== null) await save({ ...held, revoked: true })
    },
    restore: async () => {
      if (held !== null) await save({ ...held, revoked: false })
    },
  }
}

function retiredBy(before: Held, keys: CmsKeys): RetiredKeys {
  const add = (channel: 'live' | 'drill') =>
    before.keys[channel] === keys[channel]
      ? before.retired[channel]
      : [before.keys[channel], ...before.retired[channel]].slice(0, MOST_RETIRED)
  return { live: add('live'), drill: add('drill') }
}
