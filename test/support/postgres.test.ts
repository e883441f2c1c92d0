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

test('a server that is stopped and started again keeps its address and its data', async () => {
  const one = await createTestDatabase(postgres.url)
  await rows(one.url, 'create table lamp (id text)')
  await postgres.stop()
  await expect(rows(one.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
  await postgres.start()
  expect(await rows(one.url, 'select * from lamp')).toEqual([])
})

test('a server that ends unasked says so, with its last words', async () => {
  const other = await startPostgres()
  const [{ pid }] = (await rows(other.url, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`)) as [
    { pid: string },
  ]
  process.kill(Number(pid), 'SIGINT')
  expect(await other.lost).toContain('shutting down')
  await other.close()
})

test('several servers can start at the same time', async () => {
  const servers = await Promise.all([startPostgres(), startPostgres(), startPostgres()])
  expect(new Set(servers.map(({ url }) => url)).size).toBe(3)
  await Promise.all(servers.map((server) => rows(server.url, 'select 1')))
  await Promise.all(servers.map((server) => server.close()))
})
