import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AuditVerdict } from '@akari/protocol'
import SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Databases } from '../../db/database.ts'
import { auditChain } from '../../db/migrations/main-004-audit-chain.ts'
import { onEachDatabase } from '../../db/testing.ts'
import { runAkari } from '../../testing/command-line.ts'
import { type RunningCms, startCms } from '../../testing/running-cms.ts'
import { auditStore } from './audit.store.ts'
import { verifyChain } from './audit-chain.ts'
import { headPath } from './audit-heads.ts'

const entry = (subject: string) => ({
  at: '2026-11-22T09:00:00.000Z',
  actor: 'user:saigai',
  action: 'alert.raised.drill',
  subject,
  detail: { target: { kind: 'all' }, 場所: '本庁舎' },
})

/** What somebody with the database's own password can do. */
async function asIntruder({ main, engine }: Databases, statement: string): Promise<void> {
  const disarm =
    engine === 'sqlite'
      ? ['drop trigger if exists audit_entry_no_update', 'drop trigger if exists audit_entry_no_delete']
      : ['alter table audit_entry disable trigger all']
  for (const command of [...disarm, statement]) await sql.raw(command).execute(main)
}

onEachDatabase((open) => {
  it('chains every entry, also when two servers write at the same time', async () => {
    const { main } = await open()
    const servers = [auditStore(main), auditStore(main)]
    await Promise.all(
      servers.flatMap((store, n) => Array.from({ length: 15 }, (_, i) => store.append(entry(`${n}-${i}`)))),
    )
    expect(await verifyChain(auditStore(main).walk(), [])).toEqual({ state: 'intact', entries: 30 })
  })

  it('refuses to change or delete what was written, and finds it when somebody did all the same', async () => {
    const databases = await open()
    const store = auditStore(databases.main)
    for (let i = 0; i < 5; i++) await store.append(entry(`e-${i}`))
    const change = "update audit_entry set actor = 'user:nobody' where sequence = 3"
    await expect(sql.raw(change).execute(databases.main)).rejects.toThrow('append-only')
    await expect(sql.raw('delete from audit_entry').execute(databases.main)).rejects.toThrow('append-only')
    await asIntruder(databases, change)
    expect(await verifyChain(store.walk(), [])).toEqual({ state: 'broken', sequence: 3, reason: 'altered' })
  })

  it('chains what was there before there was a chain, and guards it again afterwards', async () => {
    const databases = await open()
    const store = auditStore(databases.main)
    for (let i = 0; i < 3; i++) await store.append(entry(`old-${i}`))
    await sql`alter table audit_entry drop column hash`.execute(databases.main)
    await auditChain(databases.engine)(databases.main as unknown as Kysely<unknown>)
    await store.append(entry('new'))
    expect(await verifyChain(store.walk(), [])).toEqual({ state: 'intact', entries: 4 })
    const change = sql`update audit_entry set hash = '' where sequence = 1`
    await expect(change.execute(databases.main)).rejects.toThrow('append-only')
  })
})

const audit = (cms: RunningCms, ...args: string[]) => runAkari(['audit', ...args, '--data', cms.dataDir])

async function withEntries(): Promise<RunningCms> {
  const cms = await startCms()
  for (const name of ['受信機1', '受信機2', '受信機3'])
    await cms.call('POST', '/api/tokens', { body: { name, scopes: ['alerts:ingest'] }, as: cms.local })
  return cms
}

it('is checked by the command line while the server runs and when it does not', async () => {
  const cms = await withEntries()
  expect((await audit(cms, 'verify')).code).toBe(0)
  await cms.close()
  const verified = await audit(cms, 'verify', '--json')
  expect(AuditVerdict.parse(JSON.parse(verified.stdout))).toMatchObject({ state: 'intact' })
  const file = new SQLite(join(cms.dataDir, 'akari.db'))
  file.exec("drop trigger audit_entry_no_update; update audit_entry set detail = detail || ' ' where sequence = 2")
  file.close()
  const found = await audit(cms, 'verify', '--json')
  expect(found.code).toBe(1)
  expect(AuditVerdict.parse(JSON.parse(found.stdout))).toEqual({ state: 'broken', sequence: 2, reason: 'altered' })
})

it('shows by a head kept elsewhere that the newest entries were cut off, heads and all', async () => {
  const cms = await withEntries()
  await cms.close()
  const kept = join(cms.dataDir, 'kept.json')
  await writeFile(kept, (await audit(cms, 'head')).stdout)
  const file = new SQLite(join(cms.dataDir, 'akari.db'))
  const { last } = file.prepare('select max(sequence) as last from audit_entry').get() as { last: number }
  file.exec(`drop trigger audit_entry_no_delete; delete from audit_entry where sequence = ${last}`)
  expect(JSON.parse((await audit(cms, 'verify', '--json')).stdout)).toMatchObject({ sequence: last, reason: 'missing' })
  file.exec("delete from setting where key = 'audit.head'")
  file.close()
  await rm(headPath(cms.dataDir))
  expect((await audit(cms, 'verify')).code).toBe(0)
  const found = await audit(cms, 'verify', '--head', kept, '--json')
  expect(JSON.parse(found.stdout)).toEqual({ state: 'broken', sequence: last, reason: 'missing' })
})

it('says so when there is nothing to check, and believes no head of another server', async () => {
  const [cms, other] = [await withEntries(), await withEntries()]
  await cms.close()
  await other.close()
  const foreign = join(cms.dataDir, 'foreign.json')
  await writeFile(foreign, (await audit(other, 'head')).stdout)
  expect(await audit(cms, 'verify', '--head', foreign)).toMatchObject({ code: 1, stdout: '' })
  await rm(join(other.dataDir, 'akari.db'))
  expect(await audit(other, 'verify')).toMatchObject({ code: 1, stdout: '' })
})
