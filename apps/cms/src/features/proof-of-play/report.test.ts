import { type Play, PlaysAnswer, PlaysReport } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine } from '../../testing/running-cms.ts'
import { pairedPlayer } from '../../testing/test-player.ts'
import { csvOf } from './csv.ts'

const ASSET = 'a'.repeat(64)

function play(id: string, startedAt: string, seconds: number, changes: Partial<Play> = {}, title = 'ようこそ'): Play {
  return {
    id,
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + seconds * 1000).toISOString(),
    ending: 'whole',
    shown: {
      kind: 'item',
      scene: 'image',
      layer: 'default',
      entryId: null,
      playlistId: 'base',
      itemId: id,
      title,
      asset: ASSET,
      dueAt: startedAt,
    },
    ...changes,
  }
}

onEachEngine((start) => {
  it('adds up what displays told, once, by subject, display and day of the city', async () => {
    const cms = await start()
    const [lobby, hall] = [await pairedPlayer(cms), await pairedPlayer(cms)]
    const tell = (token: string, plays: Play[]) =>
      cms.call('POST', '/api/player/plays', { body: { plays }, as: { bearer: token } })
    const drill: Play['shown'] = { kind: 'emergency', channel: 'drill', alertIds: ['quake'] }
    const first = [
      play('a', '2026-11-20T23:59:50+09:00', 20),
      play('b', '2026-11-21T09:00:00+09:00', 10),
      play('c', '2026-11-21T09:01:00+09:00', 0, {
        ending: 'failed',
        error: { code: 'image-not-decoded', detail: 'x' },
      }),
      play('d', '2026-11-21T09:02:00+09:00', 30, { shown: drill, ending: 'cut' }),
    ]
    await tell(lobby.token, first)
    await tell(lobby.token, [...first, play('e', '2026-11-21T10:00:00+09:00', 10, {}, '=HYPERLINK("x")')])
    await tell(hall.token, [play('a', '2026-11-21T10:00:00+09:00', 5)])
    const report = async (query: string) =>
      PlaysReport.parse((await cms.call('GET', `/api/plays/report?${query}`, { as: cms.local })).body)

    const bySubject = await report('from=2026-11-20&to=2026-11-21')
    expect(bySubject.rows).toMatchObject([
      { key: ASSET, kind: 'item', displays: 2, whole: 4, failed: 1, seconds: 45 },
      { key: 'emergency:drill', kind: 'emergency', displays: 1, cut: 1, seconds: 30 },
    ])
    expect(bySubject.sum).toEqual({ whole: 4, cut: 1, lost: 0, failed: 1, seconds: 75 })
    expect(bySubject.failures).toMatchObject([
      { displayId: lobby.displayId, code: 'image-not-decoded', title: 'ようこそ' },
    ])
    expect((await report('from=2026-11-20&to=2026-11-21&by=day')).rows).toMatchObject([
      { key: '2026-11-20', seconds: 20 },
      { key: '2026-11-21', seconds: 55 },
    ])
    const own = await report(`from=2026-11-21&to=2026-11-21&by=display&display=${hall.displayId}`)
    expect(own.rows).toMatchObject([{ key: hall.displayId, whole: 1, seconds: 5, kind: null }])

    const csv = await cms.call('GET', '/api/plays/report.csv?from=2026-11-20&to=2026-11-21&by=day', { as: cms.local })
    expect(csv.headers.get('content-disposition')).toContain('plays-2026-11-20-2026-11-21-day.csv')
    expect(String(csv.body).split('\r\n').slice(1, 3)).toEqual([
      '2026-11-20,1,1,1,0,0,0,20',
      '2026-11-21,2,4,3,1,0,1,55',
    ])
    for (const query of ['from=2026-11-21&to=2026-11-20', 'from=2020-01-01&to=2026-01-01', 'from=x&to=y']) {
      expect((await cms.call('GET', `/api/plays/report?${query}`, { as: cms.local })).status).toBe(400)
    }
  })
})

onEachEngine((start) => {
  it('counts what ran in zones for its subject, and the time on the glass once, and says in which zone it was', async () => {
    const cms = await start()
    const { displayId, token } = await pairedPlayer(cms)
    const from = '2026-11-21T09:00:00+09:00'
    const around = play('layout', from, 60, {}, '受付')
    const whole = { ...around, shown: { ...around.shown, scene: 'layout', asset: null } }
    const zoned = ['left', 'right'].map((zoneId) => {
      const ran = play(zoneId, from, 30)
      return { ...ran, shown: { ...ran.shown, zoneId } }
    })
    const error = { code: 'image-not-decoded', detail: 'x' }
    const broken = play('broken', from, 0, { ending: 'failed', error })
    const plays = [whole, ...zoned, { ...broken, shown: { ...broken.shown, zoneId: 'left' } }]
    const body = { plays }
    expect((await cms.call('POST', '/api/player/plays', { body, as: { bearer: token } })).status).toBe(204)
    const days = 'from=2026-11-21&to=2026-11-21'
    const report = async (by: string) =>
      PlaysReport.parse((await cms.call('GET', `/api/plays/report?${days}&by=${by}`, { as: cms.local })).body)
    const bySubject = await report('subject')
    expect(bySubject.rows.toSorted((a, b) => a.key.localeCompare(b.key))).toMatchObject([
      { key: ASSET, whole: 2, failed: 1, seconds: 60 },
      { key: 'item:layout', title: '受付', whole: 1, failed: 0, seconds: 60 },
    ])
    const onTheGlass = { whole: 1, cut: 0, lost: 0, failed: 1, seconds: 60 }
    expect(bySubject.sum).toEqual(onTheGlass)
    for (const by of ['day', 'display']) {
      expect(await report(by)).toMatchObject({ rows: [onTheGlass], sum: onTheGlass })
    }
    const span = new URLSearchParams({ display: displayId, from, to: '2026-11-21T09:01:00+09:00' })
    const { body: answer } = await cms.call('GET', `/api/plays?${span.toString()}`, { as: cms.local })
    const zones = PlaysAnswer.parse(answer).plays.map(({ shown }) => [shown.kind === 'item' ? shown.zoneId : null])
    expect(zones).toHaveLength(4)
    expect(zones).toEqual(expect.arrayContaining([['left'], ['right'], [undefined]]))
  })
})

it('makes no formula of what somebody called a poster', () => {
  expect(csvOf([['=1+1', '言葉,「"」', 3]])).toBe('\uFEFF\'=1+1,"言葉,「""」",3\r\n')
})
