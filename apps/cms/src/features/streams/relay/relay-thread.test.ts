import { createServer } from 'node:http'
import { once } from 'node:events'
import { startCouncilStream } from '@akari/content-samples'
import { expect, it, onTestFinished } from 'vitest'
import { startRelayThread } from './relay-thread.ts'

it('a stream that takes every question and answers none leaves room for the others', async () => {
  const well = await startCouncilStream({ port: 0 })
  onTestFinished(well.close)
  const mute = createServer(() => {}).listen(0, '127.0.0.1')
  await once(mute, 'listening')
  onTestFinished(() => {
    mute.closeAllConnections()
    mute.close()
  })
  const address = mute.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const thread = startRelayThread({ privateHosts: ['127.0.0.1'], userAgent: 'test' })
  onTestFinished(thread.close)

  const told: string[] = []
  const asks = Array.from({ length: 40 }, (_, n) =>
    thread
      .ask(`${origin}/live.m3u8`, { of: `${origin}/${n}.ts`, directives: {}, range: null })
      .then((answer) => void told.push('detail' in answer ? answer.detail : answer.kind)),
  )
  await expect.poll(() => told).toEqual(Array(28).fill('too much of this stream at once'))
  expect(await thread.ask(well.url, { of: null, directives: {}, range: null })).toMatchObject({ kind: 'playlist' })
  await thread.close()
  await Promise.all(asks)
  expect(told.slice(28)).toEqual(Array(12).fill('the server stops'))
})
