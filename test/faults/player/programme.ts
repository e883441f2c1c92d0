import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { samplePath } from '@akari/content-samples'
import { z } from 'zod'
import type { localApi } from '../../support/city-hall.ts'
import { upload } from '../../support/upload.ts'
import { spoiledFilm } from './spoiled-film.ts'

/** What can be put on: the usual, or beside one notice a film that cannot be decoded beyond its beginning or its middle. */
export type Media = 'usual' | keyof typeof SPOILED_FROM

/** Publishes one of these to the display and resolves when that is done, which is before it is on the glass. */
export type PutOn = (media: Media) => Promise<void>

const WithId = z.object({ id: z.string() })
const WithVersion = z.object({ version: z.int() })
const ITEM_SECONDS = 5
/** The CMS looks at one picture, a second in, and at the order of the rest: such films pass, as they would from a broken converter. */
const SPOILED_FROM = { 'breaking off soon': 0.15, 'breaking off in the middle': 0.5 } as const

/** Uploads the media of the sample city hall, and schedules a playlist that is put on from there on. */
export async function programmeOf(deps: {
  api: ReturnType<typeof localApi>
  cmsFolder: string
  displayId: string
}): Promise<PutOn> {
  const { api, cmsFolder, displayId } = deps
  const film = await readFile(samplePath('media/kingfisher.mp4'))
  const picture = await readFile(samplePath('media/sakura.landscape.ja.webp'))
  const give = (body: Buffer, mediaType: string, filename: string) =>
    upload(cmsFolder, { body, mediaType, filename, title: filename })
  const usual = [
    noticeOf('いまのお知らせ'),
    { kind: 'asset', assetId: await give(picture, 'image/webp', '桜.webp') },
    { kind: 'asset', assetId: await give(film, 'video/mp4', 'かわせみ.mp4') },
    noticeOf('つぎのお知らせ'),
  ]
  const { id } = WithId.parse(await api('POST', '/playlists', playlistOf(usual, 0)))
  await schedule(api, id, displayId)
  /** In other bytes each time: a player that has learnt to pass a film over meets another one. */
  const scenes = async (media: Media): Promise<object[]> => {
    if (media === 'usual') return usual
    const spoil = { fromShare: SPOILED_FROM[media], with: randomUUID() }
    return [
      { kind: 'asset', assetId: await give(spoiledFilm(film, spoil), 'video/mp4', 'こわれた映像.mp4') },
      noticeOf('そのほか'),
    ]
  }
  return async (media) => {
    const items = await scenes(media)
    const all = z.array(WithId.extend(WithVersion.shape)).parse(await api('GET', '/playlists'))
    const version = all.find((playlist) => playlist.id === id)?.version ?? 0
    await api('PUT', `/playlists/${id}`, playlistOf(items, version))
    await api('POST', '/programme/publish?wait=60', {})
  }
}

function noticeOf(title: string): object {
  return { kind: 'notice', title: { ja: title, en: title }, body: { ja: `${title}です`, en: title } }
}

function playlistOf(scenes: readonly object[], version: number): object {
  const items = scenes.map((scene, n) => ({
    id: `item-${n}`,
    seconds: ITEM_SECONDS,
    scene,
    validFrom: null,
    validUntil: null,
  }))
  return { name: '窓口', items, version }
}

async function schedule(api: ReturnType<typeof localApi>, playlistId: string, displayId: string): Promise<void> {
  // It began the day before yesterday and lasts: a clock that is a day off still finds something to show.
  const start = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 16)
  const rule = { start, durationMinutes: 7 * 1440, timeZone: 'Asia/Tokyo', rrule: null, exdates: [], rdates: [] }
  const targets = { displayIds: [displayId], groups: [] }
  await api('POST', '/entries', { name: '窓口', playlistId, targets, priority: 'normal', rule, version: 0 })
}
