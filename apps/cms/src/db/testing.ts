import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { beforeEach, describe, onTestFinished } from 'vitest'
import { type Databases, openDatabases } from './database.ts'

const POSTGRES = process.env['AKARI_TEST_POSTGRES_URL']
const MIGRATED = migratedOnce()

/** What test/support/global-postgres.ts migrated for the whole run. */
function migratedOnce(): { database: string; folder: string } | null {
  const { AKARI_TEST_MIGRATED_DATABASE: database, AKARI_TEST_MIGRATED_FOLDER: folder } = process.env
  return database === undefined || folder === undefined ? null : { database, folder }
}

/** The server for what only PostgreSQL has. Throws without one, so that such a test is never passed over. */
export function postgresServer(): string {
  if (POSTGRES === undefined)
    throw new Error('AKARI_TEST_POSTGRES_URL names no PostgreSQL server (npm test starts one)')
  return POSTGRES
}

/** Opens a fresh, migrated database; it is closed and deleted when the test that opened it ends. */
export type OpenDatabases = () => Promise<Databases>

/**
 * Runs the same tests on SQLite and on the PostgreSQL server that AKARI_TEST_POSTGRES_URL names (`npm test` starts one);
 * without it the second half is skipped and says so.
 */
export function onEachDatabase(suite: (open: OpenDatabases) => void): void {
  describe('on SQLite', () => suite(openFreshSqlite))
  describe('on PostgreSQL', () => {
    beforeEach((context) => {
      context.skip(POSTGRES === undefined, 'AKARI_TEST_POSTGRES_URL names no PostgreSQL server')
    })
    suite(() => openFreshPostgres(POSTGRES ?? ''))
  })
}

export async function openFreshSqlite(): Promise<Databases> {
  const dataDir = await mkdtemp(join(tmpdir(), 'akari-db-'))
  await layOutSqlite(dataDir)
  const databases = await openDatabases({ dataDir, databaseUrl: null })
  onTestFinished(async () => {
    await databases.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return databases
}

async function openFreshPostgres(serverUrl: string): Promise<Databases> {
  const databases = await openDatabases({ dataDir: tmpdir(), databaseUrl: await freshPostgres(serverUrl) })
  onTestFinished(() => databases.close())
  return databases
}

/** The address of a new database on this server, migrated where the run has made one to copy; dropped when the test ends. */
export async function freshPostgres(serverUrl: string): Promise<string> {
  const name = `akari_test_${randomBytes(8).toString('hex')}`
  // A server of a test's own has nothing to copy.
  const template = serverUrl === POSTGRES ? MIGRATED?.database : undefined
  await onServer(serverUrl, `create database ${name} template ${template ?? 'template1'}`)
  onTestFinished(() => onServer(serverUrl, `drop database ${name} with (force)`))
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** Puts migrated files into an empty data folder, where the run has made some to copy: migrating takes longer than most tests. */
export async function layOutSqlite(dataDir: string): Promise<void> {
  if (MIGRATED !== null) await cp(MIGRATED.folder, dataDir, { recursive: true })
}

async function onServer(url: string, command: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(command)
  } finally {
    await client.end()
  }
}
