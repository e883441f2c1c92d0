import { createHash } from 'node:crypto'
import type { Language } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase, type OpenDatabases } from '../../db/testing.ts'
import type { Actor } from '../../http/actor.ts'
import { confirmedLanguages } from './confirmed-languages.ts'
import type { BookEntry, PhraseBook } from './phrase-book.ts'
import { phraseReviewService } from './phrase-review.service.ts'
import { phraseReviewStore } from './phrase-review.store.ts'

const user = (username: string, role: 'admin' | 'disaster' | 'viewer'): Actor => {
  return {
    kind: 'user',
    id: `id-${username}`,
    username,
    role,
    groups: null,
    mustChangePassword: false,
    ip: '127.0.0.1',
  }
}
const TANAKA = user('tanaka', 'disaster')
const SATO = user('sato', 'viewer')
const CONFIRMED_BY = { name: 'グエン・ティ・ラン', capacity: '国際交流協会 翻訳', note: '', understood: true } as const

const TEXTS: Record<string, BookEntry['texts']> = {
  'alerts.flood.headline': { ja: '氾濫', en: 'Flood', vi: 'Lũ lụt' },
  'alerts.flood.instruction': { ja: '川から離れて', en: 'Stay away from the river', vi: 'Tránh xa sông' },
  'endings.cleared.headline': { ja: '解除', en: 'Over', vi: 'Đã hết' },
}

/** One city hall on one database; `release` stands for the texts of the installed version. */
async function rig(open: OpenDatabases) {
  const { main } = await open()
  const store = phraseReviewStore(main)
  const release = { texts: structuredClone(TEXTS) }
  const book: PhraseBook = {
    entries: () => Object.entries(release.texts).map(([key, texts]) => ({ key, group: 'alerts', texts })),
    fingerprint: (language) => {
      const texts = Object.values(release.texts).map((text) => text[language])
      return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
    },
    always: ['ja', 'ja-x-easy', 'en'],
  }
  let ids = 0
  let ms = Date.parse('2026-11-22T09:00:00Z')
  const audited: string[] = []
  const told = { times: 0 }
  const allowed = confirmedLanguages({
    book,
    store,
    changed: () => {
      told.times += 1
      return Promise.resolve()
    },
  })
  const review = phraseReviewService({
    store,
    book,
    now: () => new Date(ms++),
    newId: () => `id-${++ids}`,
    audit: (_actor, action, subject) => {
      audited.push(`${action} ${subject}`)
      return Promise.resolve()
    },
    changed: allowed.refresh,
  })
  const confirm = async (language: Language = 'vi') =>
    review.confirm(TANAKA, language, {
      ...CONFIRMED_BY,
      fingerprint: (await review.language(language)).fingerprint,
    })
  return { main, store, book, release, review, allowed, confirm, audited, told }
}

const line = async ({ review }: Awaited<ReturnType<typeof rig>>, language: Language) =>
  (await review.languages()).find((each) => each.language === language)

onEachDatabase((open) => {
  it('counts the three languages that staff and visitors rely on as confirmed, and every other one as waiting', async () => {
    const hall = await rig(open)
    await hall.allowed.refresh()
    expect([...hall.allowed.allowed()]).toEqual(['ja', 'ja-x-easy', 'en'])
    const lines = await hall.review.languages()
    expect(lines).toHaveLength(15)
    expect(lines.filter(({ state }) => state.is === 'always').map(({ language }) => language)).toEqual([
      'ja',
      'ja-x-easy',
      'en',
    ])
    expect(await line(hall, 'vi')).toMatchObject({ state: { is: 'waiting', withdrawn: null }, phrases: 3, waiting: 3 })
    expect(await line(hall, 'th')).toMatchObject({ state: { is: 'waiting' }, phrases: 0, missing: 3, waiting: 0 })
  })

  it('confirms a language by a named person and keeps who, when and what', async () => {
    const hall = await rig(open)
    expect(await hall.confirm()).toMatchObject({
      state: {
        is: 'confirmed',
        confirmation: { by: 'user:tanaka', name: 'グエン・ティ・ラン', capacity: '国際交流協会 翻訳', phrases: 3 },
      },
      waiting: 0,
    })
    expect(hall.allowed.allowed().has('vi')).toBe(true)
    expect(hall.audited).toEqual(['phrases.confirmed vi'])
    const { phrases } = await hall.review.language('vi')
    expect(new Set(phrases.map(({ status }) => status))).toEqual(new Set(['confirmed']))
  })

  it('takes a confirmation back with its reason, and takes a new one afterwards', async () => {
    const hall = await rig(open)
    await hall.confirm()
    const { confirmations } = await hall.review.language('vi')
    const input = { confirmationId: confirmations[0]?.id ?? '', reason: '訳の見直し' }
    expect(await hall.review.withdraw(TANAKA, 'vi', input)).toMatchObject({
      state: { is: 'waiting', withdrawn: { withdrawn: { by: 'user:tanaka', reason: '訳の見直し' } } },
      waiting: 3,
    })
    expect(hall.allowed.allowed().has('vi')).toBe(false)
    await expect(hall.review.withdraw(TANAKA, 'vi', input)).rejects.toMatchObject({ code: 'conflict' })
    await hall.confirm()
    expect(hall.allowed.allowed().has('vi')).toBe(true)
    expect((await hall.review.language('vi')).confirmations).toHaveLength(2)
    expect(hall.audited).toEqual(['phrases.confirmed vi', 'phrases.withdrawn vi', 'phrases.confirmed vi'])
  })

  it('lapses when a release brings other texts, and says which phrases changed and what they were', async () => {
    const hall = await rig(open)
    await hall.confirm()
    hall.release.texts['alerts.flood.instruction'] = { ja: '川から離れて', vi: 'Hãy tránh xa sông' }
    hall.release.texts['alerts.heat.headline'] = { ja: '熱中症', vi: 'Sốc nhiệt' }
    await hall.allowed.refresh()
    expect(hall.allowed.allowed().has('vi')).toBe(false)
    expect(await line(hall, 'vi')).toMatchObject({ state: { is: 'changed' }, waiting: 2, changed: 1 })
    const { phrases } = await hall.review.language('vi')
    expect(phrases.map(({ key, status, before }) => [key, status, before])).toEqual([
      ['alerts.flood.headline', 'confirmed', null],
      ['alerts.flood.instruction', 'changed', 'Tránh xa sông'],
      ['endings.cleared.headline', 'confirmed', null],
      ['alerts.heat.headline', 'added', null],
    ])
    await hall.confirm()
    expect(hall.allowed.allowed().has('vi')).toBe(true)
  })

  it('refuses a confirmation of texts that are not those of the page', async () => {
    const hall = await rig(open)
    const { fingerprint } = await hall.review.language('vi')
    hall.release.texts['alerts.flood.headline'] = { ja: '氾濫', vi: 'Ngập lụt' }
    const late = hall.review.confirm(TANAKA, 'vi', { ...CONFIRMED_BY, fingerprint })
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
    await expect(hall.confirm('th')).rejects.toMatchObject({ code: 'conflict' })
    await expect(hall.confirm('en')).rejects.toMatchObject({ code: 'conflict' })
    await hall.confirm()
    await expect(hall.confirm()).rejects.toMatchObject({ code: 'conflict' })
  })

  it('lists a reported phrase until it is settled; it holds the language back only when the person says so', async () => {
    const hall = await rig(open)
    await hall.confirm()
    const wrong = { key: 'alerts.flood.headline', note: '語が古い', holds: false }
    const plain = await hall.review.report(SATO, 'vi', wrong)
    expect(plain).toMatchObject({ text: 'Lũ lụt', by: 'user:sato', ended: null })
    expect(hall.allowed.allowed().has('vi')).toBe(true)
    const held = await hall.review.report(TANAKA, 'vi', { ...wrong, holds: true })
    expect(hall.allowed.allowed().has('vi')).toBe(false)
    expect(await line(hall, 'vi')).toMatchObject({ state: { is: 'held' }, openReports: 2, holding: 1 })
    await hall.review.endReport(TANAKA, 'vi', held.id, { as: 'resolved', note: '正しい訳だった' })
    expect(hall.allowed.allowed().has('vi')).toBe(true)
    await hall.review.endReport(SATO, 'vi', plain.id, { as: 'withdrawn', note: '' })
    expect(await line(hall, 'vi')).toMatchObject({ state: { is: 'confirmed' }, openReports: 0 })
    const again = hall.review.endReport(TANAKA, 'vi', plain.id, { as: 'resolved', note: '' })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    expect((await hall.review.language('vi')).reports).toHaveLength(2)
  })

  it('lets nobody but disaster staff and administrators hold a language back or settle what others reported', async () => {
    const hall = await rig(open)
    const wrong = { key: 'alerts.flood.headline', note: '語が古い', holds: true }
    await expect(hall.review.report(SATO, 'vi', wrong)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(hall.review.report(TANAKA, 'en', wrong)).rejects.toMatchObject({ code: 'conflict' })
    await expect(hall.review.report(TANAKA, 'vi', { ...wrong, key: 'nothing' })).rejects.toMatchObject({
      code: 'not-found',
    })
    const { id } = await hall.review.report(TANAKA, 'vi', wrong)
    const ending = hall.review.endReport(SATO, 'vi', id, { as: 'withdrawn', note: '' })
    await expect(ending).rejects.toMatchObject({ code: 'forbidden' })
    await expect(hall.confirm()).rejects.toMatchObject({ code: 'conflict' })
  })

  it('never changes or deletes what was written', async () => {
    const hall = await rig(open)
    await hall.confirm()
    const forge = hall.main.updateTable('phrase_confirmation').set({ name: 'だれか' }).execute()
    await expect(forge).rejects.toThrow('append-only')
    await expect(hall.main.deleteFrom('phrase_confirmation').execute()).rejects.toThrow('append-only')
  })

  it('tells of a changed set once, also when telling failed the first time', async () => {
    const hall = await rig(open)
    await hall.allowed.refresh()
    await hall.allowed.refresh()
    expect(hall.told.times).toBe(1)
    let fails = true
    let tries = 0
    const other = confirmedLanguages({
      book: hall.book,
      store: hall.store,
      changed: () => {
        tries += 1
        return fails ? Promise.reject(new Error('the channel is closed')) : Promise.resolve()
      },
    })
    await expect(other.refresh()).rejects.toThrow('closed')
    fails = false
    await other.refresh()
    await other.refresh()
    expect(tries).toBe(2)
  })

  it('allows only what needs no confirmation until the database was read, and keeps what it knew when it goes away', async () => {
    const hall = await rig(open)
    await hall.confirm()
    const away = { now: true }
    const standings = () => (away.now ? Promise.reject(new Error('ECONNREFUSED')) : hall.store.standings())
    const node = confirmedLanguages({ book: hall.book, store: { standings }, changed: () => Promise.resolve() })
    await expect(node.refresh()).rejects.toThrow('ECONNREFUSED')
    expect([...node.allowed()]).toEqual(['ja', 'ja-x-easy', 'en'])
    away.now = false
    await node.refresh()
    away.now = true
    await expect(node.refresh()).rejects.toThrow('ECONNREFUSED')
    expect(node.allowed().has('vi')).toBe(true)
  })
})
