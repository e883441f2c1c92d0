import type { DisplayView } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { onEachEngine } from '../../testing/running-cms.ts'
import { smtpServer } from '../../testing/smtp-server.ts'
import { LOBBY } from '../../testing/test-player.ts'

onEachEngine((start) => {
  it('says where mail goes without the password, and keeps alarms quiet while somebody works on a display', async () => {
    const smtp = await smtpServer()
    onTestFinished(smtp.close)
    const cms = await start({ env: { AKARI_SMTP_URL: smtp.url, AKARI_MAIL_FROM: 'akari@city.example.jp' } })
    const settings = { offlineAfterMinutes: 5, quiet: null, mailTo: ['a@city.example.jp'], screenshotEveryMinutes: 30 }
    expect(
      (await cms.call('PUT', '/api/watch', { as: cms.local, body: { ...settings, mailTo: ['nobody'] } })).status,
    ).toBe(400)
    const changed = await cms.call('PUT', '/api/watch', { as: cms.local, body: settings })
    expect(changed.body).toMatchObject({
      settings: { ...settings, remindEveryMinutes: null, alsoTo: [] },
      mail: { from: 'akari@city.example.jp' },
      alarms: [],
    })
    expect((await cms.call('POST', '/api/watch/mail', { as: cms.local })).body).toEqual({ fault: null })
    expect(smtp.mails).toMatchObject([{ to: ['a@city.example.jp'], subject: '【Akari】メールの試験' }])

    const made = await cms.call('POST', '/api/displays', { as: cms.local, body: LOBBY })
    const { id } = made.body as DisplayView
    const body = { until: null, note: '電源工事' }
    const kept = await cms.call('PUT', `/api/displays/${id}/maintenance`, { as: cms.local, body })
    expect(kept.body).toMatchObject({ maintenance: { note: '電源工事', by: 'local:cli', until: null } })
    const past = { until: '2020-01-01T00:00:00Z', note: '' }
    expect((await cms.call('PUT', `/api/displays/${id}/maintenance`, { as: cms.local, body: past })).status).toBe(400)
    const over = await cms.call('DELETE', `/api/displays/${id}/maintenance`, { as: cms.local })
    expect(over.body).not.toHaveProperty('maintenance')
  })
})
