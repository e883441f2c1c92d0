import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { samplePath } from '@akari/content-samples'
import { type FileRef, filesOf, type Programme, type SceneContent, type Texts } from '@akari/protocol'
import { sampleVenue } from '../../visual/sample-venue.ts'

const PICTURES = [
  'sakura.landscape.ja.webp',
  'tax.landscape.ja.webp',
  'heat.landscape.ja.webp',
  'waste.landscape.ja.webp',
]
/** Every so many changes a film, a picture that was never there before, and another way to appear. */
const FILM_EVERY = 25
const NEW_PICTURE_EVERY = 20
const FADE_EVERY = 4

export function changeName(n: number): string {
  return `No.${n}.`
}

/**
 * Gives the programme of the `n`th change: pictures, films, maps, posters, notices and layouts of the sample city hall, in
 * turn. Whatever is on the stage then has `changeName(n)` in its words. `keep` serves bytes to the display.
 */
export async function soakContents(keep: (sha256: string, bytes: Buffer) => void): Promise<(n: number) => Programme> {
  const add = (bytes: Buffer, mediaType: string): FileRef => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    keep(sha256, bytes)
    return { sha256, bytes: bytes.length, mediaType }
  }
  const bytesOf = await Promise.all(PICTURES.map((name) => readFile(samplePath(`media/${name}`))))
  const pictures = bytesOf.map((bytes) => add(bytes, 'image/webp'))
  const film = add(await readFile(samplePath('media/kingfisher.mp4')), 'video/mp4')
  const venue = sampleVenue()
  const map = add(Buffer.from(JSON.stringify(venue)), 'application/json')
  const levels = venue.levels.map(({ id }) => id)

  const image = (n: number, title: Texts): SceneContent => {
    const own =
      n % NEW_PICTURE_EVERY === 0
        ? add(Buffer.concat([bytesOf[0] ?? Buffer.of(), Buffer.from(`${n}`)]), 'image/webp')
        : undefined
    const file = own ?? pictures[n % pictures.length]
    if (file === undefined) throw new Error('the sample has no pictures')
    return { kind: 'image', title, variants: [{ language: null, file, width: 1920, height: 1080 }] }
  }
  const scene = (n: number): SceneContent => {
    const title = { ja: `${changeName(n)} 番組の入れ替え`, en: `${changeName(n)} another programme` }
    if (n % FILM_EVERY === 0)
      return {
        kind: 'video',
        title,
        poster: null,
        variants: [{ language: null, file: film, width: 1920, height: 1080 }],
      }
    switch (n % 5) {
      case 0:
        return image(n, title)
      case 1:
        return { kind: 'notice', title, body: { ja: `${n} 回目の入れ替えです。`, en: `This is change ${n}.` } }
      case 2:
        return { kind: 'floorMap', title, venue: map, levelId: levels[n % levels.length] ?? '' }
      case 3:
        return {
          kind: 'poster',
          title,
          poster: { template: 'notice', body: { ja: `${n} 回目です。`, en: `Number ${n}.` } },
        }
      default:
        return layoutOf(n, title, image(n + 1, title))
    }
  }
  return (n) => programmeOf(n, [scene(n), scene(n)])
}

function layoutOf(n: number, title: Texts, picture: SceneContent): SceneContent {
  if (picture.kind !== 'image') throw new Error('a layout of the soak has a picture')
  const notice = { kind: 'notice', title, body: { ja: `${n} 回目`, en: `Number ${n}` } } as const
  const left = { id: 'left', area: { x: 0, y: 0, w: 7, h: 12 }, content: { kind: 'scene', scene: picture } } as const
  const right = { id: 'right', area: { x: 7, y: 0, w: 5, h: 12 }, content: { kind: 'scene', scene: notice } } as const
  return { kind: 'layout', title, landscape: [left, right] }
}

function programmeOf(n: number, scenes: readonly SceneContent[]): Programme {
  const items = scenes.map((scene, at) => ({
    id: `item-${n}-${at}`,
    seconds: 10,
    scene,
    validFrom: null,
    validUntil: null,
  }))
  const files = new Map(scenes.flatMap(filesOf).map((file) => [file.sha256, file]))
  return {
    format: 1,
    displayId: 'lobby-1f',
    revision: n,
    publishedAt: new Date().toISOString(),
    city: { ja: '小金井市', en: 'Koganei' },
    timeZone: 'Asia/Tokyo',
    display: {
      name: '1階ロビー',
      widthPx: 960,
      heightPx: 540,
      mmPerPx: 1.06,
      viewingDistanceM: 3,
      touch: false,
      kioskId: null,
    },
    playlists: [{ id: 'main', name: '案内', items, ...(n % FADE_EVERY === 0 ? {} : { transition: 'cut' }) }],
    entries: [],
    defaultPlaylistId: 'main',
    streams: [],
    files: [...files.values()],
  }
}
