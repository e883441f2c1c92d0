import {
  type Basemap,
  type BasemapPicture,
  type BasemapTiles,
  type FileRef,
  MOST_PICTURE_PX,
  PMTILES,
  type Sha256,
  STREETS_PICTURE,
} from '@akari/protocol'
import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { ThreadTooMuch } from '../asked-thread.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import texts from './basemaps.texts.json' with { type: 'json' }
import type { BasemapStore } from './basemaps.store.ts'
import type { TilesThread } from './check-tiles.ts'

/** A draft that names a file may lie about so long before it is saved. */
const KEPT_MS = 30 * 24 * 3600_000
const PICTURE_QUALITY = 90

export type BasemapsService = ReturnType<typeof basemapsService>

type Deps = Pick<ServiceDeps, 'now' | 'audit'> & {
  store: BasemapStore
  thread: TilesThread
  /** Keeps a file of the same volume; it is gone from its path afterwards. */
  adopt: (path: string, mediaType: string) => Promise<FileRef>
  /** Writes the picture at a path anew as WebP, and nothing else that was in it; null where it is none. */
  redraw: (
    from: string,
    to: string,
    most: { px: number; quality: number },
  ) => Promise<{ width: number; height: number } | null>
}

/** Street maps that staff send: tiles and their picture, each checked and kept as a file that boards can name. */
export function basemapsService({ store, thread, adopt, redraw, now, audit }: Deps) {
  return {
    /** Throws `media-refused` with what is wrong. */
    takeTiles: async (path: string, actor: Actor): Promise<BasemapTiles> => {
      const checked = await thread.check(path).catch((err: unknown) => {
        if (err instanceof ThreadTooMuch) throw refused('tooMuch')
        throw err
      })
      if (!checked.ok) throw refused(reasonOf(checked.code), checked.detail)
      const { sha256, bytes } = await adopt(path, PMTILES)
      const tiles = { sha256, bytes, mediaType: PMTILES } as const
      await store.keep({ file: tiles, about: { kind: 'tiles', ...checked.found }, sentAt: now().toISOString() })
      await audit(actor, 'basemap.tiles', sha256, { bytes, schema: checked.found.schema })
      return { tiles, ...checked.found }
    },
    /** Throws `media-refused` for what is no picture. */
    takePicture: async (path: string, actor: Actor): Promise<BasemapPicture> => {
      const drawn = `${path}.webp`
      const size = await redraw(path, drawn, { px: MOST_PICTURE_PX, quality: PICTURE_QUALITY })
      if (size === null) throw refused('pictureUnreadable')
      const { sha256, bytes } = await adopt(drawn, STREETS_PICTURE)
      const file = { sha256, bytes, mediaType: STREETS_PICTURE } as const
      const about = { widthPx: size.width, heightPx: size.height }
      await store.keep({ file, about: { kind: 'picture', ...about }, sentAt: now().toISOString() })
      await audit(actor, 'basemap.picture', sha256, { bytes })
      return { file, ...about }
    },
    /** Does a basemap name only files that were sent as what it takes them for? */
    isKnown: async ({ tiles, schema, picture }: Basemap): Promise<boolean> => {
      const held = await store.find(tiles.sha256)
      if (held?.about.kind !== 'tiles' || held.about.schema !== schema || !isDeepStrictEqual(held.file, tiles))
        return false
      if (picture === undefined) return true
      const drawn = await store.find(picture.file.sha256)
      return drawn?.about.kind === 'picture' && isDeepStrictEqual(drawn.file, picture.file)
    },
    /** All that are kept, whether a board names them yet or not. */
    files: async (): Promise<FileRef[]> => (await store.list()).map(({ file }) => file),
    /** Forgets what was sent long ago and is named by no board. */
    housekeep: async (named: ReadonlySet<Sha256>): Promise<void> => {
      for (const { file, sentAt } of await store.list()) {
        if (named.has(file.sha256) || now().getTime() - Date.parse(sentAt) < KEPT_MS) continue
        await store.forget(file.sha256)
      }
    },
    close: thread.close,
  }
}

function refused(reason: keyof typeof texts, detail = ''): AppError {
  return new AppError('media-refused', sentence(texts[reason], { detail }))
}

function reasonOf(code: string): keyof typeof texts {
  const reasons = ['notTiles', 'otherVersion', 'notVector', 'otherPacking', 'tooMuch', 'otherSchema'] as const
  return reasons.find((reason) => reason === code) ?? 'damaged'
}
