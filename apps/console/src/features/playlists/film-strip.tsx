import type { DraftItem } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { ItemPicture } from './item-picture.tsx'
import classes from './playlists.module.css'

const SHOWN = 6

/** The first items of a playlist as small pictures. */
export function FilmStrip({ items }: { items: readonly DraftItem[] }): ReactElement {
  const { t } = useTranslation()
  if (items.length === 0) return <span className={classes.quiet}>{t('playlists.nothingIn')}</span>
  return (
    <span className={classes.strip}>
      {items.slice(0, SHOWN).map((item) => (
        <span key={item.id} className={classes.frame}>
          <ItemPicture scene={item.scene} />
        </span>
      ))}
      <span className={classes.quiet}>{t('playlists.items', { count: items.length })}</span>
    </span>
  )
}
