import { direct, unroll } from '@akari/programme'
import { type Play, ProgrammeFile } from '@akari/protocol'
import { expect, test } from 'vitest'
import { agreesWith, playAt } from './past.ts'

const programme = ProgrammeFile.parse({
  defaultPlaylistId: 'base',
  playlists: [
    {
      id: 'base',
      items: [
        { id: 'welcome', seconds: 60 },
        { id: 'map', seconds: 60 },
      ],
    },
  ],
})
const AT = '2026-11-28T09:00:30+09:00'

function decided(at: string) {
  return direct(
    {
      programme,
      windows: unroll(programme, '2026-11-27T00:00:00Z', '2026-11-29T00:00:00Z'),
      alerts: { live: null, drill: null },
      displayId: 'display',
      visitor: { language: 'ja', touchedAtMs: null },
      link: { state: 'online', since: at },
      power: 'mains',
    },
    { instant: at, trust: 'synced', monotonicMs: 0, bootId: 'test' },
  )
}

function play(id: string, itemId: string, startedAt: string, endedAt: string): Play {
  const shown = {
    kind: 'item',
    scene: 'notice',
    layer: 'default',
    entryId: null,
    playlistId: 'base',
    itemId,
    title: itemId,
    asset: null,
    dueAt: startedAt,
  } as const
  return { id, startedAt, endedAt, ending: 'whole', shown }
}

const PLAYS = [
  play('1', 'welcome', '2026-11-28T00:00:00Z', '2026-11-28T00:01:00Z'),
  play('2', 'map', '2026-11-28T00:01:00Z', '2026-11-28T00:02:00Z'),
]

test('finds what was on the glass at a moment, and nothing where nothing is on record', () => {
  expect(playAt(PLAYS, Date.parse(AT))?.id).toBe('1')
  expect(playAt(PLAYS, Date.parse('2026-11-28T00:01:00Z'))?.id).toBe('2')
  expect(playAt(PLAYS, Date.parse('2026-11-28T00:02:00Z'))).toBeNull()
})

test('takes the layout for what was on, not what ran in a zone of it', () => {
  const [around] = PLAYS
  const ran = play('z', 'forms', '2026-11-28T00:00:10Z', '2026-11-28T00:00:50Z')
  const inZone = ran.shown.kind === 'item' ? { ...ran, shown: { ...ran.shown, zoneId: 'left' } } : ran
  expect(playAt([...PLAYS, inZone], Date.parse(AT))).toBe(around)
})

test('compares what was shown with what the programme makes of that moment', () => {
  const direction = decided(AT)
  expect(PLAYS.map(({ shown }) => agreesWith(shown, direction))).toEqual([true, false])
  expect(agreesWith({ kind: 'closed' }, direction)).toBe(false)
  expect(agreesWith({ kind: 'unrecorded', records: 3 }, direction)).toBe(false)
})
