import type { TestProject } from 'vitest/node'
import { openDatabases } from '../../apps/cms/src/db/database.ts'
import { startPostgres } from './postgres.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { createTestDatabase } from './test-database.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/**
 * vitest's global set-up: one PostgreSQL for the whole run, told to tests as `inject('postgresUrl')` and as
 * `AKARI_TEST_POSTGRES_URL`, with a migrated database in it and a folder of migrated SQLite files for tests to copy. When it
 * cannot be started the run fails; nothing is skipped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  process.env['AKARI_TEST_POSTGRES_URL'] = postgres.url
  project.provide('postgresUrl', postgres.url)
  const folder = await temporaryFolder('migrated')
  const template = await createTestDatabase(postgres.url)
  for (const databaseUrl of [null, template.url])
    await (await openDatabases({ dataDir: folder.path, databaseUrl })).close()
  process.env['AKARI_TEST_MIGRATED_FOLDER'] = folder.path
  process.env['AKARI_TEST_MIGRATED_DATABASE'] = new URL(template.url).pathname.slice(1)
  // Every later case would fail for a reason that none of them can tell.
  void postgres.lost.then((why) => console.error(`the PostgreSQL of this run is gone: ${why}`))
  return async () => {
    await postgres.close()
    await folder.remove()
  }
}
