import { join } from 'node:path'
import { KeyFileError, type KeyPair, loadOrCreateKeyPair, makeFolder } from '@akari/node-kit'
import { StartupError } from './config.ts'

export type ServerKeys = { identity: KeyPair; live: KeyPair; drill: KeyPair }

/** The CMS's own key and one for each alert channel, each in its own file; made on the first start. */
export async function loadServerKeys(dataDir: string): Promise<ServerKeys> {
  const dir = join(dataDir, 'keys')
  makeFolder(dir)
  const [identity, live, drill] = await Promise.all(
    ['identity', 'live', 'drill'].map((name) => keyOf(join(dir, `${name}.pem`))),
  )
  if (identity === undefined || live === undefined || drill === undefined) throw new Error('three keys were asked for')
  return { identity, live, drill }
}

/** A key file is never overwritten: whoever paired with its key would have to pair again. */
async function keyOf(path: string): Promise<KeyPair> {
  try {
    return await loadOrCreateKeyPair(path)
  } catch (err) {
    if (!(err instanceof KeyFileError)) throw err
    throw new StartupError(
      `鍵のファイルが壊れています。控えから戻してください / the key file is damaged; restore it from a backup: ${path}`,
    )
  }
}
