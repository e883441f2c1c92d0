import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode, type KeyPair, writeFileAtomically } from '@akari/node-kit'
import type { AuditHead } from '@akari/protocol'
import type { Logger } from 'pino'
import type { AuditStore } from './audit.store.ts'
import { openAuditHead, signAuditHead } from './audit-head.ts'

export const headPath = (dataDir: string) => join(dataDir, 'audit-head.json')

type Deps = {
  store: Pick<AuditStore, 'newest' | 'hashOf' | 'head' | 'saveHead'>
  identity: KeyPair
  dataDir: string
  now: () => Date
  log: Logger
}

/**
 * Signs where the log stands, again and again, and keeps it in the database and in the data folder: whoever shortens or
 * rewrites the whole chain contradicts a head. A log that does not follow on the last head is not signed any more.
 */
export function auditHeads({ store, identity, dataDir, now, log }: Deps) {
  return {
    sign: async (): Promise<void> => {
      const newest = await store.newest()
      if (newest.sequence === 0) return
      const heads = await knownHeads(store, dataDir, identity.publicKey)
      for (const head of heads) {
        if ((await store.hashOf(head.sequence)) === head.hash) continue
        log.error({ head }, 'the audit log does not follow on its last signed head: akari audit verify')
        return
      }
      if (heads.length === 2 && heads.every((head) => head.sequence >= newest.sequence)) return
      const signed = signAuditHead({ ...newest, at: now().toISOString() }, identity.privateKey)
      await store.saveHead(signed)
      await writeFileAtomically(headPath(dataDir), `${JSON.stringify(signed)}\n`)
    },
  }
}

/** What was signed by this identity and kept, in the database or in the data folder. */
export async function knownHeads(
  store: Pick<AuditStore, 'head'>,
  dataDir: string,
  identity: string,
): Promise<AuditHead[]> {
  const kept: unknown[] = [await store.head(), await headFile(dataDir)]
  return kept.flatMap((signed) => openAuditHead(signed, identity) ?? [])
}

/** The head in the data folder as it stands there; null when there is none. */
async function headFile(dataDir: string): Promise<unknown> {
  try {
    const text = await readFile(headPath(dataDir), 'utf8')
    return JSON.parse(text)
  } catch (err) {
    if (faultCode(err) === 'ENOENT' || err instanceof SyntaxError) return null
    throw err
  }
}
