import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPostgres, type TestPostgres } from './postgres.ts'
import { createTestDatabase } from './test-database.ts'

let postgres: TestPostgres

beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.close())

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('every test database is empty and apart from the others', async () => {
  const [one, other] = await Promise.all([createTestDatabase(postgres.url), createTestDatabase(postgres.url)])
  await rows(one.url, 'create table lamp (id text)')
  await expect(rows(other.url, 'select * from lamp')).rejects.toThrow('does not exist')
  await one.drop()
  await expect(rows(one.url, 'select 1')).rejects.toThrow('does not exist')
  await other.drop()
})

test('the server listens on loopback only and is PostgreSQL 18', async () => {
  expect(await rows(postgres.url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await rows(postgres.url, `select current_setting('server_version_num')::int / 10000 as major`)).toEqual([
    { major: 18 },
  ])
})
