import { isBoard, isSingle, type KioskLanguage, type SceneContent } from '@akari/protocol'
import { variantFor } from '../everyday/scene-props.ts'
import type { Showing } from './stage-machine.ts'

/** What of a playlist's item can be seen. */
export interface SceneItem<C> {
  id: string
  scene: C
  /** Its playlist asks it to appear at once. */
  cuts?: true
}

/** A playlist item as it would look to a reader of `language`; its key changes exactly when the picture must be another. */
export function showingOf<C extends SceneContent>({ id, scene }: SceneItem<C>, language: KioskLanguage): Showing<C> {
  return { key: `${id} ${pictureOf(scene, language)}`, content: scene }
}

/**
 * What to try, in order: the item whose turn it is, then the others of its loop in the order they would come. Equal
 * pictures count once. A layout stands in for nothing: what its zones show is decided only when its turn comes.
 */
export function candidatesOf<C extends SceneContent>(
  now: SceneItem<C>,
  loop: readonly SceneItem<C>[],
  language: KioskLanguage,
): Showing<C>[] {
  const at = loop.findIndex((item) => item.id === now.id)
  const after = at === -1 ? loop : [...loop.slice(at + 1), ...loop.slice(0, at)]
  const others = after.filter(({ scene }) => isSingle(scene))
  const appears = now.cuts === true ? { cuts: now.cuts } : {}
  return [now, ...others].map((item) => ({ ...showingOf(item, language), ...appears }))
}

function pictureOf(scene: SceneContent, language: KioskLanguage): string {
  if (isBoard(scene)) return `${scene.kind} ${JSON.stringify(scene)}`
  switch (scene.kind) {
    case 'image':
    case 'video':
      return `${scene.kind} ${variantFor(scene.variants, language)?.file.sha256 ?? ''}`
    case 'floorMap':
      return `floorMap ${scene.venue.sha256} ${scene.levelId}`
    case 'live':
      return `live ${scene.streamId}`
    case 'sitting':
      return `sitting ${JSON.stringify([scene.sittingId, scene.streamId, scene.captionsId])}`
    case 'layout':
      return `layout ${JSON.stringify([scene.landscape, scene.portrait])}`
    case 'way':
      return `way ${JSON.stringify(scene)}`
    case 'notice':
      return `notice ${JSON.stringify([scene.title, scene.body])}`
    case 'poster': {
      const picture = variantFor(scene.picture ?? [], language)?.file.sha256 ?? ''
      return `poster ${picture} ${JSON.stringify([scene.title, scene.poster])}`
    }
  }
}
