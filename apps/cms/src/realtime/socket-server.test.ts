import { HelloReply } from '@akari/protocol'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { freshPostgres, postgresServer } from '../db/testing.ts'
import { startCms } from '../testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../testing/test-player.ts'

it('promises echoes, and pushes one to whoever asks for it', async () => {
  const cms = await startCms()
  const { socket } = await connectPlayer(cms, await pairedPlayer(cms))
  const hello = { protocol: 1, software: 'test', programmeRevision: null, alerts: [] }
  const reply = HelloReply.parse(await socket.timeout(5_000).emitWithAck('hello', hello))
  expect(reply).toMatchObject({ ok: true, echoes: true })
  const heard: number[] = []
  socket.on('push.echo', (number) => heard.push(number))
  socket.emit('push.probe', 7)
  await expect.poll(() => heard).toEqual([7])
})

it('takes in a player although the tables of what is published are locked, and mends its programme afterwards', async () => {
  const url = await freshPostgres(postgresServer())
  const cms = await startCms(url)
  const player = await pairedPlayer(cms)
  await cms.call('POST', '/api/programme/publish?wait=60', { as: cms.local, body: {} })
  const { socket, states } = await connectPlayer(cms, player)
  const told: number[] = []
  socket.on('programme.changed', ({ revision }) => told.push(revision))
  const elsewhere = new pg.Client({ connectionString: url })
  await elsewhere.connect()
  onTestFinished(() => elsewhere.end())
  await elsewhere.query('begin; lock table published_programme, publish_lock in access exclusive mode')
  const programmeRevision = Date.now() + 10_000_000
  const hello = { protocol: 1, software: 'test', programmeRevision, alerts: [] }
  const before = states.length
  const reply = HelloReply.parse(await socket.timeout(2_000).emitWithAck('hello', hello))
  expect(reply).toMatchObject({ ok: true })
  await expect.poll(() => states.length).toBe(before + 2)
  expect(told).toEqual([])
  await elsewhere.query('commit')
  await expect.poll(() => told.at(-1)).toBeGreaterThan(programmeRevision)
})
