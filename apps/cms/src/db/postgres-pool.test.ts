import { connect, createServer, type Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { postgresPool } from './postgres-pool.ts'
import { postgresServer } from './testing.ts'
import { isUnavailable } from './unavailable.ts'

/** The test server behind a cable that can be cut: what was connected then hears nothing any more, not even a goodbye. */
async function cable() {
  const server = new URL(postgresServer())
  const { hostname, port } = server
  const links: Socket[] = []
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname)
    near.pipe(far).pipe(near)
    for (const end of [near, far]) links.push(end.on('error', () => end.destroy()))
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const link of links) link.destroy()
    proxy.close()
  })
  const address = proxy.address()
  server.port = String(typeof address === 'object' && address !== null ? address.port : 0)
  return {
    url: server.href,
    cut: () => {
      for (const link of links) link.unpipe().pause()
    },
  }
}

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'answered',
    (err: unknown) => (isUnavailable(err) ? 'unavailable' : String(err)),
  )
}

it('gives up connections that fell silent, and works again over new ones', async () => {
  const { url, cut } = await cable()
  const pool = postgresPool(url, 2, { connectMs: 1000, answerMs: 200 })
  onTestFinished(() => pool.end())
  // As Kysely does it: a client goes back to the pool whether its query was answered or not.
  const query = async () => {
    const client = await pool.connect()
    await client.query('select 1').finally(() => client.release())
  }
  const ask = () => outcome(query())
  expect(await Promise.all([ask(), ask()])).toEqual(['answered', 'answered'])
  cut()
  expect(await Promise.all([ask(), ask()])).toEqual(['unavailable', 'unavailable'])
  await expect.poll(ask, { timeout: 3000, interval: 50 }).toBe('answered')
})

it('tells a database that is not there from a statement that is wrong', async () => {
  const nowhere = postgresPool('postgres://postgres@127.0.0.1:1/postgres', 1, { connectMs: 500, answerMs: 500 })
  expect(await outcome(nowhere.query('select 1'))).toBe('unavailable')
  const pool = postgresPool(postgresServer(), 1, { connectMs: 1000, answerMs: 1000 })
  expect(await outcome(pool.query('select * from nothing'))).toContain('does not exist')
  await Promise.all([nowhere.end(), pool.end()])
})

it('survives losing a connection between two statements of a transaction', async () => {
  const pool = postgresPool(postgresServer(), 2, { connectMs: 1000, answerMs: 1000 })
  const client = await pool.connect()
  await client.query('begin')
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const gone = new Promise((resolve) => client.once('end', resolve))
  await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
  await gone
  expect(await outcome(client.query('commit'))).toBe('unavailable')
  client.release()
  expect(await outcome(pool.query('select 1'))).toBe('answered')
  await pool.end()
})
