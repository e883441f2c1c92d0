import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

/**
 * vitest's global set-up: one PostgreSQL for the whole run, told to tests as `inject('postgresUrl')` and as
 * `AKARI_TEST_POSTGRES_URL`. When it cannot be started the run fails; nothing is skipped.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startPostgres()
  process.env['AKARI_TEST_POSTGRES_URL'] = postgres.url
  project.provide('postgresUrl', postgres.url)
  // Every later case would fail for a reason that none of them can tell.
  void postgres.lost.then((why) => console.error(`the PostgreSQL of this run is gone: ${why}`))
  return () => postgres.close()
}
