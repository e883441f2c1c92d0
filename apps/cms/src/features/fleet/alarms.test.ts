import { randomUUID } from 'node:crypto'
import type { DisplayHealth, DisplayView, WatchSettings } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import type { Databases } from '../../db/database.ts'
import { smtpServer } from '../../testing/smtp-server.ts'
import { LOBBY } from '../../testing/test-player.ts'
import { alarmsService } from './alarms.service.ts'
import { alarmsStore } from './alarms.store.ts'
import { mailOutbox } from './mail-outbox.ts'
import { mailer } from './mailer.ts'
import { watchSettingsStore } from './watch-settings.store.ts'

const NOON = Date.parse('2026-11-20T12:00:00+09:00')
const MINUTE_MS = 60_000
const ALL_IN_LINE = ['bousai@city.example.jp', 'chief@city.example.jp']

function onBattery(at: Date): DisplayHealth {
  return {
    at: at.toISOString(),
    software: 'test',
    screen: 'painting',
    onGlass: {
      layer: 'default',
      kind: 'image',
      title: { ja: 'ようこそ', en: 'Welcome' },
      playlistName: null,
      since: at.toISOString(),
    },
    programmeRevision: null,
    content: { state: 'complete', filesMissing: 0, bytesMissing: 0 },
    clockOffsetMs: 0,
    faults: [{ code: 'disk-full', detail: '' }],
    power: { source: 'battery', sensor: 'nut', chargePercent: 12.4 },
  }
}

/** Two displays and a floor of more, a clock, a real mail server, and what the audit log was told. */
async function watchedOver({ main }: Databases, changes: Partial<WatchSettings> = {}, floor = 0) {
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
    remindEveryMinutes: null,
    alsoTo: [],
    screenshotEveryMinutes: null,
    ...changes,
  })
  const view = (id: string, name: string): DisplayView => {
    const seenMs = lastSeen.get(id) ?? NOON
    return {
      id,
      profile: { ...LOBBY.profile, name },
      groups: id.startsWith('floor') ? ['2階'] : [],
      tags: [],
      defaultPlaylistId: null,
      status: nowMs - seenMs > 30_000 ? 'offline' : 'online',
      lastSeenAt: new Date(seenMs).toISOString(),
      pairedAt: new Date(NOON).toISOString(),
      publishedRevision: null,
      health: id === 'lobby' ? onBattery(new Date(seenMs)) : null,
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
    displays: async () => [
      view('lobby', '1階ロビー'),
      view('hall', '市民ホール'),
      ...Array.from({ length: floor }, (_, n) => view(`floor${n}`, `2階${n + 1}番`)),
    ],
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
    lastHeard: (id: string, atMs: number) => lastSeen.set(id, atMs),
    /** Lets time pass, hears from who is there, then looks and sends as the jobs do. */
    after: async (minutes: number, ...there: string[]) => {
      nowMs += minutes * MINUTE_MS
      for (const id of there) lastSeen.set(id, nowMs)
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
      subject: '【Akari】端末2台と連絡が取れません（11/20 12:00から）',
    })
    for (const words of [
      '・1階ロビー — 最後の連絡 11/20 12:00\n  最後の様子: 電池で動作（残り12%）、「ようこそ」を表示、異常 disk-full',
      '・市民ホール — 最後の連絡 11/20 12:00\n  最後の様子: 届いていません',
      '停電やブレーカーを確かめてください',
      'https://akari.example.jp/displays',
      'have not been heard for 10 minutes',
      'showing “Welcome”',
    ]) {
      expect(mail?.text.replaceAll('\r\n', '\n')).toContain(words)
    }
    watch.heard('hall')
    await watch.after(0)
    expect((await watch.alarms.view()).alarms.map(({ displayId }) => displayId)).toEqual(['lobby'])
    expect(watch.smtp.mails).toHaveLength(1)
    await watch.after(3, 'hall')
    expect(watch.smtp.mails.map(({ subject }) => subject).slice(1)).toEqual([
      '【Akari・復旧】「市民ホール」が戻りました',
    ])
    expect(watch.told).toEqual(['display.offline lobby', 'display.offline hall', 'display.back hall'])
  })

  it('names the one display that is missing, and where its page is', async () => {
    const watch = await watchedOver(await open())
    await watch.after(11, 'hall')
    const [mail] = watch.smtp.mails
    expect(mail?.subject).toBe('【Akari】「1階ロビー」から連絡がありません（11/20 12:00から）')
    expect(mail?.text).toContain('https://akari.example.jp/displays/lobby')
  })

  it('makes one mail of a floor that drops within a minute, one of its return, and none of one that comes and goes', async () => {
    const watch = await watchedOver(await open(), {}, 40)
    const floor = Array.from({ length: 40 }, (_, n) => `floor${n}`)
    await watch.after(5, 'lobby', 'hall', ...floor)
    for (let n = 0; n < 6; n += 1) await watch.after(1 / 8, 'lobby', 'hall', ...floor.slice(n * 7))
    await watch.after(9.5, 'lobby', 'hall')
    await watch.after(1, 'lobby', 'hall')
    expect(watch.smtp.mails.map(({ subject }) => subject)).toEqual([
      '【Akari】端末40台と連絡が取れません（11/20 12:05から）',
    ])
    expect(watch.smtp.mails[0]?.text).toContain('■ 2階（40台すべて）')
    expect(watch.smtp.mails[0]?.text).toContain('共通のネットワーク機器')
    await watch.after(1, 'lobby', 'hall', 'floor3')
    await watch.after(1, 'lobby', 'hall')
    await watch.after(5, 'lobby', 'hall')
    expect(watch.smtp.mails).toHaveLength(1)
    await watch.after(1, 'lobby', 'hall', ...floor.slice(0, 20))
    await watch.after(1, 'lobby', 'hall', ...floor)
    expect(watch.smtp.mails.map(({ subject }) => subject).slice(1)).toEqual(['【Akari・復旧】端末40台が戻りました'])
  })

  it('tells people again while a display stays away, and then the next in line as well, but not at night', async () => {
    const watch = await watchedOver(await open(), { remindEveryMinutes: 60, alsoTo: ['chief@city.example.jp'] })
    await watch.after(11, 'hall')
    await watch.after(59, 'hall')
    expect(watch.smtp.mails).toHaveLength(1)
    await watch.after(1, 'hall')
    expect(watch.smtp.mails.slice(1)).toMatchObject([
      {
        to: ['bousai@city.example.jp', 'chief@city.example.jp'],
        subject: '【Akari・再通知】「1階ロビー」からまだ連絡がありません（11/20 12:00から）',
      },
    ])
    await watch.after(10 * 60, 'hall')
    expect(watch.smtp.mails).toHaveLength(2)
    await watch.after(9 * 60, 'hall')
    expect(watch.smtp.mails).toHaveLength(3)
  })

  it('tells the next in line that it is over only of what they were told before', async () => {
    const watch = await watchedOver(await open(), { remindEveryMinutes: 60, alsoTo: ['chief@city.example.jp'] })
    await watch.after(11, 'hall')
    await watch.after(55, 'hall')
    await watch.after(5)
    expect(watch.smtp.mails.map(({ to }) => to)).toEqual([['bousai@city.example.jp'], ALL_IN_LINE])
    await watch.after(11)
    expect(watch.smtp.mails.at(-1)).toMatchObject({
      to: ['bousai@city.example.jp'],
      subject: '【Akari】「市民ホール」から連絡がありません（11/20 13:06から）',
    })
    await watch.after(1, 'lobby', 'hall')
    expect(watch.smtp.mails.slice(3)).toMatchObject([
      { to: ['bousai@city.example.jp'], subject: '【Akari・復旧】端末2台が戻りました' },
      { to: ['chief@city.example.jp'], subject: '【Akari・復旧】「1階ロビー」が戻りました' },
    ])
    await watch.after(11, 'hall')
    await watch.after(60, 'hall')
    await watch.after(1, 'lobby', 'hall')
    expect(watch.smtp.mails.at(-1)).toMatchObject({
      to: ALL_IN_LINE,
      subject: '【Akari・復旧】「1階ロビー」が戻りました',
    })
    const never = await watchedOver(await open(), { alsoTo: ['chief@city.example.jp'] })
    await never.after(11, 'hall')
    await never.after(1, 'lobby', 'hall')
    expect(never.smtp.mails.map(({ to }) => to)).toEqual([['bousai@city.example.jp'], ['bousai@city.example.jp']])
  })

  it('says in every mail when a display was last heard, although the server began to listen later', async () => {
    const watch = await watchedOver(await open(), { remindEveryMinutes: 60 })
    watch.lastHeard('lobby', NOON - 30 * MINUTE_MS)
    await watch.after(11, 'hall')
    await watch.after(60, 'hall')
    await watch.after(1, 'lobby', 'hall')
    expect(watch.smtp.mails.map(({ subject }) => subject)).toEqual([
      '【Akari】「1階ロビー」から連絡がありません（11/20 11:30から）',
      '【Akari・再通知】「1階ロビー」からまだ連絡がありません（11/20 11:30から）',
      '【Akari・復旧】「1階ロビー」が戻りました',
    ])
    expect(watch.smtp.mails[1]?.text).toContain('・1階ロビー — 最後の連絡 11/20 11:30')
    expect(watch.smtp.mails[2]?.text).toContain('・1階ロビー — 11/20 11:30から連絡が途切れていました')
  })

  it('says in a reminder when it was heard last, also when it came and went meanwhile', async () => {
    const watch = await watchedOver(await open(), { remindEveryMinutes: 60 })
    await watch.after(11)
    await watch.after(1, 'lobby')
    await watch.after(5)
    await watch.after(54)
    expect(watch.smtp.mails[1]?.text).toContain('・1階ロビー — 最後の連絡 11/20 12:12')
    expect(watch.smtp.mails[1]?.text).toContain('・市民ホール — 最後の連絡 11/20 12:00')
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
