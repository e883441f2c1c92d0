import type { DisplayView, Venue } from '@akari/protocol'
import { Venue as VenueFile } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { get } from '../../api/client.ts'
import { useAssets } from '../../api/content.ts'
import { useShownDisplays } from '../../api/displays.ts'
import { BatteryMark } from '../../parts/battery-mark.tsx'
import { stateOf, STATES } from '../../parts/display-state.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { fileUrl } from '../../parts/scene-resources.ts'
import { StatusMark } from '../../parts/status-mark.tsx'
import { DeviceNav } from '../../parts/device-nav.tsx'
import { LevelMap } from './level-map.tsx'
import classes from './map.module.css'

/** Every display where it stands, by colour, shape and word of how it is. */
export function MapPage(): ReactElement {
  const { t } = useTranslation()
  const displays = useShownDisplays()
  return (
    <Page title={t('fleet.map.title')} lead={t('fleet.map.lead')}>
      <DeviceNav />
      <Loaded query={displays}>
        {(all) =>
          all.length === 0 ? (
            <Empty icon={IconDeviceTv} title={t('displays.emptyTitle')} hint={t('displays.emptyHint')}>
              <Button component={Link} to="/displays">
                {t('wall.emptyNext')}
              </Button>
            </Empty>
          ) : (
            <>
              <Legend displays={all} />
              <Levels displays={all} />
            </>
          )
        }
      </Loaded>
    </Page>
  )
}

function Legend({ displays }: { displays: readonly DisplayView[] }): ReactElement {
  const { t } = useTranslation()
  return (
    <ul className={classes.legend} aria-label={t('fleet.map.legend')}>
      {STATES.map((state) => (
        <li key={state} data-testid={`legend-${state}`}>
          <StatusMark status={state} />
          <b className="numbers">{displays.filter((display) => stateOf(display) === state).length}</b>
        </li>
      ))}
    </ul>
  )
}

/** The newest plan of the library that has this display's place. */
function useVenue(displays: readonly DisplayView[]): Venue | null {
  const venues = (useAssets().data ?? []).filter(({ kind }) => kind === 'venue')
  const sha256 = venues.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1))[0]?.sha256 ?? ''
  const venue = useQuery({
    queryKey: ['venue', sha256],
    queryFn: ({ signal }) => get(VenueFile, fileUrl(sha256), signal),
    enabled: sha256 !== '' && displays.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return venue.data ?? null
}

function Levels({ displays }: { displays: readonly DisplayView[] }): ReactElement {
  const { t } = useTranslation()
  const venue = useVenue(displays)
  const levels = (venue?.levels ?? []).toSorted((a, b) => b.ordinal - a.ordinal)
  const placed = new Set(levels.flatMap(({ kiosks }) => kiosks.map(({ id }) => id)))
  const elsewhere = displays.filter(({ profile }) => profile.kioskId === null || !placed.has(profile.kioskId))
  return (
    <>
      <div className={classes.levels}>
        {levels.map((level) => (
          <LevelMap key={level.id} level={level} displays={displays} />
        ))}
      </div>
      {elsewhere.length > 0 && (
        <section className={classes.elsewhere}>
          <h2>{t('fleet.map.elsewhere')}</h2>
          <p>{t('fleet.map.elsewhereHint')}</p>
          <ul>
            {elsewhere.map((display) => (
              <li key={display.id}>
                <Link to={`/displays/${encodeURIComponent(display.id)}`}>{display.profile.name}</Link>
                <StatusMark status={stateOf(display)} />
                <BatteryMark display={display} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
