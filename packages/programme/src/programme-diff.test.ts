import { Programme } from '@akari/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { programmeChanges } from './programme-diff.ts'
import { someProgramme } from './testing/some-programme.ts'
import { entry, item, playlist, programme, rule } from './testing/sample.ts'

const A = item('a', 10)
const B = item('b', 10)
const C = item('c', 10)
const D = item('d', 10)

function changes(before: Partial<Programme>, after: Partial<Programme>) {
  return programmeChanges(programme(before), programme(after))
}

describe('between two programmes', () => {
  it('nothing is said when nothing changed, everything when there was none', () => {
    const lobby = { entries: [entry('morning')], playlists: [playlist('news', [A])] }
    expect(changes(lobby, lobby)).toEqual([])
    expect(programmeChanges(null, programme(lobby))).toMatchObject([
      { kind: 'entry', how: 'added', id: 'morning', before: null },
      { kind: 'playlist', how: 'added', id: 'news', items: [{ id: 'a', how: 'added', to: 1 }] },
      { kind: 'setting', field: 'first' },
    ])
  })

  it('an entry tells what about it changed, with the facts of then and now', () => {
    const lists = { playlists: [playlist('news', []), playlist('fair', [])] }
    const was = entry('morning', { playlistId: 'news', priority: 'normal' })
    const is = { ...was, playlistId: 'fair', priority: 'high' as const, rule: rule({ durationMinutes: 90 }) }
    expect(changes({ ...lists, entries: [was] }, { ...lists, entries: [is] })).toEqual([
      {
        kind: 'entry',
        how: 'changed',
        id: 'morning',
        fields: ['playlist', 'priority', 'rule'],
        before: { name: was.name, playlist: 'news の番組', priority: 'normal', rule: was.rule },
        after: { name: was.name, playlist: 'fair の番組', priority: 'high', rule: is.rule },
      },
    ])
  })

  it('an item that was carried elsewhere is told alone, not those that it passed', () => {
    const before = { playlists: [playlist('news', [A, B, C, D])] }
    const after = { playlists: [playlist('news', [D, A, B, C])] }
    expect(changes(before, after)).toMatchObject([
      { kind: 'playlist', how: 'changed', fields: [], items: [{ id: 'd', how: 'moved', from: 4, to: 1 }] },
    ])
  })

  it('items that came, went and changed stand side by side, with their pictures', () => {
    const image = (sha: string) => ({
      kind: 'image' as const,
      title: { ja: '写真' },
      variants: [
        { language: null, file: { sha256: sha.repeat(64), bytes: 1, mediaType: 'image/webp' }, width: 1, height: 1 },
      ],
    })
    const before = { playlists: [playlist('news', [{ ...A, scene: image('1') }, B])] }
    const after = { playlists: [playlist('news', [{ ...A, scene: image('2'), seconds: 20 }, C])] }
    expect(changes(before, after)).toMatchObject([
      {
        items: [
          { id: 'a', how: 'changed', fields: ['seconds', 'scene'], before: '1'.repeat(64), after: '2'.repeat(64) },
          { id: 'c', how: 'added', before: null },
          { id: 'b', how: 'removed', from: 2, to: null },
        ],
      },
    ])
  })

  it('takeovers, hours and the display itself are told', () => {
    const takeover = {
      id: 't',
      name: '臨時議会',
      playlistId: 'news',
      startsAt: '2026-11-02T14:00:00+09:00',
      endsAt: '2026-11-02T14:30:00+09:00',
      noticeSeconds: 10,
    }
    const later = { ...takeover, endsAt: '2026-11-02T15:00:00+09:00' }
    expect(changes({ takeovers: [takeover] }, { takeovers: [later], hours: null, visitSeconds: 30 })).toMatchObject([
      { kind: 'takeover', how: 'changed', fields: ['time'], endsAt: later.endsAt },
      { kind: 'setting', field: 'hours' },
      { kind: 'setting', field: 'visit' },
    ])
  })

  it('what has no word of its own is still told', () => {
    const before = programme()
    const after = { ...before, layouts: [{ id: 'wide' }] }
    expect(programmeChanges(before, after)).toEqual([{ kind: 'setting', field: 'other' }])
  })

  it('are the changes empty exactly when both are the same', () => {
    fc.assert(
      fc.property(someProgramme, someProgramme, (before, after) => {
        expect(programmeChanges(before, structuredClone(before))).toEqual([])
        const isSame = JSON.stringify(before) === JSON.stringify(after)
        expect(programmeChanges(before, after).length === 0).toBe(isSame)
      }),
      { numRuns: 100 },
    )
  })

  it('a small change anywhere in it is seen', () => {
    fc.assert(
      fc.property(someProgramme, fc.nat(), fc.nat(), (before, where, how) => {
        for (const { items } of before.playlists) for (const [n, each] of items.entries()) each.id = `i${n}`
        const after = structuredClone(before)
        const lists = after.playlists.filter(({ items }) => items.length > 0)
        const list = lists[where % Math.max(1, lists.length)]
        const target = list?.items[how % list.items.length]
        fc.pre(list !== undefined && target !== undefined)
        if (how % 3 === 0) list.items = list.items.filter((each) => each !== target)
        else if (how % 3 === 1) target.seconds += 1
        else target.scene = { kind: 'notice', title: { ja: '差し替え' }, body: { ja: String(how) } }
        expect(programmeChanges(before, after)).toContainEqual(
          expect.objectContaining({ kind: 'playlist', id: list.id, how: 'changed' }),
        )
      }),
      { numRuns: 100 },
    )
  })
})
