import type { Programme } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { direct } from './direct.ts'
import { overlapsOf, overrunsOf, type ShowingSitting } from './sitting-overlaps.ts'
import { clockAt, item, playlist, programme, stateOf } from './testing/sample.ts'

const DISPLAYS = [
  { id: 'lobby', groups: ['ロビー'], tags: [] },
  { id: 'hall', groups: ['ロビー'], tags: [] },
  { id: 'library', groups: [], tags: [] },
]

const at = (time: string): string => `2026-11-22T${time}:00+09:00`

const MORNING = Date.parse(at('08:00'))
const OPENED = { phase: 'inSession', openedAt: at('10:05'), byHand: false } as const

function sitting(id: string | null, from: string, to: string, changes: Partial<ShowingSitting> = {}): ShowingSitting {
  return {
    id,
    title: { ja: id ?? '新しい会議' },
    startsAt: at(from),
    endsAt: at(to),
    closing: 'clerk',
    countdownMinutes: 30,
    afterMinutes: 10,
    targets: { displayIds: [], groups: ['ロビー'] },
    ...changes,
  }
}

const idsOf = (own: ShowingSitting, ...others: ShowingSitting[]) =>
  overlapsOf(own, others, DISPLAYS, MORNING).map((overlap) => overlap.sitting.id)

describe('sittings at the same time', () => {
  it('overlap where countdown and closing words of one meet the other on a display of both', () => {
    const own = sitting(null, '13:00', '15:00')
    const [found, ...more] = overlapsOf(
      own,
      [sitting('a', '10:00', '12:30', { targets: { displayIds: ['lobby', 'library'], groups: [] } })],
      DISPLAYS,
      MORNING,
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
    const found = overlapsOf(own, [sitting('b', '14:00', '15:00'), sitting('a', '10:00', '11:00')], DISPLAYS, MORNING)
    expect(found.map(({ sitting: { id }, wins }) => [id, wins])).toEqual([
      ['a', null],
      ['b', 'other'],
    ])
  })

  it('count one that runs late until now, with its closing words', () => {
    const late = sitting('late', '10:00', '12:00', { live: { standing: OPENED } })
    const own = sitting(null, '13:30', '15:00')
    const seenAt = (time: string) => overlapsOf(own, [late], DISPLAYS, Date.parse(at(time)))
    expect(seenAt('12:45')).toEqual([])
    const [found] = seenAt('12:55')
    expect(found).toMatchObject({ startsAt: new Date(at('13:00')).toISOString(), wins: 'this' })
    expect(found?.endsAt).toBe(new Date(at('13:05')).toISOString())
    expect(idsOf(own, sitting('closed', '10:00', '12:00'))).toEqual([])
  })

  it('are won by the one that somebody brought forward', () => {
    const early = sitting('early', '10:00', '16:00', { live: { standing: OPENED } })
    const late = sitting('late', '14:00', '16:00', { live: { standing: { ...OPENED, openedAt: at('14:00') } } })
    const winner = (own: ShowingSitting, other: ShowingSitting) =>
      overlapsOf(own, [other], DISPLAYS, Date.parse(at('15:00')))[0]?.wins
    expect([winner(early, late), winner(late, early)]).toEqual(['other', 'this'])
    const brought = { ...early, broughtAt: at('14:30') }
    expect([winner(brought, late), winner(late, brought)]).toEqual(['this', 'other'])
    expect(winner(brought, { ...late, broughtAt: at('14:45') })).toBe('other')
    expect(winner({ ...early, broughtAt: null }, late)).toBe('other')
  })

  it('say of the displays what these do', () => {
    const pairs = [
      [sitting('a', '10:00', '12:00'), sitting('b', '11:00', '13:00')],
      [sitting('b', '10:00', '12:00'), sitting('a', '10:00', '13:00')],
    ] as const
    for (const [own, other] of pairs) {
      const [found] = overlapsOf(own, [other], DISPLAYS, MORNING)
      const takeovers: Programme['takeovers'] = [own, other].map((each) => ({
        id: each.id ?? '',
        name: each.id ?? '',
        playlistId: each.id ?? '',
        startsAt: new Date(Date.parse(each.startsAt) - 30 * 60_000).toISOString(),
        endsAt: each.endsAt,
        noticeSeconds: 0,
        sitting: 'inSession' as const,
      }))
      const playlists = [playlist('a', [item('of-a', 60)]), playlist('b', [item('of-b', 60)])]
      const { reasons } = direct(stateOf(programme({ playlists, takeovers })), clockAt(found?.startsAt ?? ''))
      const shown = reasons.find(({ code }) => code === 'takeover-wins')
      expect(shown).toMatchObject({ takeoverId: found?.wins === 'this' ? own.id : other.id })
    }
  })
})

describe('a sitting that takes longer than planned', () => {
  const morning = sitting('morning', '10:00', '12:00')
  const afternoon = sitting('afternoon', '13:30', '16:00')
  const found = (own: ShowingSitting, other: ShowingSitting, now = '08:00') =>
    overrunsOf(own, [other], DISPLAYS, Date.parse(at(now))).map(({ earlier, at: since }) => [earlier, since])
  const from13 = new Date(at('13:00')).toISOString()

  it('meets the next within three hours of its end, which both are told from their side', () => {
    expect(found(afternoon, morning)).toEqual([['other', from13]])
    expect(found(morning, afternoon)).toEqual([['this', from13]])
    expect(found(sitting('evening', '15:30', '17:00'), morning)).toEqual([])
    expect(found(afternoon, { ...morning, targets: { displayIds: ['library'], groups: [] } })).toEqual([])
  })

  it('does not where its planned time closes it, unless a person leads it by hand', () => {
    const byTime = { ...morning, closing: 'time' } as const
    expect(found(afternoon, byTime)).toEqual([])
    const byHand = { ...byTime, live: { standing: { ...OPENED, byHand: true } } }
    expect(found(afternoon, byHand)).toEqual([['other', from13]])
  })

  it('is no guess any more once it does', () => {
    const running = { ...morning, live: { standing: OPENED } }
    expect(found(afternoon, running, '12:30')).toEqual([['other', from13]])
    expect(found(afternoon, running, '12:55')).toEqual([])
    expect(found(sitting('evening', '16:00', '17:00'), running, '12:55')).toEqual([
      ['other', new Date(at('15:30')).toISOString()],
    ])
  })
})
