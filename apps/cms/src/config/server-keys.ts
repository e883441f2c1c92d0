import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type KeyPair, loadOrCreateKeyPair } from '@akari/node-kit'

export type ServerKeys = { identity: KeyPair; live: KeyPair; drill: KeyPair }

/** The CMS's own key and one for each alert channel, each in its own file; made on the first start. */
export async function loadServerKeys(dataDir: string): Promise<ServerKeys> {
  const dir = join(dataDir, 'keys')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const [identity, live, drill] = await Promise.all(
    ['identity', 'live', 'drill'].map((name) => loadOrCreateKeyPair(join(dir, `${name}.pem`))),
  )
  if (identity === undefined || live === undefined || drill === undefined) throw new Error('three keys were asked for')
  return { identity, live, drill }
}
