import type { DisplayView } from '@akari/protocol'
import { guide, PROFILES, type Profile } from '@akari/wayfinding'
import { Button, Chip, Group, Select } from '@mantine/core'
import { IconFlag, IconHandFinger, IconMapPin, IconRoute } from '@tabler/icons-react'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../../api/displays.ts'
import { useTextIn } from '../../../parts/texts-in.ts'
import { placeOf } from '../model/floors.ts'
import { placeOptions } from '../model/place-options.ts'
import { useClosedNow } from '../model/use-closed-now.ts'
import { PlanFrame, PlanMap } from '../plan-map.tsx'
import { StepList } from '../step-list.tsx'
import type { Workshop } from '../venue-workshop.tsx'
import { KioskPreview } from './kiosk-preview.tsx'
import classes from './try.module.css'

/** Ways through the draft, before anybody walks them: by name or touch, for every kind of walker, and as a display shows them. */
export function TryView({ venue, state, kit }: Workshop): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { model } = kit
  const displays = useShownDisplays().data ?? []
  const { inForce, shut } = useClosedNow(venue.id, kit)
  const [from, setFrom] = useState<string | null>(model.kiosks[0]?.id ?? null)
  const [to, setTo] = useState<string | null>(null)
  const [profile, setProfile] = useState<Profile>('shortest')
  const [active, setActive] = useState<number | null>(null)
  const [kioskId, setKioskId] = useState<string | null>(null)
  const [isTouched, setIsTouched] = useState(false)
  const [levelId, setLevelId] = useState(() => placeOf(model, from ?? '')?.levelId ?? model.levels[0]?.id ?? '')
  const found = useMemo(() => {
    if (shut === null || from === null || (to === null && profile !== 'evacuate')) return null
    return guide(model, kit.built, { from, to: profile === 'evacuate' ? null : to, profile, shut })
  }, [model, kit.built, shut, from, to, profile])
  const kiosk = model.kiosks.find(({ id }) => id === kioskId)
  const frame = kioskId === null ? undefined : displays.find(({ profile: { kioskId: at } }) => at === kioskId)
  const go = (change: () => void): void => {
    change()
    setActive(null)
  }
  const show = (id: string | null): void => {
    const place = id === null ? null : placeOf(model, id)
    if (place !== null) setLevelId(place.levelId)
  }
  return (
    <div className={classes.board}>
      <aside className={classes.ask} aria-label={t('venues.try.ask')}>
        <Select
          label={t('venues.try.from')}
          leftSection={<IconMapPin size={18} />}
          data={placeOptions(model, 'any', textIn)}
          value={from}
          onChange={(id) =>
            go(() => {
              setFrom(id)
              show(id)
            })
          }
          searchable
          clearable
          nothingFoundMessage={t('venues.notFound')}
          data-testid="try-from"
        />
        {profile !== 'evacuate' && (
          <Select
            label={t('venues.try.to')}
            leftSection={<IconFlag size={18} />}
            data={placeOptions(model, 'places', textIn)}
            value={to}
            onChange={(id) => go(() => setTo(id))}
            searchable
            clearable
            nothingFoundMessage={t('venues.notFound')}
            data-testid="try-to"
          />
        )}
        <Chip.Group
          value={profile}
          onChange={(value) => go(() => setProfile(PROFILES.find((each) => each === value) ?? 'shortest'))}
        >
          <Group gap={6} role="radiogroup" aria-label={t('venues.try.profile')}>
            {PROFILES.map((each) => (
              <Chip key={each} value={each} size="sm" data-testid={`profile-${each}`}>
                {t(`venues.profile.${each}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
        <Select
          label={t('venues.try.asDisplay')}
          description={t('venues.try.asDisplayHint')}
          placeholder={t('venues.try.asDrawn')}
          data={model.kiosks.map(({ id, name }) => ({
            value: id,
            label: name === null ? t('venues.kiosk.unnamed') : textIn(name),
          }))}
          value={kioskId}
          onChange={(id) =>
            go(() => {
              setKioskId(id)
              if (id === null) return
              setFrom(id)
              show(id)
            })
          }
          clearable
          data-testid="try-display"
        />
        {kiosk !== undefined && shut !== null && (
          <Button
            variant="default"
            leftSection={<IconHandFinger size={20} />}
            onClick={() => setIsTouched(true)}
            data-testid="try-kiosk"
          >
            {t('venues.try.kiosk')}
          </Button>
        )}
        {found === null ? (
          <p className={classes.hint}>
            <IconRoute size={28} stroke={1.3} aria-hidden />
            {t('venues.try.hint')}
          </p>
        ) : (
          <StepList guidance={found} model={model} active={active} onStep={setActive} />
        )}
      </aside>
      <PlanFrame
        label={t('venues.try.plan')}
        levels={model.levels}
        levelId={active === null ? levelId : (found?.steps[active]?.levelId ?? levelId)}
        onLevel={(id) => {
          setLevelId(id)
          setActive(null)
        }}
      >
        <div className={classes.glass} style={frameOf(frame)} data-framed={frame !== undefined || undefined}>
          <PlanMap
            venue={kit.venue}
            levelId={levelId}
            kioskId={kioskId ?? (model.kiosks.some(({ id }) => id === from) ? from : null)}
            facingDeg={kiosk?.facingDeg ?? null}
            legs={found?.steps ?? []}
            activeLeg={active}
            highlight={to === null ? [] : [to]}
            closures={inForce}
            onPick={({ id }) => {
              if (id === null || placeOf(model, id) === null) return
              if (from === null) go(() => setFrom(id))
              else go(() => setTo(id))
            }}
          />
        </div>
      </PlanFrame>
      {isTouched && kiosk !== undefined && shut !== null && (
        <KioskPreview
          kit={kit}
          edits={state.editor.present}
          shut={shut}
          closures={inForce}
          kioskId={kiosk.id}
          profile={frame?.profile ?? null}
          name={kiosk.name === null ? t('venues.kiosk.unnamed') : textIn(kiosk.name)}
          onClose={() => setIsTouched(false)}
        />
      )}
    </div>
  )
}

/** The map as wide and high as on the glass of a display. */
function frameOf(display: DisplayView | undefined): { aspectRatio: string } | undefined {
  return display === undefined ? undefined : { aspectRatio: `${display.profile.widthPx} / ${display.profile.heightPx}` }
}
