import { HelloReply } from '@akari/protocol'
import { expect, it } from 'vitest'
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
