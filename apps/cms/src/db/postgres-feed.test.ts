import { createLogger } from '@akari/node-kit'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { type Change, type ChangeFeed, inProcessFeed } from './change-feed.ts'
import { openDatabases } from './database.ts'
import { startPostgresFeed } from './postgres-feed.ts'
import { freshPostgres, postgresServer } from './testing.ts'

const log = createLogger('test', { level: 'silent' })
const soon = { timeout: 5000, interval: 10 }

type Heard = { change: Change; origin: 'here' | 'elsewhere' }

function record(feed: ChangeFeed) {
  const seen = { heard: new Array<Heard>(), missed: 0 }
  feed.subscribe({
    changed: (change, origin) => seen.heard.push({ change, origin }),
    missed: () => (seen.missed += 1),
    poll: () => undefined,
  })
  return seen
}

async function feedOn(databaseUrl: string, node: string) {
  const databases = await openDatabases({ dataDir: '', databaseUrl })
  const feed = startPostgresFeed({ databaseUrl, db: databases.main, node, log })
  onTestFinished(async () => {
    await feed.close()
    await databases.close()
  })
  const seen = record(feed)
  await expect.poll(() => seen.missed, soon).toBe(1)
  return { feed, databases, record: seen }
}

const users: Change = { kind: 'topic', topic: 'users' }
const programme: Change = { kind: 'programme', displayId: 'lobby', revision: 7 }

it('tells a change once: at home at once, elsewhere through the database', async () => {
  const url = await freshPostgres(postgresServer())
  const [one, other] = [await feedOn(url, 'one'), await feedOn(url, 'other')]
  one.feed.publish(users)
  one.feed.publish(programme)
  expect(one.record.heard).toEqual([
    { change: users, origin: 'here' },
    { change: programme, origin: 'here' },
  ])
  await expect.poll(() => other.record.heard, soon).toHaveLength(2)
  // What comes back to the first is over by the time its answer to this arrives.
  other.feed.publish({ kind: 'acknowledged' })
  await expect.poll(() => one.record.heard, soon).toHaveLength(3)
  expect(one.record.heard.at(-1)).toEqual({ change: { kind: 'acknowledged' }, origin: 'elsewhere' })
  expect(other.record.heard.slice(0, 2)).toEqual([
    { change: users, origin: 'elsewhere' },
    { change: programme, origin: 'elsewhere' },
  ])
})

it('says a storm of the same change once, and only the latest programme of a display', async () => {
  const url = await freshPostgres(postgresServer())
  const [one, other] = [await feedOn(url, 'one'), await feedOn(url, 'other')]
  for (let revision = 1; revision <= 500; revision++) one.feed.publish({ ...programme, revision })
  one.feed.publish(users)
  await expect
    .poll(() => other.record.heard.map(({ change }) => change), soon)
    .toEqual([{ ...programme, revision: 500 }, users])
})

it('hears of what a transaction announces when it is committed, and never when it is not', async () => {
  const url = await freshPostgres(postgresServer())
  const [one, other] = [await feedOn(url, 'one'), await feedOn(url, 'other')]
  const undone = one.databases.alerts.transaction().execute(async (tx) => {
    await one.feed.publishWith(tx, { kind: 'acknowledged' })
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await one.databases.alerts.transaction().execute((tx) => one.feed.publishWith(tx, { kind: 'alerts' }))
  await expect.poll(() => other.record.heard, soon).toEqual([{ change: { kind: 'alerts' }, origin: 'elsewhere' }])
})

it('ignores notices that are not its own language', async () => {
  const url = await freshPostgres(postgresServer())
  const one = await feedOn(url, 'one')
  const stranger = new pg.Client({ connectionString: url })
  await stranger.connect()
  for (const payload of ['', 'not json', '{"node":"x","change":{"kind":"topic","topic":"weather"}}', 'null']) {
    await stranger.query('select pg_notify($1, $2)', ['akari_changes', payload])
  }
  await stranger.query('select pg_notify($1, $2)', ['akari_changes', JSON.stringify({ node: 'x', change: users })])
  await stranger.end()
  await expect.poll(() => one.record.heard, soon).toEqual([{ change: users, origin: 'elsewhere' }])
})

it('stays within the process on an embedded database', () => {
  const feed = inProcessFeed()
  const { heard } = record(feed)
  feed.publish(users)
  expect(heard).toEqual([{ change: users, origin: 'here' }])
})
