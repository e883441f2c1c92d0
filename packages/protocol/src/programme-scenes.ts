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
      return []
  }
}

/** The feeds that the boards of a scene show; their timetables come with `Programme.feeds`. */
export function feedsOf(scene: SceneContent): Id[] {
  return singleScenesOf(scene).flatMap((single) => (isBoard(single) ? feedsOfBoard(single) : []))
}

function zonesOf({ landscape = [], portrait = [] }: LayoutScene): LayoutZone[] {
  return [...landscape, ...portrait]
}
