import {
  type AssetView,
  type BoardHead,
  type BoardInput,
  type DraftScene,
  type DraftZone,
  type LayoutScene,
  type LayoutView,
  type LayoutZone,
  type MediaVariant,
  type PosterInput,
  type SceneContent,
  type SittingView,
  type StreamView,
  type Texts,
} from '@akari/protocol'
import { sceneOfBoard } from './scene-of-board.ts'

const UNKNOWN_SIZE = { width: 1920, height: 1080 }

/** What drafts name. */
export type Library = {
  assets: readonly AssetView[]
  streams: readonly Pick<StreamView, 'id' | 'title'>[]
  layouts: readonly ({ id: string } & LayoutDrawing)[]
  posters: readonly ({ id: string } & PosterDraft)[]
  boards: readonly Pick<BoardHead, 'id' | 'title' | 'board'>[]
  sittings: readonly Pick<SittingView, 'id' | 'title' | 'streamId'>[]
}

/** A board as far as it can be seen. */
export type BoardDraft = Pick<BoardInput, 'title' | 'board'>

/** A poster as far as it can be seen. */
export type PosterDraft = Pick<PosterInput, 'title' | 'poster' | 'pictureId'>

/** A layout as far as it can be seen. */
export type LayoutDrawing = Pick<LayoutView, 'name' | 'landscape' | 'portrait'>

/** The scene that a draft becomes when it is published, for the preview; null where the asset is gone. */
export function sceneOfDraft(
  draft: DraftScene,
  { assets, streams, layouts, posters, boards, sittings }: Library,
): SceneContent | null {
  switch (draft.kind) {
    case 'notice':
    case 'way':
      return draft
    case 'sitting': {
      const sitting = sittings.find((each) => each.id === draft.sittingId)
      return sitting === undefined ? draft : { ...draft, title: sitting.title, streamId: sitting.streamId }
    }
    case 'live': {
      const stream = streams.find((each) => each.id === draft.streamId)
      return stream === undefined ? null : { kind: 'live', title: stream.title, streamId: stream.id }
    }
    case 'floorMap': {
      const venue = assets.find((each) => each.id === draft.assetId)
      if (venue === undefined) return null
      return { kind: 'floorMap', title: levelTitle(venue, draft.levelId), venue: fileOf(venue), levelId: draft.levelId }
    }
    case 'asset': {
      const asset = assets.find((each) => each.id === draft.assetId)
      return asset === undefined ? null : mediaScene(asset, assets)
    }
    case 'poster': {
      const poster = posters.find((each) => each.id === draft.posterId)
      return poster === undefined ? null : sceneOfPoster(poster, assets)
    }
    case 'board': {
      const board = boards.find((each) => each.id === draft.boardId)
      return board === undefined ? null : sceneOfBoard(board, boards)
    }
    case 'layout': {
      const layout = layouts.find((each) => each.id === draft.layoutId)
      return layout === undefined ? null : sceneOfLayout(layout)
    }
  }
}

/** A poster as it will be set; a picture that is gone is left out. */
export function sceneOfPoster({ title, poster, pictureId }: PosterDraft, assets: readonly AssetView[]): SceneContent {
  const asset = assets.find((each) => each.id === pictureId)
  const picture = asset === undefined ? null : mediaScene(asset, assets)
  return { kind: 'poster', title, poster, ...(picture?.kind === 'image' ? { picture: picture.variants } : {}) }
}

/** A layout as it will share the glass, on glasses of either shape. */
export function sceneOfLayout({ name, landscape, portrait }: LayoutDrawing): LayoutScene {
  return {
    kind: 'layout',
    title: { ja: name },
    ...(landscape === undefined ? {} : { landscape: landscape.map(zoneOf) }),
    ...(portrait === undefined ? {} : { portrait: portrait.map(zoneOf) }),
  }
}

function zoneOf({ id, area, playlistId }: DraftZone): LayoutZone {
  return { id, area, content: { kind: 'playlist', playlistId } }
}

/** «本庁舎 2F». */
export function levelTitle(venue: AssetView, levelId: string): Texts {
  const level = venue.levels.find((each) => each.id === levelId)
  if (level === undefined) return venue.title
  const { ja, en } = level.shortName
  const english = venue.title.en === undefined ? undefined : `${venue.title.en} ${en ?? ja}`
  return { ja: `${venue.title.ja} ${ja}`, ...(english === undefined ? {} : { en: english }) }
}

function mediaScene(asset: AssetView, assets: readonly AssetView[]): SceneContent | null {
  const variants: MediaVariant[] = [{ language: null, ...pictureOf(asset) }]
  for (const { language, assetId } of asset.variants) {
    const other = assets.find((each) => each.id === assetId)
    if (other !== undefined) variants.push({ language, ...pictureOf(other) })
  }
  const said = { title: asset.title, ...(asset.alt === null ? {} : { alt: asset.alt }) }
  switch (asset.kind) {
    case 'image':
      return { kind: 'image', ...said, variants }
    case 'video':
      return { kind: 'video', ...said, variants, poster: null }
    case 'venue':
    case 'audio':
      return null
  }
}

function pictureOf(asset: AssetView) {
  const { focus } = asset.framing
  return {
    ...(focus === null || asset.kind !== 'image' ? {} : { focus }),
    file: fileOf(asset),
    width: asset.width ?? UNKNOWN_SIZE.width,
    height: asset.height ?? UNKNOWN_SIZE.height,
  }
}

function fileOf({ sha256, bytes, mediaType }: AssetView) {
  return { sha256, bytes, mediaType }
}
