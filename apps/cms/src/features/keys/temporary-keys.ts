import type { KeyObject } from 'node:crypto'
import { createPublicKey } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeyPair } from '@akari/node-kit'
import type { SignedKeyManifest } from '@akari/protocol'
import type { Logger } from 'pino'
import { onTestFinished } from 'vitest'
import type { MainDatabase } from '../../db/database.ts'
import { keysStore } from './keys.store.ts'
import { openKeyring } from './keyring.ts'

/** Key rings of several servers that were given copies of the same keys, on one database. */
export async function temporaryKeys(db: MainDatabase, identity: KeyObject, log: Logger) {
  const [live, drill] = [createKeyPair(), createKeyPair()]
  const own = { identity, live: live.privateKey, drill: drill.privateKey }
  const identityKey = createPublicKey(identity).export({ format: 'jwk' }).x ?? ''
  let ms = Date.now()
  return {
    publicKeys: { identity: identityKey, live: live.publicKey, drill: drill.publicKey },
    server: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'akari-keys-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      const heard: SignedKeyManifest[] = []
      const keyring = await openKeyring({
        store: keysStore(db),
        own,
        folder,
        now: () => new Date(ms++),
        log,
        changed: (envelope) => heard.push(envelope),
      })
      return { keyring, heard }
    },
  }
}
