import { describe, expect, it } from 'vitest'
import { display, EVERY_DAY, image, inEveryLanguage, item, notice } from '../testing/content-samples.ts'
import { compile, ProgrammeContent } from './compile.ts'
import { type Draft, indexDraft, type OpenTakeover } from './content.ts'
import { layOnto } from './layers.ts'

const PLACE = { city: { ja: '小金井市' }, timeZone: 'Asia/Tokyo' }
const LOBBY = display('lobby', { groups: ['ロビー'], defaultPlaylistId: 'base' })
const DRAFT: Draft = {
  playlists: [{ id: 'base', name: 'ふだん', items: [item('1', notice('ふだん'))] }],
  entries: [
    {
      id: 'e',
      name: 'e',
      playlistId: 'base',
      priority: 'normal',
      rule: EVERY_DAY,
      targets: { displayIds: ['lobby'], groups: [] },
    },
  ],
  streams: [{ id: 's', title: inEveryLanguage('中継'), url: 'http://127.0.0.1/live.m3u8' }],
  assets: [image('poster', 'a')],
}
const TAKEOVER: OpenTakeover = {
  id: 't1',
  name: '臨時議会',
  targets: { displayIds: [], groups: ['ロビー'] },
  startsAt: '2026-11-22T05:00:00.000Z',
  endsAt: '2026-11-22T06:00:00.000Z',
  noticeSeconds: 10,
  playlist: {
    id: 'base',
    name: '議会',
    items: [item('live', { kind: 'live', streamId: 's' }), item('poster', { kind: 'asset', assetId: 'poster' })],
  },
}

function scheduled(draft = DRAFT): string {
  return JSON.stringify(compile(LOBBY, indexDraft(draft), PLACE))
}

function laid(base: string, takeovers: readonly OpenTakeover[]) {
  return layOnto(base, LOBBY, indexDraft({ ...DRAFT, takeovers }))
}

describe('takeovers', () => {
  it('come with a copy of their playlist, its files and streams; the schedule stays as it is published', () => {
    const { body } = laid(scheduled(), [TAKEOVER])
    const [content, before] = [
      ProgrammeContent.parse(JSON.parse(body)),
      ProgrammeContent.parse(JSON.parse(scheduled())),
    ]
    expect(content.entries).toEqual(before.entries)
    expect(content.playlists[0]).toEqual(before.playlists[0])
    expect(content.playlists[1]).toMatchObject({ id: 'takeover:t1', name: '議会' })
    expect(content.takeovers).toEqual([
      {
        id: 't1',
        name: '臨時議会',
        playlistId: 'takeover:t1',
        startsAt: TAKEOVER.startsAt,
        endsAt: TAKEOVER.endsAt,
        noticeSeconds: 10,
      },
    ])
    expect(content.files.map(({ sha256 }) => sha256)).toEqual(['a'.repeat(64)])
    expect(content.streams.map(({ id }) => id)).toEqual(['s'])
  })

  it('leave the very bytes that were published when the last of them is over', () => {
    const base = scheduled()
    const { scheduled: kept } = laid(base, [TAKEOVER])
    expect(kept).toBe(base)
    expect(laid(kept ?? '', [])).toEqual({ ...laid(base, []), scheduled: null })
    expect(laid(base, []).body).toBe(base)
  })

  it('are for the displays they name and no others', () => {
    const elsewhere = { ...TAKEOVER, targets: { displayIds: ['other'], groups: [] } }
    expect(laid(scheduled(), [elsewhere])).toEqual(laid(scheduled(), []))
  })

  it('give the same text whatever the order in which they were started', () => {
    const other = { ...TAKEOVER, id: 't2' }
    expect(laid(scheduled(), [TAKEOVER, other])).toEqual(laid(scheduled(), [other, TAKEOVER]))
  })
})
