import { type Play, PlaysAnswer } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { pairedPlayer } from '../../testing/test-player.ts'
import { playsService } from './plays.service.ts'
import { playsStore } from './plays.store.ts'

const NINE = Date.parse('2026-11-02T09:00:00+09:00')
const at = (minute: number) => new Date(NINE + minute * 60_000).toISOString()

function somePlay(id: string, from: number, to: number, changes: Partial<Play> = {}): Play {
  return {
    id,
    startedAt: at(from),
    endedAt: at(to),
    ending: 'whole',
    shown: {
      kind: 'item',
      scene: 'image',
      layer: 'default',
      entryId: null,
      playlistId: 'base',
      itemId: 'welcome',
      title: 'ようこそ',
      asset: 'a'.repeat(64),
      dueAt: at(from),
    },
    ...changes,
  }
}

async function shownBetween(cms: RunningCms, display: string, from: number, to: number) {
  const query = new URLSearchParams({ display, from: at(from), to: at(to) })
  return PlaysAnswer.parse((await cms.call('GET', `/api/plays?${query.toString()}`, { as: cms.local })).body)
}

onEachEngine((start) => {
  describe('proof of play', () => {
    it('is what the display itself told, once, however often it was told', async () => {
      const cms = await start()
      const player = await pairedPlayer(cms)
      const failed = somePlay('c', 20, 20, { ending: 'failed', error: { code: 'image-not-decoded', detail: 'x.png' } })
      const emergency = somePlay('b', 10, 20, {
        ending: 'cut',
        shown: { kind: 'emergency', channel: 'drill', alertIds: ['quake'] },
      })
      const upload = { plays: [somePlay('a', 0, 10), emergency, failed] }
      const tell = () => cms.call('POST', '/api/player/plays', { body: upload, as: { bearer: player.token } })
      expect((await tell()).status).toBe(204)
      expect((await tell()).status).toBe(204)
      expect(await shownBetween(cms, player.displayId, 0, 60)).toEqual({ plays: upload.plays, more: false })
    })

    it('answers what was on at a moment, also what began before it, and takes nothing but from displays', async () => {
      const cms = await start()
      const player = await pairedPlayer(cms)
      const plays = [somePlay('a', 0, 10), somePlay('b', 10, 20), somePlay('c', 20, 30)]
      await cms.call('POST', '/api/player/plays', { body: { plays }, as: { bearer: player.token } })
      const ids = async (from: number, to: number) =>
        (await shownBetween(cms, player.displayId, from, to)).plays.map(({ id }) => id)
      expect(await ids(15, 15.5)).toEqual(['b'])
      expect(await ids(10, 20)).toEqual(['b'])
      expect(await ids(9, 21)).toEqual(['a', 'b', 'c'])
      expect((await shownBetween(cms, 'another', 0, 60)).plays).toEqual([])
      const body = { plays: [somePlay('d', 30, 40)] }
      expect((await cms.call('POST', '/api/player/plays', { body, as: cms.local })).status).toBe(401)
      const odd = { plays: [{ ...somePlay('a', 0, 10), ending: 'perhaps' }] }
      expect((await cms.call('POST', '/api/player/plays', { body: odd, as: { bearer: player.token } })).status).toBe(
        400,
      )
      expect(await ids(30, 60)).toEqual([])
    })
  })
})

onEachDatabase((open) => {
  it('forgets plays after the days they are kept, and says when there are more than one answer holds', async () => {
    const { main } = await open()
    const store = playsStore(main, 'Asia/Tokyo')
    const plays = playsService({ store, keepDays: 2, now: () => new Date(NINE + 3 * 86_400_000) })
    const many = Array.from({ length: 2500 }, (_, n) => somePlay(`p${String(n).padStart(4, '0')}`, n, n + 1))
    await plays.record('lobby', many)
    const all = { display: 'lobby', from: at(0), to: at(10_000) }
    const first = await plays.between(all)
    expect(first).toMatchObject({ more: true })
    expect(first.plays).toHaveLength(2000)
    await plays.housekeep()
    const kept = (await plays.between(all)).plays
    expect(kept[0]?.id).toBe('p1440')
    expect(kept).toHaveLength(1060)
  })
})
