import {
  boardTexts,
  type Id,
  isBoard,
  type Language,
  type MediaVariant,
  type Playlist,
  posterTexts,
  type SceneContent,
  singleScenesOf,
  type Texts,
} from '@akari/protocol'

/** An item of which a reader of this language gets another language's words or picture. */
export type MissingVariant = { playlistId: Id; itemId: Id; language: Language; what: 'text' | 'picture' }

/**
 * What of these playlists has no variant of its own in some of these languages, for a warning before they are published; in
 * their order. A picture for every language (`language: null`) misses only the languages that others beside it have
 * not been made for, once somebody has begun to make any.
 */
export function missingVariants(
  playlists: readonly Pick<Playlist, 'id' | 'items'>[],
  languages: readonly Language[],
): MissingVariant[] {
  return playlists.flatMap(({ id: playlistId, items }) =>
    items.flatMap((item) =>
      languages.flatMap((language) =>
        missingOf(item.scene, language).map((what) => ({ playlistId, itemId: item.id, language, what })),
      ),
    ),
  )
}

function missingOf(scene: SceneContent, language: Language): MissingVariant['what'][] {
  if (isBoard(scene)) return hasWords(boardTexts(scene), language) ? [] : ['text']
  switch (scene.kind) {
    case 'notice':
      return hasWords([scene.title, scene.body], language) ? [] : ['text']
    case 'layout':
      // Its own title is not on the glass.
      return [...new Set(singleScenesOf(scene).flatMap((single) => missingOf(single, language)))]
    case 'poster':
      return [
        ...(hasWords([scene.title, ...posterTexts(scene.poster).map(({ texts }) => texts)], language)
          ? []
          : ['text' as const]),
        ...(isPictured(scene.picture ?? [], language) ? [] : ['picture' as const]),
      ]
    case 'floorMap':
    case 'live':
    case 'way':
    case 'sitting':
      return hasWords([scene.title], language) ? [] : ['text']
    case 'image':
    case 'video': {
      return [
        ...(hasWords([scene.title], language) ? [] : ['text' as const]),
        ...(isPictured(scene.variants, language) ? [] : ['picture' as const]),
      ]
    }
  }
}

/** What everybody is shown is taken for Japanese once there is another beside it; やさしい日本語 reads that one too. */
function isPictured(variants: readonly MediaVariant[], language: Language): boolean {
  const own = variants.flatMap((variant) => (variant.language === null ? [] : [variant.language]))
  return own.length === 0 || language === 'ja' || language === 'ja-x-easy' || own.includes(language)
}

function hasWords(texts: readonly Texts[], language: Language): boolean {
  return texts.every((text) => text[language] !== undefined)
}
