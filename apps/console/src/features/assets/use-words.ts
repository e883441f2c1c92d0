import type { AssetUse } from '@akari/protocol'
import { useTranslation } from 'react-i18next'

/** Names what shows a media file, and what kind of thing it is. */
export function useUseWords(): (use: AssetUse) => string {
  const { t } = useTranslation()
  return ({ kind, name }) => t(`library.usedBy.${kind}`, { name })
}

/** The page on which it can be taken out. */
export function placeOf({ kind, id }: AssetUse): string {
  switch (kind) {
    case 'playlist':
      return `/playlists/${id}`
    case 'poster':
      return `/posters/${id}`
    case 'takeover':
      return '/schedule/takeovers'
    case 'venue':
      return `/venues/${id}?view=words`
    case 'recording':
      return `/recordings/${id}`
  }
}
