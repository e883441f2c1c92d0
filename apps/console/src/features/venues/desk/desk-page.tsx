import { type KioskLanguage, type VenueDraft, type VenueGuide, wayAddress } from '@akari/protocol'
import { guide, indexVenue, NEAREST_KINDS, NO_EDITS, nearestOf, type Profile } from '@akari/wayfinding'
import { Button, Select, Skeleton } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useProgramme } from '../../../api/displays.ts'
import { useMay } from '../../../api/session.ts'
import { usePublishedGuide, useVenue } from '../../../api/venues.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Loaded } from '../../../parts/loaded.tsx'
import { useTextIn } from '../../../parts/texts-in.ts'
import { placeOf } from '../model/floors.ts'
import { nameOfPlace, placeOptions } from '../model/place-options.ts'
import { useClosedNow } from '../model/use-closed-now.ts'
import { useVenueKit } from '../model/use-venue-kit.ts'
import { PlanFrame, PlanMap } from '../plan-map.tsx'
import { VenueNav } from '../venue-nav.tsx'
import { Finder } from './finder.tsx'
import { FoundWay, type HandOver } from './found-way.tsx'
import { SendToDisplay } from './send-to-display.tsx'
import { ShownWays } from './shown-ways.tsx'
import { useStandingDisplays } from './standing-displays.ts'
import { TakeAlongCode } from './take-along-code.tsx'
import { useDeskPlace } from './use-desk-place.ts'
import venueClasses from '../venues.module.css'
import classes from './desk.module.css'

/** 案内: for staff with a tablet. Finds a place, shows the way there, and hands it to a telephone or a display. */
export function DeskPage(): ReactElement {
  const { id = '' } = useParams()
  return (
    <Loaded query={useVenue(id)} skeleton={<Skeleton height={420} m="xl" />}>
      {(venue) => <DeskOf venue={venue} />}
    </Loaded>
  )
}

function DeskOf({ venue }: { venue: VenueDraft }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const published = usePublishedGuide(venue.id, venue.published?.version ?? null)
  const publicUrl = useProgramme(venue.displays[0]?.displayId ?? null).data?.publicUrl ?? null
  return (
    <div className={venueClasses.venue}>
      <header className={venueClasses.head}>
        <h1>{t('venues.desk.title', { name: textIn(venue.name) })}</h1>
      </header>
      <VenueNav id={venue.id} at="desk" closures={venue.closures} />
      {venue.published === null ? (
        <Empty icon={IconMapOff} title={t('venues.desk.emptyTitle')} hint={t('venues.desk.emptyHint')}>
          <Button component={Link} to={`/venues/${encodeURIComponent(venue.id)}`}>
            {t('venues.nav.check')}
          </Button>
        </Empty>
      ) : (
        <Loaded query={published} skeleton={<Skeleton height={420} />}>
          {(document) => <Desk venueId={venue.id} document={document} publicUrl={publicUrl} />}
        </Loaded>
      )}
    </div>
  )
}

const WALKERS = ['staff', 'shortest', 'step-free', 'stroller', 'tactile'] as const satisfies readonly Profile[]
type Walker = (typeof WALKERS)[number]

function Desk({
  venueId,
  document,
  publicUrl,
}: {
  venueId: string
  document: VenueGuide
  /** Where telephones reach the CMS; null: they do not. */
  publicUrl: string | null
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const kit = useVenueKit(document.venue, NO_EDITS)
  const { inForce, shut } = useClosedNow(venueId, kit)
  const [here, setHere] = useDeskPlace(venueId, document.venue)
  const [goal, setGoal] = useState<string | null>(null)
  const [walker, setWalker] = useState<Walker>('staff')
  const [language, setLanguage] = useState<KioskLanguage>('ja')
  const [active, setActive] = useState<number | null>(null)
  const [levelId, setLevelId] = useState(
    () => placeOf(document.venue, here)?.levelId ?? document.venue.levels[0]?.id ?? '',
  )
  const [handingOver, setHandingOver] = useState<HandOver | null>(null)
  const displays = useStandingDisplays(document.venue)
  const mayCompose = useMay('content')
  const isOnDuty = useMay('alerts')
  const mayChange = mayCompose || isOnDuty
  const index = useMemo(
    () => (kit === null ? null : indexVenue(kit.model, kit.built.graph, document, 'staff')),
    [kit, document],
  )
  const guidance = useMemo(() => {
    if (kit === null || shut === null || goal === null) return null
    return guide(kit.model, kit.built, { from: here, to: goal, profile: walker, shut })
  }, [kit, shut, goal, here, walker])
  if (kit === null || index === null || shut === null) return <Skeleton height={420} />
  const lead = (id: string | null): void => {
    setGoal(id)
    setActive(null)
    setHandingOver(null)
    const place = placeOf(kit.model, here)
    if (place !== null) setLevelId(place.levelId)
  }
  const goalName = goal === null ? null : (nameOfPlace(kit.model, goal) ?? { ja: t('venues.desk.place') })
  return (
    <div className={classes.desk}>
      <section className={classes.side} aria-label={t('venues.desk.ask')}>
        <ShownWays venueId={venueId} displays={displays} mayChange={mayChange} />
        <div className={classes.choices}>
          <Select
            size="md"
            label={t('venues.desk.here')}
            data={placeOptions(kit.model, 'any', textIn)}
            value={here}
            allowDeselect={false}
            searchable
            onChange={(id) => id !== null && setHere(id)}
            nothingFoundMessage={t('venues.notFound')}
          />
          <Select
            size="md"
            label={t('venues.desk.walker')}
            data={WALKERS.map((each) => ({ value: each, label: t(`venues.profile.${each}`) }))}
            value={walker}
            allowDeselect={false}
            onChange={(value) => setWalker(WALKERS.find((each) => each === value) ?? 'staff')}
          />
        </div>
        {guidance === null || goalName === null ? (
          <Finder
            index={index}
            model={kit.model}
            onFound={lead}
            nearest={NEAREST_KINDS.map((kind) => ({
              kind,
              id:
                nearestOf(kit.model, kit.built, kit.built.graph.places.get(here) ?? [], kind, walker, shut)?.id ?? null,
            }))}
          />
        ) : (
          <FoundWay
            name={goalName}
            guidance={guidance}
            model={kit.model}
            language={language}
            active={active}
            maySend={mayChange && displays.length > 0}
            onStep={setActive}
            onLanguage={setLanguage}
            onHandOver={setHandingOver}
            onBack={() => lead(null)}
          />
        )}
      </section>
      <PlanFrame
        label={t('venues.try.plan')}
        levels={kit.model.levels}
        levelId={active === null ? levelId : (guidance?.steps[active]?.levelId ?? levelId)}
        onLevel={(id) => {
          setLevelId(id)
          setActive(null)
        }}
      >
        <PlanMap
          venue={kit.venue}
          levelId={levelId}
          kioskId={here}
          facingDeg={null}
          legs={guidance?.steps ?? []}
          activeLeg={active}
          highlight={goal === null ? [] : [goal]}
          closures={inForce}
          onPick={({ id }) => id !== null && placeOf(kit.model, id) !== null && lead(id)}
        />
      </PlanFrame>
      {handingOver === 'display' && goal !== null && goalName !== null && (
        <SendToDisplay
          venueId={venueId}
          model={kit.model}
          displays={displays}
          name={goalName}
          way={{ placeId: goal, profile: walker, language }}
          onClose={() => setHandingOver(null)}
        />
      )}
      {handingOver === 'phone' && guidance !== null && goal !== null && goalName !== null && (
        <TakeAlongCode
          name={goalName}
          guidance={guidance}
          language={language}
          address={
            publicUrl === null
              ? null
              : wayAddress(publicUrl, {
                  venue: document.venue.id,
                  from: here,
                  to: goal,
                  profile: walker === 'staff' ? 'shortest' : walker,
                  lang: language,
                })
          }
          onClose={() => setHandingOver(null)}
        />
      )}
    </div>
  )
}
