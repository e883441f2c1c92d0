import { type SittingInput, StreamHealth, StreamView } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { startCms } from '../../../testing/running-cms.ts'
import { smtpServer } from '../../../testing/smtp-server.ts'
import { inEveryLanguage } from '../../testing/content-samples.ts'

it('mails before a sitting what its page tells to do about a stream that the server may not ask', {
  timeout: 60_000,
}, async () => {
  const smtp = await smtpServer()
  onTestFinished(smtp.close)
  const cms = await startCms(null, { env: { AKARI_SMTP_URL: smtp.url, AKARI_MAIL_FROM: 'akari@city.example.jp' } })
  const as = cms.local
  const watch = { offlineAfterMinutes: 10, quiet: null, mailTo: ['gikai@city.example.jp'], remindEveryMinutes: null }
  const settings = { ...watch, alsoTo: [], screenshotEveryMinutes: null }
  expect((await cms.call('PUT', '/api/watch', { as, body: settings })).status).toBe(200)
  const body = { title: inEveryLanguage('議場の配信機器'), url: 'http://127.0.0.1:9/live.m3u8' }
  const { id: streamId } = StreamView.parse((await cms.call('POST', '/api/streams', { as, body })).body)
  const plan: SittingInput = {
    title: { ja: '第4回定例会', en: 'Fourth session' },
    startsAt: new Date(Date.now() + 5 * 60_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    agenda: [],
    speakers: [],
    streamId,
    recordingUrl: null,
    isRecorded: false,
    targets: { displayIds: [], groups: [] },
    opening: 'clerk',
    closing: 'clerk',
    countdownMinutes: 0,
    afterMinutes: 0,
    version: 0,
  }
  expect((await cms.call('POST', '/api/sittings', { as, body: plan })).status).toBe(201)
  await expect.poll(() => smtp.mails, { timeout: 45_000 }).toHaveLength(1)
  const [health] = StreamHealth.array().parse((await cms.call('GET', '/api/streams/health', { as })).body)
  expect(health).toMatchObject({ state: 'refused', fault: 'inside' })
  expect(health?.advice?.ja).toContain('AKARI_STREAM_PRIVATE_HOSTS')
  const [mail] = smtp.mails
  expect(mail).toMatchObject({ to: ['gikai@city.example.jp'], subject: expect.stringContaining('「第4回定例会」') })
  expect(mail?.text).toContain(health?.advice?.ja)
  expect(mail?.text).toContain(health?.advice?.en)
})
