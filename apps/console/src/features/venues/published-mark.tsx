import type { VenueView } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './venues.module.css'

/** Is what was drawn what displays have? By shape, word and colour. */
export function PublishedMark({
  venue: { published, version },
}: {
  venue: Pick<VenueView, 'published' | 'version'>
}): ReactElement {
  const { t } = useTranslation()
  const state = published === null ? 'never' : published.version < version ? 'waiting' : 'done'
  return (
    <span className={classes.mark} data-state={state} data-testid="venue-state">
      {t(`venues.state.${state}`)}
    </span>
  )
}
