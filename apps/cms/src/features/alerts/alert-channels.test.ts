import { alertsOf } from '@akari/alerts'
import { createKeyPair, createLogger } from '@akari/node-kit'
import { ChannelBook } from '@akari/protocol'
import { expect, it } from 'vitest'
import { openFreshSqlite } from '../../db/testing.ts'
import { type Change, type ChannelRecord, openAlertChannels } from './alert-channels.ts'
import { type AlertsStore, alertsStore } from './alerts.store.ts'

const soon = { timeout: 5000, interval: 20 }
const keys = { live: createKeyPair().privateKey, drill: createKeyPair().privateKey }

/** Two nodes' channels on one database; `fault` stands between the first node and it. */
async function rig() {
  const databases = await openFreshSqlite()
  const store = alertsStore(databases.alerts, () => Promise.resolve())
  const state: { fault: ((append: () => Promise<boolean>) => Promise<boolean>) | null } = { fault: null }
  const faulty: AlertsStore = {
    ...store,
    append: (states, after) => {
      const append = () => store.append(states, after)
      return state.fault === null ? append() : state.fault(append)
    },
  }
  let ms = Date.now()
  const now = () => new Date(ms++)
  const open = async (on: AlertsStore) => {
    const sent: { revision: number; stored: boolean }[] = []
    const broadcast = ({ state: { channel, revision }, stored }: ChannelRecord) => {
      if (channel === 'live') sent.push({ revision, stored })
    }
    const log = createLogger('test', { level: 'silent' })
    const channels = await openAlertChannels({
      store: on,
      signingKey: (channel) => keys[channel],
      resolve: (book, channel, at) => ({ shown: alertsOf(book, channel, at), notShown: [] }),
      prepare: (alerts) => alerts,
      now,
      log,
      broadcast,
    })
    return { channels, sent, known: () => Object.keys(channels.held('live').book.slots).sort() }
  }
  const logged = async () =>
    (
      await databases.alerts
        .selectFrom('alert_log')
        .select('cause')
        .where('channel', '=', 'live')
        .orderBy('revision')
        .execute()
    ).map(({ cause }) => cause)
  return { node: await open(faulty), other: await open(store), state, store, logged }
}

/** Stands for any change of the book: a slot more. */
function learn(name: string) {
  return ({ live }: { live: ChannelBook }): Change | null => {
    if (Object.hasOwn(live.slots, name)) return null
    const book = ChannelBook.parse({ slots: { ...live.slots, [name]: { alert: null, order: [1], keepUntil: null } } })
    return { channel: 'live', book, announce: true, actor: 'test', cause: name }
  }
}

const away = () => Promise.reject(new Error('the disk is full'))

it('sends states out while nothing can be stored, and stores every one of them afterwards, in order', async () => {
  const { node, state, store, logged } = await rig()
  state.fault = away
  await node.channels.change(learn('a'))
  await node.channels.change(learn('b'))
  expect(node.sent.map(({ stored }) => stored)).toEqual([false, false])
  state.fault = null
  await expect.poll(() => node.channels.held('live').stored, soon).toBe(true)
  expect(await logged()).toEqual(['first start', 'a', 'b'])
  expect((await store.load('live'))?.revision).toBe(node.sent[1]?.revision)
  // The desk hears that the newest is stored now; nothing else went out.
  expect(node.sent.slice(2)).toEqual([{ revision: node.sent[1]?.revision, stored: true }])
})

it('decides again on what another node stored meanwhile, and loses neither', async () => {
  const { node, other, state, logged } = await rig()
  state.fault = away
  await node.channels.change(learn('a'))
  await other.channels.change(learn('b'))
  await other.channels.change(learn('c'))
  expect([node.known(), other.known()]).toEqual([['a'], ['b', 'c']])
  state.fault = null
  await expect.poll(() => node.channels.held('live').stored, soon).toBe(true)
  expect(node.known()).toEqual(['a', 'b', 'c'])
  await other.channels.refresh()
  expect(other.known()).toEqual(['a', 'b', 'c'])
  expect(other.channels.envelopes().live.payload).toBe(node.channels.envelopes().live.payload)
  expect((await logged()).sort()).toEqual(['a', 'b', 'c', 'first start', 'two servers merged'])
})

it('recognises its own state when only the answer to the storing was lost', async () => {
  const { node, state, logged } = await rig()
  state.fault = async (append) => {
    state.fault = null
    await append()
    throw new Error('Connection terminated unexpectedly')
  }
  await node.channels.change(learn('a'))
  await expect.poll(() => node.channels.held('live').stored, soon).toBe(true)
  expect(await logged()).toEqual(['first start', 'a'])
  expect(new Set(node.sent.map(({ revision }) => revision)).size).toBe(1)
  await node.channels.change(learn('b'))
  expect(await logged()).toEqual(['first start', 'a', 'b'])
})

it('does not make a change that another node made first', async () => {
  const { node, other, logged } = await rig()
  await other.channels.change(learn('a'))
  expect(await node.channels.change(learn('a'))).toBeNull()
  await node.channels.change(learn('b'))
  expect(await logged()).toEqual(['first start', 'a', 'b'])
  const revisions = node.sent.map(({ revision }) => revision)
  expect(revisions).toEqual([...new Set(revisions)].sort((x, y) => x - y))
})
