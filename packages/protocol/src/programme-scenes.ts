import { feedsOfBoard, filesOfBoard, isBoard } from './boards/board-scene.ts'
import type { Id } from './primitives.ts'
import type { FileRef } from './file-ref.ts'
import type { LayoutScene, LayoutZone, SceneContent, SingleScene } from './programme.ts'

/** Does it have its place to itself? */
export function isSingle(scene: SceneContent): scene is SingleScene {
  return scene.kind !== 'layout'
}

/** The scenes that a scene names itself: of a layout those in its zones, without what their playlists hold. */
export function singleScenesOf(scene: SceneContent): SingleScene[] {
  if (scene.kind !== 'layout') return [scene]
  return zonesOf(scene).flatMap(({ content }) => (content.kind === 'scene' ? [content.scene] : []))
}

/** The playlists that run in the zones of a scene; none where it is no layout. */
export function zonePlaylistsOf(scene: SceneContent): Id[] {
  if (scene.kind !== 'layout') return []
  return zonesOf(scene).flatMap(({ content }) => (content.kind === 'playlist' ? [content.playlistId] : []))
}

/** Every file a scene needs on disk. */
export function filesOf(scene: SceneContent): FileRef[] {
  if (isBoard(scene)) return filesOfBoard(scene)
  switch (scene.kind) {
    case 'image':
      return scene.variants.map((variant) => variant.file)
    case 'video':
      return [...scene.variants.map((variant) => variant.file), ...(scene.poster === null ? [] : [scene.poster])]
    case 'floorMap':
      return [scene.venue]
    case 'layout':
      return singleScenesOf(scene).flatMap(filesOf)
    case 'poster':
      return (scene.picture ?? []).map((variant) => variant.file)
    case 'live':
    case 'notice':
    case 'way':
    case 'sitting':
      return []
  }
}

/** The feeds that a scene shows: its boards' (their timetables come with `Programme.feeds`), a sitting's state and its captions. */
export function feedsOf(scene: SceneContent): Id[] {
  return singleScenesOf(scene).flatMap((single) => {
    if (isBoard(single)) return feedsOfBoard(single)
    if (single.kind !== 'sitting') return []
    return single.captionsId === undefined ? [single.sittingId] : [single.sittingId, single.captionsId]
  })
}

/** The live streams that a scene shows. */
export function streamsIn(scene: SceneContent): Id[] {
  return singleScenesOf(scene).flatMap((single) => {
    const streamId = single.kind === 'live' || single.kind === 'sitting' ? single.streamId : null
    return streamId === null ? [] : [streamId]
  })
}

/** Is there anything to hear of it? A sitting is heard while it is in session. */
export function isHeard({ kind }: SingleScene): boolean {
  return kind === 'video' || kind === 'live' || kind === 'sitting'
}

/** Has it a live stream to itself? Such a scene is not made ready before its turn: the stream would be watched for nothing. */
export function isPlayedLive(scene: SceneContent): boolean {
  return isSingle(scene) && streamsIn(scene).length > 0
}

function zonesOf({ landscape = [], portrait = [] }: LayoutScene): LayoutZone[] {
  return [...landscape, ...portrait]
}
