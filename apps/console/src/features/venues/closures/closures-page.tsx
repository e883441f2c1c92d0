import type { VenueDraft, VenueEdits, VenueModel } from '@akari/protocol'
import { NO_EDITS } from '@akari/wayfinding'
import { Skeleton } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMay } from '../../../api/session.ts'
import { usePublishedGuide, useVenue, useWayClosures } from '../../../api/venues.ts'
import { Loaded } from '../../../parts/loaded.tsx'
import { useTextIn } from '../../../parts/texts-in.ts'
import { useWhen } from '../../../parts/when.ts'
import { useVenueKit } from '../model/use-venue-kit.ts'
import { PublishedMark } from '../published-mark.tsx'
import { VenueNav } from '../venue-nav.tsx'
import { ClosingBoard } from './closing-board.tsx'
import { ClosureCards } from './closure-cards.tsx'
import { type Composing, NOTHING_COMPOSED } from './closure-draft.ts'
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

/** Drawn on what displays lead people by; on the draft only where nothing is published. What is composed outlives a new plan. */
function Closures({ venue }: { venue: VenueDraft }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const when = useWhen()
  const { id, name, published } = venue
  const [composing, setComposing] = useState(NOTHING_COMPOSED)
  const composed = { composing, onCompose: setComposing }
  const guide = usePublishedGuide(id, published?.version ?? null)
  return (
    <div className={classes.venue}>
      <header className={classes.head}>
        <h1>{t('venues.closures.title', { name: textIn(name) })}</h1>
        <PublishedMark venue={venue} />
        <p className={classes.quiet} data-testid="closures-plan">
          {published === null
            ? t('venues.closures.onDraft')
            : t('venues.closures.onPublished', { at: when.dayAndTime(published.at) })}
        </p>
      </header>
      <VenueNav id={id} at="closures" closures={venue.closures} />
      {published === null ? (
        <ClosuresIn venueId={id} plan={venue.model} edits={venue.edits} {...composed} />
      ) : (
        <Loaded query={guide} skeleton={<Skeleton height={420} />}>
          {(document) => <ClosuresIn venueId={id} plan={document.venue} edits={NO_EDITS} {...composed} />}
        </Loaded>
      )}
    </div>
  )
}

function ClosuresIn({
  venueId,
  plan,
  edits,
  composing,
  onCompose,
}: {
  venueId: string
  plan: VenueModel
  edits: VenueEdits
  composing: Composing
  onCompose: (composing: Composing) => void
}): ReactElement {
  const kit = useVenueKit(plan, edits)
  const closures = useWayClosures(venueId)
  const mayCompose = useMay('content')
  const isOnDuty = useMay('alerts')
  const mayChange = mayCompose || isOnDuty
  return (
    <Loaded query={closures}>
      {(all) =>
        kit === null ? (
          <Skeleton height={420} />
        ) : (
          <>
            <ClosureCards venueId={venueId} closures={all} model={kit.model} mayChange={mayChange} />
            <ClosingBoard
              venueId={venueId}
              kit={kit}
              closures={all}
              readOnly={!mayChange}
              composing={composing}
              onCompose={onCompose}
            />
          </>
        )
      }
    </Loaded>
  )
}
