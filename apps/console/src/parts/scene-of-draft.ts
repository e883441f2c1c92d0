import type { AssetView, DraftScene, MediaVariant, SceneContent, Texts } from '@akari/protocol'

const UNKNOWN_SIZE = { width: 1920, height: 1080 }

/** The scene that a draft becomes when it is published, for the preview; null where the asset is gone. */
export function sceneOfDraft(
  draft: DraftScene,
  assets: readonly AssetView[],
  streams: readonly { id: string; title: Texts }[],
): SceneContent | null {
  switch (draft.kind) {
    case 'notice':
      return draft
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
  }
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
