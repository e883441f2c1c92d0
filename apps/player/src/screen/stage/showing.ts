import type { KioskLanguage, PlaylistItem, SceneContent } from '@akari/protocol'
import { variantFor } from '@akari/scenes'
import type { Showing } from './stage-machine.ts'

/** A playlist item as it would look to a reader of `language`; its key changes exactly when the picture must be another. */
export function showingOf(item: Pick<PlaylistItem, 'id' | 'scene'>, language: KioskLanguage): Showing {
  return { key: `${item.id} ${pictureOf(item.scene, language)}`, content: item.scene }
}

/**
 * What to try, in order: the item whose turn it is, then the others of its loop in the order they would come. Equal
 * pictures count once.
 */
export function candidatesOf(
  scene: SceneContent,
  itemId: string,
  loop: readonly PlaylistItem[],
  language: KioskLanguage,
): Showing[] {
  const at = loop.findIndex((item) => item.id === itemId)
  const others = at === -1 ? loop : [...loop.slice(at + 1), ...loop.slice(0, at)]
  return [{ id: itemId, scene }, ...others].map((item) => showingOf(item, language))
}

function pictureOf(scene: SceneContent, language: KioskLanguage): string {
  switch (scene.kind) {
    case 'image':
    case 'video':
      return `${scene.kind} ${variantFor(scene.variants, language)?.file.sha256 ?? ''}`
    case 'floorMap':
      return `floorMap ${scene.venue.sha256} ${scene.levelId}`
    case 'live':
      return `live ${scene.streamId}`
    case 'notice':
      return `notice ${JSON.stringify([scene.title, scene.body])}`
  }
}
