import { Button, Skeleton } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { ApiError } from '../../api/problem.ts'
import { useVenue } from '../../api/venues.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { VenueWorkshop } from './venue-workshop.tsx'

/** One building: what its plan lacks, the plan itself, what people ask, and ways to try. */
export function VenuePage(): ReactElement {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const venue = useVenue(id)
  if (venue.error instanceof ApiError && venue.error.status === 404) {
    return (
      <Page title={t('venues.title')}>
        <Empty icon={IconMapOff} title={t('venues.goneTitle')} hint={t('venues.goneHint')}>
          <Button component={Link} to="/venues">
            {t('venues.back')}
          </Button>
        </Empty>
      </Page>
    )
  }
  return (
    <Loaded query={venue} skeleton={<Skeleton height={420} m="xl" />}>
      {(draft) => <VenueWorkshop key={`${draft.id} ${draft.plan.number}`} venue={draft} />}
    </Loaded>
  )
}
