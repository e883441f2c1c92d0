import { createPublicKey } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AuditHead, PublicKey, SignedAuditHead } from '@akari/protocol'
import { openToRead } from '../../db/read-only.ts'
import { auditStore } from '../../features/audit/audit.store.ts'
import { verifyChain } from '../../features/audit/audit-chain.ts'
import { openAuditHead } from '../../features/audit/audit-head.ts'
import { knownHeads } from '../../features/audit/audit-heads.ts'
import type { Installation, OfflineCommand } from '../main.ts'
import { CliError, sentence } from '../say.ts'

/** `akari audit …`: looks into the database itself, so that it also works while the server is down. */
export const auditCommands: Record<string, OfflineCommand> = {
  /** Walks the whole chain; exit 1 and the first entry that is not as it was written. */
  verify: (installation, { flags }) =>
    withStore(installation, async (store) => {
      const identity = await identityOf(installation.dataDir)
      const heads = await knownHeads(store, installation.dataDir, identity)
      if (flags.head !== undefined) heads.push(await headIn(flags.head, identity))
      const verdict = await verifyChain(store.walk(), heads)
      if (verdict.state === 'intact') {
        const signed = Math.max(0, ...heads.map(({ sequence }) => sequence))
        const values = { entries: String(verdict.entries), signed: String(signed) }
        return { json: verdict, text: sentence('auditIntact', values) }
      }
      const values = { sequence: String(verdict.sequence), reason: verdict.reason }
      return { json: verdict, text: sentence('auditBroken', values), failed: true }
    }),
  /** The newest signed head, to be kept elsewhere: on paper, in a mail, on another machine. */
  head: (installation) =>
    withStore(installation, async (store) => {
      const head = await store.head()
      if (head === null) throw new CliError(sentence('auditNoHead'))
      return { json: head, text: JSON.stringify(head) }
    }),
}

async function withStore<T>(
  installation: Installation,
  work: (store: ReturnType<typeof auditStore>) => Promise<T>,
): Promise<T> {
  const db = openToRead(installation)
  if (db === null) throw new CliError(sentence('noDatabase', { data: installation.dataDir }))
  try {
    return await work(auditStore(db))
  } finally {
    await db.destroy()
  }
}

/** The public half of the identity key that this data folder holds. */
async function identityOf(dataDir: string): Promise<PublicKey> {
  const path = join(dataDir, 'keys', 'identity.pem')
  const pem = await readFile(path, 'utf8').catch(() => {
    throw new CliError(sentence('noFile', { file: path }))
  })
  return PublicKey.parse(createPublicKey(pem).export({ format: 'jwk' }).x)
}

async function headIn(file: string, identity: PublicKey): Promise<AuditHead> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CliError(sentence('noFile', { file }))
  })
  const head = openAuditHead(parsedOrNull(text), identity)
  if (head === null) throw new CliError(sentence('auditForeignHead', { file }))
  return head
}

function parsedOrNull(text: string): SignedAuditHead | null {
  try {
    return SignedAuditHead.parse(JSON.parse(text))
  } catch {
    // Not a head at all: the caller says the same as of one that somebody else signed.
    return null
  }
}
