import { join } from 'node:path'
import { DisplayView, PlaylistView } from '@akari/protocol'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { runAkari } from '../../testing/command-line.ts'
import { startCms } from '../../testing/running-cms.ts'
import { LOBBY } from '../../testing/test-player.ts'

const akari = (dataDir: string, ...args: string[]) => runAkari(args, { dataDir })

test('akari programme explain says what a display shows at a moment, why, and until when', async () => {
  const { dataDir, call, local } = await startCms()
  const as = local
  const { id: displayId } = DisplayView.parse((await call('POST', '/api/displays', { as, body: LOBBY })).body)
  const notice = { kind: 'notice', title: { ja: '窓口のご案内' }, body: { ja: '1番窓口' } }
  const items = [{ id: 'counter', seconds: 60, scene: notice, validFrom: null, validUntil: null }]
  const made = await call('POST', '/api/playlists', { as, body: { name: '窓口', items, version: 0 } })
  const playlist = PlaylistView.parse(made.body)
  const rule = {
    start: '2030-04-01T09:00',
    durationMinutes: 60,
    timeZone: 'Asia/Tokyo',
    rrule: 'FREQ=DAILY',
    exdates: [],
    rdates: [],
  }
  const targets = { displayIds: [displayId], groups: [] }
  const entry = { name: '午前', playlistId: playlist.id, targets, priority: 'normal', rule, version: 0 }
  expect((await call('POST', '/api/entries', { as, body: entry })).status).toBe(201)
  expect((await call('POST', '/api/programme/publish?wait=60', { as })).status).toBe(200)

  const name = LOBBY.profile.name
  const explain = (at: string) => akari(dataDir, 'programme', 'explain', '--display', name, '--at', at, '--json')
  const within = await explain('2030-05-01T09:00:30+09:00')
  const scene = { kind: 'notice', title: { ja: '窓口のご案内' }, playlistId: playlist.id, itemId: 'counter' }
  expect(within.stderr).toBe('')
  expect(Object.keys(z.record(z.string(), z.unknown()).parse(JSON.parse(within.stdout)))).toEqual([
    'at',
    'scene',
    'layer',
    'reasons',
    'validUntil',
  ])
  expect(JSON.parse(within.stdout)).toMatchObject({
    at: '2030-05-01T09:00:30+09:00',
    scene,
    layer: 'scheduled',
    reasons: [
      {
        code: 'entry-wins',
        playlistId: playlist.id,
        startsAt: '2030-05-01T09:00:00+09:00',
        endsAt: '2030-05-01T10:00:00+09:00',
        over: [],
      },
    ],
    validUntil: '2030-05-01T09:01:00+09:00',
  })
  const outside: unknown = JSON.parse((await explain('2030-05-01T10:00:00+09:00')).stdout)
  expect(outside).toMatchObject({ scene: { kind: 'fallback' }, reasons: [{ code: 'no-entry-due' }, {}] })

  const words = await akari(dataDir, 'programme', 'explain', '--display', name, '--at', '2030-05-01T09:00:30')
  expect(words.stdout).toContain('『窓口のご案内』')
  expect(words.stdout).toContain('予定『午前』の時間')

  const never = await akari(dataDir, 'programme', 'explain', '--display', name, '--at', 'tomorrow', '--json')
  expect(never).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('tomorrow') })
  const nobody = await akari(dataDir, 'programme', 'explain', '--display', '受付', '--json')
  expect(nobody).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(name) })

  const silent = await akari(join(dataDir, 'elsewhere'), 'programme', 'explain', '--display', name, '--json')
  expect(silent).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('no running CMS') })
}, 60_000)
