import { describe, expect, it } from 'vitest'
import { display, EVERY_DAY, image, item, notice } from '../testing/content-samples.ts'
import { type Draft, indexDraft, type TargetDisplay } from './content.ts'
import { publishWarnings } from './warnings.ts'

const NOW = '2026-11-22T09:00:00+09:00'

function warnings(draft: Partial<Draft>, displays: TargetDisplay[]) {
  return publishWarnings(displays, indexDraft({ playlists: [], entries: [], streams: [], assets: [], ...draft }), NOW)
}

function playlist(...items: Draft['playlists'][number]['items']) {
  return { id: 'p', name: 'ロビー通常', items }
}

function entry(rule: Partial<typeof EVERY_DAY>) {
  const targets = { displayIds: ['lobby'], groups: [] }
  return { id: 'e', name: '朝', playlistId: 'p', priority: 'normal', rule: { ...EVERY_DAY, ...rule }, targets } as const
}

const lobby = display('lobby', { defaultPlaylistId: 'p' })

describe('publishWarnings', () => {
  it('says nothing when everything is there', () => {
    expect(warnings({ playlists: [playlist(item('1', notice('x')))], entries: [entry({})] }, [lobby])).toEqual([])
  })

  it('names a display for which nothing is planned', () => {
    expect(warnings({}, [display('lobby')])).toEqual([{ code: 'nothing-scheduled', subject: '端末 lobby' }])
  })

  it('names a playlist once, however many displays show it', () => {
    const found = warnings({ playlists: [playlist()] }, [lobby, display('hall', { defaultPlaylistId: 'p' })])
    expect(found).toEqual([{ code: 'playlist-empty', subject: 'ロビー通常' }])
  })

  it('counts a playlist whose every item lost its asset as empty', () => {
    const found = warnings({ playlists: [playlist(item('1', { kind: 'asset', assetId: 'gone' }))] }, [lobby])
    expect(found.map(({ code }) => code)).toEqual(['playlist-empty', 'asset-missing'])
  })

  it('lists the languages that a text lacks', () => {
    const scene = { kind: 'notice', title: { ja: '休館', en: 'Closed' }, body: { ja: '本日' } } as const
    expect(warnings({ playlists: [playlist(item('1', scene))] }, [lobby])).toEqual([
      { code: 'language-missing', subject: '休館', languages: ['ja-x-easy', 'en', 'zh-Hans', 'ko'] },
    ])
  })

  it('lists the languages that others beside a picture were made for', () => {
    const assets = [image('poster', 'a'), image('poster-en', 'b', { variantOf: 'poster', language: 'en' })]
    const shown = playlist(item('1', { kind: 'asset', assetId: 'poster' }))
    expect(warnings({ playlists: [shown], assets }, [lobby])).toEqual([
      { code: 'picture-language-missing', subject: 'poster', languages: ['zh-Hans', 'ko'] },
    ])
  })

  it('notices an entry that is over', () => {
    const playlists = [playlist(item('1', notice('x')))]
    expect(warnings({ playlists, entries: [entry({ rrule: null })] }, [lobby])).toEqual([
      { code: 'entry-never-occurs', subject: '朝' },
    ])
    expect(warnings({ playlists, entries: [entry({ rrule: 'FREQ=YEARLY' })] }, [lobby])).toEqual([])
  })

  it('asks where a display with floor maps stands', () => {
    const venue = image('venue', 'a', { kind: 'venue', levels: [{ id: '1f', kioskIds: ['k1'] }] })
    const draft = {
      assets: [venue],
      playlists: [playlist(item('1', { kind: 'floorMap', assetId: 'venue', levelId: '1f' }))],
    }
    const standing = (kioskId: string | null) => ({ ...lobby, profile: { ...lobby.profile, kioskId } })
    expect(warnings(draft, [standing('k1')])).toEqual([])
    expect(warnings(draft, [standing(null)])).toEqual([{ code: 'kiosk-missing', subject: '端末 lobby' }])
    expect(warnings(draft, [standing('k9')])).toEqual([{ code: 'kiosk-missing', subject: '端末 lobby' }])
  })
})
