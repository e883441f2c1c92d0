import type { Id, Language, PlaylistItem, Programme, Texts } from '@akari/protocol'

/** An item of which a reader of this language gets another language's words or picture. */
export type MissingVariant = { playlistId: Id; itemId: Id; language: Language; what: 'text' | 'picture' }

/**
 * What of a programme has no variant of its own in some of these languages, for a warning before it is published; in the order
 * of the playlists. A picture for every language (`language: null`) misses only the languages that others beside it have
 * not been made for, once somebody has begun to make any.
 */
export function missingVariants(programme: Programme, languages: readonly Language[]): MissingVariant[] {
  return programme.playlists.flatMap(({ id: playlistId, items }) =>
    items.flatMap((item) =>
      languages.flatMap((language) =>
        missingOf(item, language).map((what) => ({ playlistId, itemId: item.id, language, what })),
      ),
    ),
  )
}

function missingOf({ scene }: PlaylistItem, language: Language): MissingVariant['what'][] {
  switch (scene.kind) {
    case 'notice':
      return hasWords([scene.title, scene.body], language) ? [] : ['text']
    case 'floorMap':
    case 'live':
      return hasWords([scene.title], language) ? [] : ['text']
    case 'image':
    case 'video': {
      const own = scene.variants.flatMap((variant) => (variant.language === null ? [] : [variant.language]))
      // What everybody is shown is taken for Japanese once there is another beside it.
      const pictured = own.length === 0 || language === 'ja' || own.includes(language)
      return [
        ...(hasWords([scene.title], language) ? [] : ['text' as const]),
        ...(pictured ? [] : ['picture' as const]),
      ]
    }
  }
}

function hasWords(texts: readonly Texts[], language: Language): boolean {
  return texts.every((text) => text[language] !== undefined)
}
