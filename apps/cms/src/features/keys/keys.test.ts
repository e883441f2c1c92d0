import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyPair, createLogger, openAlertState, openKeyManifest } from '@akari/node-kit'
import { KeyManifest, SignedAlertStates, SignedKeyManifest } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { onEachEngine, type RunningCms, startCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer, requestPairing, type TestPlayer } from '../../testing/test-player.ts'
import { temporaryKeys } from './temporary-keys.ts'

const rotate = async (cms: RunningCms, channel: string) => {
  const answer = await cms.call('POST', '/api/keys/rotate', { body: { channel }, as: cms.local })
  return KeyManifest.parse(answer.body)
}

async function manifestFor(cms: RunningCms, player: TestPlayer): Promise<KeyManifest> {
  const answer = await cms.call('GET', '/api/player/keys', { as: { bearer: player.token } })
  const opened = openKeyManifest(answer.body, player.offer.keys.identity)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.manifest
}

async function alertsFor(cms: RunningCms, player: TestPlayer): Promise<SignedAlertStates> {
  const answer = await cms.call('GET', '/api/player/alerts', { as: { bearer: player.token } })
  return SignedAlertStates.parse(answer.body)
}

onEachEngine((start) => {
  it('gives one channel a new key: players hear of it first, then of the same state under the new key', async () => {
    const cms = await start()
    const player = await pairedPlayer(cms)
    const { socket } = await connectPlayer(cms, player)
    const before = await manifestFor(cms, player)
    const heard: string[] = []
    socket.on('keys.manifest', (envelope) => heard.push(`keys ${SignedKeyManifest.parse(envelope).payload}`))
    socket.off('alert.state')
    socket.on('alert.state', ({ key }) => heard.push(`state ${key}`))
    const manifest = await rotate(cms, 'live')
    expect(manifest.revision).toBeGreaterThan(before.revision)
    expect(manifest.keys).toEqual({ ...before.keys, live: manifest.keys.live })
    expect(manifest.keys.live).not.toBe(before.keys.live)
    await expect.poll(() => heard.length).toBeGreaterThan(2)
    expect(heard[0]).toBe(`keys ${JSON.stringify(manifest)}`)
    expect(heard.slice(1)).toEqual([`state ${manifest.keys.live}`, `state ${manifest.keys.drill}`])
    const { live } = await alertsFor(cms, player)
    expect(openAlertState(live, 'live', manifest.keys.live).ok).toBe(true)
    expect(openAlertState(live, 'live', before.keys.live).ok).toBe(false)
    expect((await requestPairing(cms)).offer.keys).toEqual(manifest.keys)
  })

  it('signs with the new key after a restart, also when the key folder fell behind the database', async () => {
    const cms = await start()
    const player = await pairedPlayer(cms)
    const files = ['live.pem', 'manifest.json'].map((name) => join(cms.dataDir, 'keys', name))
    const yesterday = await Promise.all(files.map((path) => readFile(path)))
    const { keys, revision } = await rotate(cms, 'live')
    await cms.close()
    for (const [i, path] of files.entries()) await writeFile(path, yesterday[i] ?? '')
    const again = await cms.restart()
    expect(await manifestFor(again, player)).toMatchObject({ keys, revision })
    expect((await alertsFor(again, player)).live.key).toBe(keys.live)
  })

  it('is for administrators only, and for channels only', async () => {
    const cms = await start()
    expect((await cms.call('POST', '/api/keys/rotate', { body: { channel: 'live' } })).status).toBe(401)
    const identity = await cms.call('POST', '/api/keys/rotate', { body: { channel: 'identity' }, as: cms.local })
    expect(identity.status).toBe(400)
    expect((await cms.call('GET', '/api/player/keys')).status).toBe(401)
  })
})

it('keeps its keys when yesterday’s database is put back', async () => {
  const cms = await startCms()
  const player = await pairedPlayer(cms)
  const stopped = await cms.restart()
  await stopped.close()
  const path = join(cms.dataDir, 'akari.db')
  const yesterday = await readFile(path)
  const today = await cms.restart()
  const { keys } = await rotate(today, 'live')
  await today.close()
  for (const suffix of ['-wal', '-shm']) await rm(path + suffix, { force: true })
  await writeFile(path, yesterday)
  const back = await today.restart()
  expect((await manifestFor(back, player)).keys).toEqual(keys)
})

it('issues its keys anew when a display proves that everything was put back', async () => {
  const cms = await startCms()
  const player = await pairedPlayer(cms)
  const { socket } = await connectPlayer(cms, player)
  const { revision, keys } = await manifestFor(cms, player)
  const hello = { protocol: 1, software: 'test', programmeRevision: null, alerts: [] }
  const say = (known: number) => new Promise((resolve) => socket.emit('hello', { ...hello, keys: known }, resolve))
  // Revisions count milliseconds: as far ahead as no test takes.
  const held = revision + 10 * 60_000
  await say(held)
  expect(await manifestFor(cms, player)).toMatchObject({ revision: held + 1, keys })
  await say(Date.now() + 10 * 24 * 3600_000)
  expect((await manifestFor(cms, player)).revision).toBe(held + 1)
})

onEachDatabase((open) => {
  it('follows a rotation that another server on the same database made', async () => {
    const { main } = await open()
    const identity = createKeyPair().privateKey
    const shared = await temporaryKeys(main, identity, createLogger('test', { level: 'silent' }))
    const [one, two] = [await shared.server(), await shared.server()]
    const { keys } = await one.keyring.rotate('drill')
    expect(two.keyring.publicKeys().drill).not.toBe(keys.drill)
    await two.keyring.refresh()
    expect(two.keyring.publicKeys()).toEqual(keys)
    expect(two.heard).toHaveLength(1)
    const next = await two.keyring.rotate('live')
    await one.keyring.refresh()
    expect(one.keyring.publicKeys()).toEqual(next.keys)
  })

  it('never takes keys from a database that another identity wrote to', async () => {
    const { main } = await open()
    const log = createLogger('test', { level: 'silent' })
    const foreign = await temporaryKeys(main, createKeyPair().privateKey, log)
    await foreign.server()
    const own = await temporaryKeys(main, createKeyPair().privateKey, log)
    expect((await own.server()).keyring.publicKeys()).toEqual(own.publicKeys)
  })
})
