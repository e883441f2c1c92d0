import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { smtpServer } from '../../testing/smtp-server.ts'
import { mailer } from './mailer.ts'
import { serverWatch } from './server-watch.ts'

it('tells people that a server is dead, again every hour, and once that it is back, as soon as the mail server takes it', async () => {
  let status = 200
  let now = new Date('2026-11-28T03:00:00Z')
  const server = createServer((_request, response) => response.writeHead(status).end('{}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const url = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
  const smtp = await smtpServer()
  onTestFinished(smtp.close)
  const notSent: string[] = []
  const watch = serverWatch({
    url,
    to: ['it@city.example.jp'],
    send: mailer({ smtpUrl: smtp.url, from: 'watch@city.example.jp' }),
    fetch,
    timeZone: 'Asia/Tokyo',
    now: () => now,
    notSent: (fault) => notSent.push(fault),
  })
  expect(await watch.look()).toEqual({ state: 'alive', fault: null })
  status = 503
  expect((await watch.look()).state).toBe('missed')
  expect((await watch.look()).state).toBe('missed')
  expect(smtp.mails).toEqual([])
  smtp.refuse('451 later')
  expect(await watch.look()).toEqual({ state: 'dead', fault: 'HTTP 503' })
  expect(notSent).toHaveLength(1)
  smtp.refuse(null)
  await watch.look()
  await watch.look()
  expect(smtp.mails).toMatchObject([{ to: ['it@city.example.jp'], subject: '【Akari】配信サーバーが応答しません' }])
  expect(smtp.mails[0]?.text).toContain('HTTP 503')
  expect(smtp.mails[0]?.text).toContain('2026/11/28 12:00')
  now = new Date('2026-11-28T04:00:00Z')
  await watch.look()
  await watch.look()
  expect(smtp.mails).toHaveLength(2)
  expect(smtp.mails[1]?.text).toContain('2026/11/28 12:00')
  status = 200
  await watch.look()
  await watch.look()
  expect(smtp.mails.map(({ subject }) => subject).slice(2)).toEqual(['【Akari】配信サーバーが戻りました'])
})
