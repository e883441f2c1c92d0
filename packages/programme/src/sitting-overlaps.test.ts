import type { Programme } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { overlapsOf, type ShowingSitting } from './sitting-overlaps.ts'
import { clockAt, item, playlist, programme, stateOf } from './testing/sample.ts'

const DISPLAYS = [
  { id: 'lobby', groups: ['ロビー'], tags: [] },
  { id: 'hall', groups: ['ロビー'], tags: [] },
  { id: 'library', groups: [], tags: [] },
]

const at = (time: string): string => `2026-11-22T${time}:00+09:00`

function sitting(id: string | null, from: string, to: string, changes: Partial<ShowingSitting> = {}): ShowingSitting {
  return {
    id,
    title: { ja: id ?? '新しい会議' },
    startsAt: at(from),
    endsAt: at(to),
    countdownMinutes: 30,
    afterMinutes: 10,
    targets: { displayIds: [], groups: ['ロビー'] },
    ...changes,
  }
}

const idsOf = (own: ShowingSitting, ...others: ShowingSitting[]) =>
  overlapsOf(own, others, DISPLAYS).map((overlap) => overlap.sitting.id)

describe('sittings at the same time', () => {
  it('overlap where countdown and closing words of one meet the other on a display of both', () => {
    const own = sitting(null, '13:00', '15:00')
    const [found, ...more] = overlapsOf(
      own,
      [sitting('a', '10:00', '12:30', { targets: { displayIds: ['lobby', 'library'], groups: [] } })],
      DISPLAYS,
    )
    expect(more).toEqual([])
    expect(found).toMatchObject({ displayIds: ['lobby'], wins: 'this' })
    expect(found?.startsAt).toBe(new Date(at('12:30')).toISOString())
    expect(found?.endsAt).toBe(new Date(at('12:40')).toISOString())
  })

  it('do not where one is off the displays before the other is on them, or is on others', () => {
    const own = sitting('own', '13:00', '15:00')
    expect(idsOf(own, sitting('before', '10:00', '12:20'))).toEqual([])
    expect(
      idsOf(own, sitting('other', '13:00', '15:00', { targets: { displayIds: ['library'], groups: [] } })),
    ).toEqual([])
    expect(idsOf(own, own)).toEqual([])
  })

  it('are told by start, and of two that begin together nobody knows before both are saved', () => {
    const own = sitting(null, '10:00', '16:00')
    const found = overlapsOf(own, [sitting('b', '14:00', '15:00'), sitting('a', '10:00', '11:00')], DISPLAYS)
    expect(found.map(({ sitting: { id }, wins }) => [id, wins])).toEqual([
      ['a', null],
      ['b', 'other'],
    ])
  })

  it('say of the displays what these do', () => {
    const pairs = [
      [sitting('a', '10:00', '12:00'), sitting('b', '11:00', '13:00')],
      [sitting('b', '10:00', '12:00'), sitting('a', '10:00', '13:00')],
    ] as const
    for (const [own, other] of pairs) {
      const [found] = overlapsOf(own, [other], DISPLAYS)
      const takeovers: Programme['takeovers'] = [own, other].map((each) => ({
        id: each.id ?? '',
        name: each.id ?? '',
        playlistId: each.id ?? '',
        startsAt: new Date(Date.parse(each.startsAt) - 30 * 60_000).toISOString(),
        endsAt: each.endsAt,
        noticeSeconds: 0,
      }))
      const playlists = [playlist('a', [item('of-a', 60)]), playlist('b', [item('of-b', 60)])]
      const { reasons } = direct(stateOf(programme({ playlists, takeovers })), clockAt(found?.startsAt ?? ''))
      const shown = reasons.find(({ code }) => code === 'takeover-wins')
      expect(shown).toMatchObject({ takeoverId: found?.wins === 'this' ? own.id : other.id })
    }
  })
})
