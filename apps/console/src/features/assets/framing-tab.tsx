import { type AssetView, CROP_ASPECTS, type CropAspect, type Framing, WHOLE } from '@akari/protocol'
import { Button, Group, SegmentedControl, Slider, Stack } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChangeAsset } from '../../api/content.ts'
import { useMay } from '../../api/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { centreOf, regionAround, scaleOf } from './framing.ts'
import { FramingPicture } from './framing-picture.tsx'
import { GlassPreviews } from './glass-previews.tsx'
import classes from './framing.module.css'

const WORDS = { '16:9': 'wide', '9:16': 'tall', '4:3': 'classic' } as const
const MIDDLE = { x: 0.5, y: 0.5 }
const LEAST_PERCENT = 25

/** What part of a picture is shown on glass of another shape: around a point, or cut for each shape; seen at once. */
export function FramingTab({ asset }: { asset: AssetView }): ReactElement {
  const { t } = useTranslation()
  const change = useChangeAsset()
  const mayChange = useMay('content')
  const [framing, setFraming] = useState<Framing>(asset.framing)
  const [aspect, setAspect] = useState<CropAspect | null>(null)
  const picture = { width: asset.width ?? 1920, height: asset.height ?? 1080 }
  const isChanged = JSON.stringify(framing) !== JSON.stringify(asset.framing)
  const centre = framing.focus ?? MIDDLE
  const crop = aspect === null ? undefined : framing.crops[aspect]
  const setCrop = (region: Framing['crops'][CropAspect] | null): void => {
    if (aspect === null) return
    const { [aspect]: _before, ...others } = framing.crops
    setFraming({ ...framing, crops: region == null ? others : { ...others, [aspect]: region } })
  }
  return (
    <Stack>
      <GlassPreviews asset={asset} framing={framing} />
      <SegmentedControl
        aria-label={t('library.tab.framing')}
        value={aspect ?? 'focus'}
        onChange={(next) => setAspect(CROP_ASPECTS.find((each) => each === next) ?? null)}
        data={[
          { value: 'focus', label: t('library.focus.title') },
          ...CROP_ASPECTS.map((each) => ({ value: each, label: t(`library.crop.${WORDS[each]}`) })),
        ]}
      />
      <fieldset disabled={!mayChange} className={classes.bare}>
        {aspect === null ? (
          <Stack gap="xs">
            <SegmentedControl
              aria-label={t('library.focus.title')}
              value={framing.focus === null ? 'whole' : 'fill'}
              onChange={(next) => setFraming({ ...framing, focus: next === 'whole' ? null : centre })}
              data={(['whole', 'fill'] as const).map((value) => ({ value, label: t(`library.focus.${value}`) }))}
            />
            <FramingPicture
              asset={asset}
              focus={framing.focus}
              onFocus={(focus) => setFraming({ ...framing, focus })}
              crop={null}
            />
            <p className={classes.hint}>{t('library.focus.hint')}</p>
          </Stack>
        ) : (
          <Stack gap="xs">
            <FramingPicture
              asset={asset}
              focus={null}
              crop={crop === undefined ? null : { region: crop, aspect, onMove: setCrop }}
            />
            <p className={classes.hint}>{t('library.crop.hint')}</p>
            {crop === undefined ? (
              <Button variant="light" onClick={() => setCrop(regionAround(picture, aspect, centre))}>
                {t('library.crop.start')}
              </Button>
            ) : (
              <Group>
                <Slider
                  flex={1}
                  min={LEAST_PERCENT}
                  max={100}
                  label={(percent) => `${percent}%`}
                  thumbLabel={t('library.crop.size')}
                  value={Math.round(scaleOf(picture, aspect, crop) * 100)}
                  onChange={(percent) => setCrop(regionAround(picture, aspect, centreOf(crop), percent / 100))}
                />
                <Button variant="default" onClick={() => setCrop(null)}>
                  {t('library.crop.remove')}
                </Button>
              </Group>
            )}
          </Stack>
        )}
      </fieldset>
      <Trouble error={change.error} />
      {mayChange && (
        <Group>
          <Button
            disabled={!isChanged}
            loading={change.isPending}
            data-testid="framing-save"
            onClick={() => change.mutate({ id: asset.id, patch: { version: asset.version, framing } })}
          >
            {t('library.saveFraming')}
          </Button>
          {JSON.stringify(framing) !== JSON.stringify(WHOLE) && (
            <Button variant="subtle" onClick={() => setFraming(WHOLE)}>
              {t('library.focus.whole')}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  )
}
