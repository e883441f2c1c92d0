import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely'
import pg from 'pg'
import type { MainDatabase } from './database.ts'
import type { MainTables } from './schema.ts'

/**
 * The main database as it stands, for looking only: nothing is migrated and the server may be running or not. Null when
 * this data folder has none; a PostgreSQL that does not answer rejects with the driver's error.
 */
export function openToRead(at: { dataDir: string; databaseUrl: string | null }): MainDatabase | null {
  if (at.databaseUrl !== null) {
    pg.types.setTypeParser(pg.types.builtins.INT8, Number)
    const pool = new pg.Pool({
      connectionString: at.databaseUrl,
      max: 1,
      connectionTimeoutMillis: 5000,
      options: '-c default_transaction_read_only=on',
    })
    return new Kysely<MainTables>({ dialect: new PostgresDialect({ pool }) })
  }
  const path = join(at.dataDir, 'akari.db')
  if (!existsSync(path)) return null
  return new Kysely<MainTables>({ dialect: new SqliteDialect({ database: new SQLite(path, { readonly: true }) }) })
}
