import type { VenueDraft } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMay } from '../../../api/session.ts'
import { useVenue, useWayClosures } from '../../../api/venues.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { useTextIn } from '../../../parts/texts-in.ts'
import { useVenueKit } from '../model/use-venue-kit.ts'
import { PublishedMark } from '../published-mark.tsx'
import { VenueNav } from '../venue-nav.tsx'
import { ClosingBoard } from './closing-board.tsx'
import { ClosureCards } from './closure-cards.tsx'
import classes from '../venues.module.css'

/** 通行止め: what nobody may pass now or soon; displays lead people round it at once. */
export function ClosuresPage(): ReactElement {
  const { id = '' } = useParams()
  return (
    <Loaded query={useVenue(id)} skeleton={<Skeleton height={420} m="xl" />}>
      {(venue) => <Closures venue={venue} />}
    </Loaded>
  )
}

function Closures({ venue }: { venue: VenueDraft }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const kit = useVenueKit(venue.model, venue.edits)
  const closures = useWayClosures(venue.id)
  const mayCompose = useMay('content')
  const isOnDuty = useMay('alerts')
  return (
    <div className={classes.venue}>
      <header className={classes.head}>
        <h1>{t('venues.closures.title', { name: textIn(venue.name) })}</h1>
        <PublishedMark venue={venue} />
      </header>
      <VenueNav id={venue.id} at="closures" closures={venue.closures} />
      <Loaded query={closures}>
        {(all) =>
          kit === null ? (
            <Skeleton height={420} />
          ) : (
            <>
              <ClosureCards venueId={venue.id} closures={all} model={kit.model} mayChange={mayCompose || isOnDuty} />
              <ClosingBoard venueId={venue.id} kit={kit} closures={all} readOnly={!mayCompose && !isOnDuty} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}
