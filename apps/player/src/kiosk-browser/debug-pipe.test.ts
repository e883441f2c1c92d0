import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { type BrowserEvent, debugPipe } from './debug-pipe.ts'

function setUp(limitMs?: number) {
  const [toBrowser, fromBrowser] = [new PassThrough(), new PassThrough()]
  const pipe = debugPipe(toBrowser, fromBrowser, limitMs)
  const asked: unknown[] = []
  toBrowser.on('data', (chunk: Buffer) => {
    for (const text of chunk
      .toString('utf8')
      .split('\0')
      .filter((part) => part !== ''))
      asked.push(JSON.parse(text))
  })
  return { pipe, fromBrowser, asked }
}

test('answers come back to who asked, however they are cut up', async () => {
  const { pipe, fromBrowser, asked } = setUp()
  const [first, second] = [pipe.send('A.a', { x: 1 }), pipe.send('B.b', {}, 'page')]
  await expect
    .poll(() => asked)
    .toEqual([
      { id: 1, method: 'A.a', params: { x: 1 } },
      { id: 2, method: 'B.b', params: {}, sessionId: 'page' },
    ])
  const bytes = Buffer.from('{"id":2,"result":"二"}\0not json\0{"id":1,"result":{"y":1}}\0', 'utf8')
  for (const byte of bytes) fromBrowser.write(Buffer.from([byte]))
  expect(await Promise.all([first, second])).toEqual([{ y: 1 }, '二'])
})

test('events are told, and the refusals of the browser are errors', async () => {
  const { pipe, fromBrowser } = setUp()
  const events: BrowserEvent[] = []
  pipe.onEvent((event) => void events.push(event))
  const refused = pipe.send('Page.captureScreenshot')
  fromBrowser.write('{"method":"Inspector.targetCrashed","params":{},"sessionId":"page"}\0')
  fromBrowser.write('{"id":1,"error":{"code":-32000,"message":"Unable to capture screenshot"}}\0')
  await expect(refused).rejects.toThrow('Unable to capture screenshot')
  expect(events).toEqual([{ method: 'Inspector.targetCrashed', params: {}, sessionId: 'page' }])
})

test('nothing is waited for in vain: not for a mute browser, nor for one that is gone', async () => {
  const { pipe, fromBrowser } = setUp(50)
  await expect(pipe.send('A.a')).rejects.toThrow('no answer')
  const cut = pipe.send('B.b')
  fromBrowser.destroy()
  await expect(cut).rejects.toThrow('gone')
  await expect(pipe.send('C.c')).rejects.toThrow('gone')
})
