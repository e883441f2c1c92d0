import { join } from 'node:path'
import { makeFolder } from '@akari/node-kit'
import SQLite from 'better-sqlite3'
import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { StartupError } from '../config/config.ts'
import type { Engine } from './engine.ts'
import { alertMigrations, mainMigrations } from './migrations/index.ts'
import { postgresPool, SERVING } from './postgres-pool.ts'
import type { AlertTables } from './alert-schema.ts'
import type { MainTables } from './schema.ts'

export type MainDatabase = Kysely<MainTables>
export type AlertDatabase = Kysely<AlertTables>

/** Both databases, migrated. With SQLite alerts have a file of their own, so that no bulk write elsewhere delays them. */
export type Databases = { engine: Engine; main: MainDatabase; alerts: AlertDatabase; close: () => Promise<void> }

/**
 * Opens and migrates. Throws StartupError when the folder cannot be written, the server does not answer, or the
 * database was written by a newer version.
 */
export async function openDatabases(at: { dataDir: string; databaseUrl: string | null }): Promise<Databases> {
  if (at.databaseUrl !== null) {
    // A migration may take its time; what serves people may not.
    const patient = openPostgres(at.databaseUrl, { connectMs: SERVING.connectMs })
    await migrateBoth(patient)
    await patient.close()
    return openPostgres(at.databaseUrl, SERVING)
  }
  const opened = openSqlite(at.dataDir)
  await migrateBoth(opened)
  return opened
}

async function migrateBoth(opened: Databases): Promise<void> {
  try {
    const { engine } = opened
    await migrate(opened.main, engine, 'migration_main', mainMigrations(engine))
    await migrate(opened.alerts, engine, 'migration_alerts', alertMigrations())
  } catch (err) {
    await opened.close()
    throw err
  }
}

function openSqlite(dataDir: string): Databases {
  let files: [SQLite.Database, SQLite.Database]
  try {
    makeFolder(dataDir)
    files = [sqliteFile(join(dataDir, 'akari.db')), sqliteFile(join(dataDir, 'alerts.db'))]
  } catch (err) {
    const why = err instanceof Error ? err.message : String(err)
    throw new StartupError(
      err instanceof SQLite.SqliteError && err.code === 'SQLITE_NOTADB'
        ? `データベースが壊れています。控えから戻してください / the database is damaged; restore it from a backup: ${dataDir} (${why})`
        : `データフォルダーに書き込めません / cannot write the data folder: ${dataDir} (${why})`,
    )
  }
  const main = new Kysely<MainTables>({ dialect: new SqliteDialect({ database: files[0] }) })
  const alerts = new Kysely<AlertTables>({ dialect: new SqliteDialect({ database: files[1] }) })
  return {
    engine: 'sqlite',
    main,
    alerts,
    close: async () => {
      await main.destroy()
      await alerts.destroy()
    },
  }
}

/** WAL with synchronous=FULL: nothing that was answered is lost in a power cut (docs/adr/0001). */
function sqliteFile(path: string): SQLite.Database {
  const file = new SQLite(path)
  file.pragma('journal_mode = WAL')
  file.pragma('synchronous = FULL')
  file.pragma('foreign_keys = ON')
  file.pragma('busy_timeout = 5000')
  return file
}

/** Alerts have connections of their own, so that a crowd of other requests does not delay them. */
function openPostgres(url: string, patience: Parameters<typeof postgresPool>[2]): Databases {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  const pools = { main: postgresPool(url, 8, patience), alerts: postgresPool(url, 4, patience) }
  return {
    engine: 'postgres',
    main: new Kysely<MainTables>({ dialect: new PostgresDialect({ pool: pools.main }) }),
    alerts: new Kysely<AlertTables>({ dialect: new PostgresDialect({ pool: pools.alerts }) }),
    close: async () => {
      await pools.main.end()
      await pools.alerts.end()
    },
  }
}

async function migrate<T>(
  db: Kysely<T>,
  engine: Engine,
  table: string,
  migrations: Record<string, Migration>,
): Promise<void> {
  const applied = await appliedMigrations(db, engine, table)
  const known = Object.keys(migrations)
  const newer = applied.find((name) => !known.includes(name))
  if (newer !== undefined) {
    throw new StartupError(
      `データベースは新しい版の Akari で作られています / the database belongs to a newer version of Akari (${newer})`,
    )
  }
  // To find out the same, the migrator looks at every column of every table, and most starts have nothing to migrate.
  if (known.every((name) => applied.includes(name))) return
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    migrationTableName: table,
    migrationLockTableName: `${table}_lock`,
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw new Error('migration failed', { cause: error })
}

async function appliedMigrations<T>(db: Kysely<T>, engine: Engine, table: string): Promise<string[]> {
  const lookUp =
    engine === 'postgres'
      ? sql`select 1 where to_regclass(${table}) is not null`
      : sql`select 1 from sqlite_master where type = 'table' and name = ${table}`
  let isThere: boolean
  try {
    isThere = (await lookUp.execute(db)).rows.length > 0
  } catch (err) {
    throw new StartupError(
      `データベースに接続できません / cannot reach the database: ${err instanceof Error ? err.message : String(err)}`,
    )
  }
  if (!isThere) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(table)}`.execute(db)
  return rows.map((r) => r.name)
}
