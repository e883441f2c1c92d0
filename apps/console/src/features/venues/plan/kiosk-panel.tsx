import type { DisplayView, ModelKiosk } from '@akari/protocol'
import { Button, NumberInput, Stack } from '@mantine/core'
import { IconDeviceTv, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { changes } from '../model/changes.ts'
import { DisplayFields } from './display-fields.tsx'
import { HeldTexts } from './held-texts.tsx'
import { LevelSelect } from './level-select.tsx'
import type { PanelProps } from './plan-panel.tsx'
import { spotOf } from './use-settle-displays.ts'
import classes from './plan.module.css'

/** Where a display stands, which way its reader looks, and the display itself. */
export function KioskPanel({
  kiosk,
  model,
  imported,
  displays,
  readOnly,
  onSelect,
  onChange,
}: PanelProps & { kiosk: ModelKiosk; displays: readonly DisplayView[] }): ReactElement {
  const { t } = useTranslation()
  const change = (part: Partial<ModelKiosk>, about: string | null): void =>
    onChange((edits) => changes.kiosk(edits, { ...kiosk, ...part }), about)
  const display = displays.find((each) => spotOf(each) === kiosk.id)
  return (
    <>
      <h2>
        <IconDeviceTv size={20} aria-hidden /> {t('venues.kiosk.title')}
      </h2>
      <fieldset disabled={readOnly} className={classes.fields}>
        <Stack gap="sm">
          <HeldTexts
            label={t('venues.kiosk.name')}
            value={kiosk.name ?? { ja: display?.profile.name ?? t('venues.kiosk.unnamed') }}
            onChange={(name) => change({ name }, `kiosk name ${kiosk.id}`)}
            testId="kiosk-name"
          />
          <LevelSelect model={model} value={kiosk.levelId} onChange={(levelId) => change({ levelId }, null)} />
          <NumberInput
            label={t('venues.kiosk.facing')}
            description={t('venues.kiosk.facingHint')}
            value={kiosk.facingDeg ?? ''}
            min={0}
            max={359}
            step={5}
            suffix="°"
            onChange={(value) =>
              change({ facingDeg: typeof value === 'number' ? value : null }, `kiosk facing ${kiosk.id}`)
            }
            data-testid="kiosk-facing"
          />
        </Stack>
      </fieldset>
      <h3>{t('venues.kiosk.device')}</h3>
      {display === undefined ? (
        <p className={classes.hint}>{t('venues.kiosk.noDevice')}</p>
      ) : (
        <DisplayFields key={display.id} display={display} readOnly={readOnly} />
      )}
      {!readOnly && (
        <Button
          mt="lg"
          variant="subtle"
          color="vermilion"
          leftSection={<IconTrash size={17} />}
          onClick={() => {
            onChange((edits) => changes.noKiosk(edits, imported, kiosk.id), null)
            onSelect(null)
          }}
        >
          {t('venues.kiosk.remove')}
        </Button>
      )}
    </>
  )
}
