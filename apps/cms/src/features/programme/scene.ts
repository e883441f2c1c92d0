import {
  boardScene,
  type DisplayProfile,
  type DraftScene,
  type Id,
  type LayoutZone,
  type MediaVariant,
  type SceneContent,
} from '@akari/protocol'
import { cutFor, purposeFor } from '../rendition-purpose.ts'
import { type DraftIndex, type DraftLayout, type MediaAsset, type Poster, zonesDrawn } from './content.ts'

/** The scene with its files for this display; null when something it names is not there. */
export function resolveScene(scene: DraftScene, profile: DisplayProfile, draft: DraftIndex): SceneContent | null {
  switch (scene.kind) {
    case 'asset':
      return mediaScene(draft.asset.get(scene.assetId), profile, draft)
    case 'floorMap':
      return floorMapScene(draft.asset.get(scene.assetId), scene.levelId)
    case 'live': {
      const stream = draft.stream.get(scene.streamId)
      return stream === undefined ? null : { kind: 'live', title: stream.title, streamId: stream.id }
    }
    case 'notice':
    case 'way':
      return scene
    case 'sitting':
      return sittingScene(scene, draft)
    case 'layout':
      return layoutScene(draft.layout.get(scene.layoutId), profile)
    case 'poster':
      return posterScene(draft.poster.get(scene.posterId), profile, draft)
    case 'board': {
      const board = draft.board.get(scene.boardId)
      return board === undefined ? null : boardScene(board, (id) => draft.board.get(id))
    }
  }
}

/** The asset a scene names, for whoever must prepare its pictures. */
export function assetIdOf(scene: DraftScene, draft: DraftIndex): Id | null {
  switch (scene.kind) {
    case 'asset':
      return scene.assetId
    case 'poster':
      return draft.poster.get(scene.posterId)?.pictureId ?? null
    case 'floorMap':
    case 'live':
    case 'notice':
    case 'layout':
    case 'way':
    case 'board':
    case 'sitting':
      return null
  }
}

/** As the sitting is planned now, whatever it was when it was put into a playlist; without a stream that is gone. */
function sittingScene(scene: Extract<DraftScene, { kind: 'sitting' }>, draft: DraftIndex): SceneContent {
  const { title, streamId, captionsId } = draft.sitting.get(scene.sittingId) ?? scene
  return {
    ...scene,
    title,
    streamId: draft.stream.get(streamId ?? '')?.id ?? null,
    ...(captionsId === undefined ? {} : { captionsId }),
  }
}

/** A poster whose picture is gone is shown without: its words are what counts. */
function posterScene(poster: Poster | undefined, profile: DisplayProfile, draft: DraftIndex): SceneContent | null {
  if (poster === undefined) return null
  const { title, poster: content, pictureId } = poster
  const picture = pictureId === null ? null : mediaScene(draft.asset.get(pictureId), profile, draft)
  return { kind: 'poster', title, poster: content, ...(picture?.kind === 'image' ? { picture: picture.variants } : {}) }
}

/** With the zones of this glass alone: what is drawn for the other shape changes nothing here. */
function layoutScene(layout: DraftLayout | undefined, profile: DisplayProfile): SceneContent | null {
  if (layout === undefined) return null
  const { drawn, zones } = zonesDrawn(layout, profile)
  const drawing = zones.map(({ id, area, playlistId }): LayoutZone => {
    return { id, area, content: { kind: 'playlist', playlistId } }
  })
  return { kind: 'layout', title: { ja: layout.name }, [drawn]: drawing }
}

function mediaScene(asset: MediaAsset | undefined, profile: DisplayProfile, draft: DraftIndex): SceneContent | null {
  if (asset === undefined || asset.kind === 'venue' || asset.kind === 'audio') return null
  const others = (draft.variants.get(asset.id) ?? []).filter((variant) => variant.kind === asset.kind)
  const own = pictured(asset, profile)
  if (own === null) return null
  const variants = [
    { ...own, language: null },
    ...others.flatMap((variant) => {
      const picture = pictured(variant, profile)
      return picture === null ? [] : [{ ...picture, language: variant.language }]
    }),
  ]
  const said = { title: asset.title, ...(asset.alt === null ? {} : { alt: asset.alt }) }
  if (asset.kind === 'image') return { kind: 'image', ...said, variants }
  const poster = asset.renditions.find((rendition) => rendition.purpose === 'poster')
  return { kind: 'video', ...said, variants, poster: poster?.file ?? null }
}

/** What this display gets of an asset; null for a film that no display can play (yet). */
function pictured(asset: MediaAsset, profile: DisplayProfile): Omit<MediaVariant, 'language'> | null {
  const cut = cutFor(asset.framing, profile)
  const wanted = asset.kind === 'video' ? 'film' : purposeFor(profile, cut)
  const made = asset.renditions.find((rendition) => rendition.purpose === wanted)
  if (made === undefined && !asset.playable) return null
  // A video that nobody could measure is taken to fill the display.
  const own = { file: asset.file, width: asset.width ?? profile.widthPx, height: asset.height ?? profile.heightPx }
  const { file, width, height } = made ?? own
  const focus = cut.kind === 'fill' && asset.framing.focus !== null ? { focus: asset.framing.focus } : {}
  return { file, width, height, ...focus }
}

function floorMapScene(asset: MediaAsset | undefined, levelId: Id): SceneContent | null {
  if (asset?.kind !== 'venue' || !asset.levels.some((level) => level.id === levelId)) return null
  return { kind: 'floorMap', title: asset.title, venue: asset.file, levelId }
}
