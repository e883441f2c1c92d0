import { randomUUID } from 'node:crypto'
import type { DisplayView, WatchSettings } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import type { Databases } from '../../db/database.ts'
import { onEachEngine } from '../../testing/running-cms.ts'
import { smtpServer } from '../../testing/smtp-server.ts'
import { LOBBY } from '../../testing/test-player.ts'
import { alarmsService } from './alarms.service.ts'
import { alarmsStore } from './alarms.store.ts'
import { mailOutbox } from './mail-outbox.ts'
import { mailer } from './mailer.ts'
import { watchSettingsStore } from './watch-settings.store.ts'

const NOON = Date.parse('2026-11-20T12:00:00+09:00')
const MINUTE_MS = 60_000

/** Two displays, a clock, a real mail server, and what the audit log was told. */
async function watchedOver({ main }: Databases, changes: Partial<WatchSettings> = {}) {
  const smtp = await smtpServer()
  onTestFinished(smtp.close)
  let nowMs = NOON
  const now = () => new Date(nowMs)
  const told: string[] = []
  const lastSeen = new Map<string, number>()
  const settings = watchSettingsStore(main)
  await settings.write({
    offlineAfterMinutes: 10,
    quiet: { from: '22:00', to: '07:00' },
    mailTo: ['bousai@city.example.jp'],
    screenshotEveryMinutes: null,
    ...changes,
  })
  const view = (id: string, name: string): DisplayView => {
    const seenMs = lastSeen.get(id) ?? NOON
    return {
      id,
      profile: { ...LOBBY.profile, name },
      groups: [],
      tags: [],
      defaultPlaylistId: null,
      status: nowMs - seenMs > 30_000 ? 'offline' : 'online',
      lastSeenAt: new Date(seenMs).toISOString(),
      pairedAt: new Date(NOON).toISOString(),
      publishedRevision: null,
      health: null,
    }
  }
  const outbox = mailOutbox({
    db: main,
    send: mailer({ smtpUrl: smtp.url, from: 'akari@city.example.jp' }),
    now,
    newId: randomUUID,
  })
  const state = { emergency: false }
  const alarms = alarmsService({
    store: alarmsStore(main),
    settings,
    outbox,
    send: mailer({ smtpUrl: smtp.url, from: 'akari@city.example.jp' }),
    mail: { server: 'test', from: 'akari@city.example.jp' },
    displays: async () => [view('lobby', '1階ロビー'), view('hall', '市民ホール')],
    emergency: () => state.emergency,
    publicUrl: 'https://akari.example.jp',
    timeZone: 'Asia/Tokyo',
    now,
    audit: async (_actor, action, subject) => {
      told.push(`${action} ${subject}`)
    },
    announce: () => {},
  })
  return {
    smtp,
    told,
    state,
    alarms,
    outbox,
    heard: (...ids: string[]) => {
      for (const id of ids) lastSeen.set(id, nowMs)
    },
    /** Lets time pass, then looks and sends as the jobs do. */
    after: async (minutes: number) => {
      nowMs += minutes * MINUTE_MS
      await alarms.look()
      await alarms.deliver()
    },
  }
}

onEachDatabase((open) => {
  it('tells of displays that are missing in one mail, once, and once more when they are back', async () => {
    const watch = await watchedOver(await open())
    await watch.after(9)
    expect(watch.smtp.mails).toEqual([])
    await watch.after(2)
    await watch.after(30)
    expect(watch.smtp.mails).toHaveLength(1)
    const [mail] = watch.smtp.mails
    expect(mail).toMatchObject({
      from: 'akari@city.example.jp',
      to: ['bousai@city.example.jp'],
      subject: '【Akari】端末2台と連絡が取れません',
    })
    for (const words of [
      '・1階ロビー（最後の連絡',
      '・市民ホール',
      'https://akari.example.jp/displays',
      'have not been heard for 10 minutes',
    ]) {
      expect(mail?.text).toContain(words)
    }
    watch.heard('hall')
    await watch.after(0)
    expect(watch.smtp.mails.map(({ subject }) => subject).slice(1)).toEqual(['【Akari】端末1台が戻りました'])
    expect(watch.told).toEqual(['display.offline lobby', 'display.offline hall', 'display.back hall'])
    expect((await watch.alarms.view()).alarms.map(({ displayId }) => displayId)).toEqual(['lobby'])
  })

  it('lets people sleep in quiet hours and tells them in the morning, but not while an emergency is in force', async () => {
    const watch = await watchedOver(await open())
    await watch.after(10 * 60 + 30)
    expect(watch.smtp.mails).toEqual([])
    watch.state.emergency = true
    await watch.after(1)
    expect(watch.smtp.mails).toHaveLength(1)
    const other = await watchedOver(await open())
    await other.after(11 * 60)
    other.heard('hall')
    await other.after(8 * 60 + 1)
    expect(other.smtp.mails[0]?.text).toContain('1階ロビー')
  })

  it('keeps a mail that the mail server does not take, says why, and sends it later', async () => {
    const watch = await watchedOver(await open())
    watch.smtp.refuse('451 try again later')
    await watch.after(11)
    expect(watch.smtp.mails).toEqual([])
    expect(await watch.outbox.state()).toMatchObject({ waiting: 1, lastFault: expect.stringContaining('451') })
    watch.smtp.refuse(null)
    await watch.after(2)
    expect(watch.smtp.mails).toHaveLength(1)
    expect(await watch.outbox.state()).toEqual({ waiting: 0, lastFault: null })
  })
})

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
    expect(changed.body).toMatchObject({ settings, mail: { from: 'akari@city.example.jp' }, alarms: [] })
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
