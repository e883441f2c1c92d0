import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair, faultCode, openKeyManifest, signKeyManifest, writeFileAtomically } from '@akari/node-kit'
import { type Channel, type CmsKeys, type KeyManifest, PublicKey, type SignedKeyManifest } from '@akari/protocol'
import type { Logger } from 'pino'
import { AppError } from '../../http/app-error.ts'
import type { KeysStore, SharedKeys } from './keys.store.ts'
import { sealKey, unsealKey } from './sealing.ts'

type Held = { manifest: KeyManifest; envelope: SignedKeyManifest; live: KeyObject; drill: KeyObject }

type Deps = {
  store: KeysStore
  /** What the key folder holds: the identity never changes, the channel keys are replaced by rotation. */
  own: { identity: KeyObject; live: KeyObject; drill: KeyObject }
  folder: string
  now: () => Date
  log: Logger
  /** A newer manifest is in force; players are to hear of it before anything that its keys signed. */
  changed: (envelope: SignedKeyManifest) => void
}

/** A manifest that claims to be from further ahead than this was not issued by any server of ours. */
const MOST_AHEAD_MS = 24 * 3600_000

/**
 * The keys this server signs alerts with. The newest manifest wins, whether the key folder or the database holds it: a
 * folder or a database that was put back learns the present from the other, and every server on a database follows.
 */
export async function openKeyring({ store, own, folder, now, log, changed }: Deps) {
  const identity = publicOf(own.identity)
  const manifestPath = join(folder, 'manifest.json')
  let held = await first()

  async function first(): Promise<Held> {
    const shared = openShared(await store.load())
    const mine = await ownManifest()
    if (shared !== null && (mine === null || shared.manifest.revision >= mine.manifest.revision)) {
      await keep(shared)
      return shared
    }
    const fresh = mine ?? signed({ ...own, revision: now().getTime() })
    await share(fresh)
    await keep(fresh)
    return fresh
  }

  function signed(next: { live: KeyObject; drill: KeyObject; revision: number }): Held {
    const { live, drill, revision } = next
    const keys = { identity, live: publicOf(live), drill: publicOf(drill) }
    const manifest: KeyManifest = { format: 1, keys, revision, notBefore: now().toISOString() }
    return { manifest, envelope: signKeyManifest(manifest, own.identity), live, drill }
  }

  /** The manifest in the key folder, when it speaks of the keys there: a crash may have come between. */
  async function ownManifest(): Promise<Held | null> {
    const opened = openKeyManifest(await manifestFile(manifestPath), identity)
    if (!opened.ok) return null
    const { keys } = opened.manifest
    if (keys.live !== publicOf(own.live) || keys.drill !== publicOf(own.drill)) return null
    const envelope = signKeyManifest(opened.manifest, own.identity)
    return { manifest: opened.manifest, envelope, live: own.live, drill: own.drill }
  }

  /** Null for what another identity wrote: the database of another installation, or none. */
  function openShared(shared: SharedKeys | null): Held | null {
    if (shared === null) return null
    const opened = openKeyManifest(shared.envelope, identity)
    const live = unsealKey(shared.sealed.live, own.identity)
    const drill = unsealKey(shared.sealed.drill, own.identity)
    if (!opened.ok || live === null || drill === null) {
      log.error('the database holds alert keys of another identity; this server keeps its own')
      return null
    }
    return { manifest: opened.manifest, envelope: shared.envelope, live, drill }
  }

  async function share({ manifest, envelope, live, drill }: Held): Promise<boolean> {
    const sealed = { live: sealKey(live, own.identity), drill: sealKey(drill, own.identity) }
    return store.put({ revision: manifest.revision, envelope, sealed }, await store.load())
  }

  /** In the key folder, so that it outlives the database. */
  async function keep({ envelope, live, drill }: Held): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' })
    await writeFileAtomically(join(folder, 'live.pem'), pem(live), { mode: 0o600 })
    await writeFileAtomically(join(folder, 'drill.pem'), pem(drill), { mode: 0o600 })
    await writeFileAtomically(manifestPath, `${JSON.stringify(envelope)}\n`, { mode: 0o600 })
  }

  /** Database first: from there every server can take it, whatever happens to this one. */
  async function adopt(next: Held): Promise<void> {
    if (!(await share(next))) throw new AppError('conflict')
    held = next
    changed(next.envelope)
    await keep(next)
  }

  /** Takes over what another server on this database put in force. */
  async function refresh(): Promise<void> {
    const newest = await store.load()
    if (newest === null || newest.revision <= held.manifest.revision) return
    const shared = openShared(newest)
    if (shared === null) return
    held = shared
    changed(shared.envelope)
    await keep(shared)
  }

  return {
    envelope: (): SignedKeyManifest => held.envelope,
    publicKeys: (): CmsKeys => held.manifest.keys,
    signingKey: (channel: Channel): KeyObject => held[channel],
    refresh,
    /** A new key for one channel, from now on; the other channel's stays. Throws AppError `conflict` when outrun. */
    rotate: async (channel: Channel): Promise<KeyManifest> => {
      await refresh()
      const { live, drill, manifest } = held
      const revision = Math.max(manifest.revision + 1, now().getTime())
      await adopt(signed({ live, drill, [channel]: createKeyPair().privateKey, revision }))
      return held.manifest
    },
    /** A display holds a newer manifest than this server: everything here was put back, so the keys are issued anew. */
    heard: async (revision: number): Promise<void> => {
      if (revision <= held.manifest.revision || revision > now().getTime() + MOST_AHEAD_MS) return
      await refresh()
      if (revision <= held.manifest.revision) return
      log.error({ revision }, 'a display holds newer keys than this server: its keys were put back and count again')
      await adopt(signed({ live: held.live, drill: held.drill, revision: revision + 1 }))
    },
  }
}

export type Keyring = Awaited<ReturnType<typeof openKeyring>>

async function manifestFile(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (err) {
    if (faultCode(err) === 'ENOENT' || err instanceof SyntaxError) return null
    throw err
  }
}

function publicOf(key: KeyObject): PublicKey {
  return PublicKey.parse(createPublicKey(key).export({ format: 'jwk' }).x)
}
