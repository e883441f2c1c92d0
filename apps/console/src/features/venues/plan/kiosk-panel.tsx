import type { DisplayView, ModelKiosk } from '@akari/protocol'
import { NumberInput } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { changes } from '../model/changes.ts'
import { DisplayFields } from './display-fields.tsx'
import { HeldTexts } from './held-texts.tsx'
import { LevelSelect } from './level-select.tsx'
import { HeldPanel } from './held-panel.tsx'
import type { PanelProps } from './plan-panel.tsx'
import { spotOf } from './use-settle-displays.ts'
import classes from './plan.module.css'

/** Where a display stands, which way its reader looks, and the display itself. */
export function KioskPanel({
  kiosk,
  model,
  displays,
  readOnly,
  onChange,
}: PanelProps & { kiosk: ModelKiosk; displays: readonly DisplayView[] }): ReactElement {
  const { t } = useTranslation()
  const change = (part: Partial<ModelKiosk>, about?: string): void =>
    onChange((edits) => changes.kiosk(edits, { ...kiosk, ...part }), about)
  const display = displays.find((each) => spotOf(each) === kiosk.id)
  return (
    <>
      <HeldPanel icon={IconDeviceTv} title={t('venues.kiosk.title')} readOnly={readOnly}>
        <HeldTexts
          label={t('venues.kiosk.name')}
          value={kiosk.name ?? { ja: display?.profile.name ?? t('venues.kiosk.unnamed') }}
          onChange={(name) => change({ name }, `kiosk name ${kiosk.id}`)}
          testId="kiosk-name"
        />
        <LevelSelect model={model} value={kiosk.levelId} onChange={(levelId) => change({ levelId })} />
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
      </HeldPanel>
      <h3>{t('venues.kiosk.device')}</h3>
      {display === undefined ? (
        <p className={classes.hint}>{t('venues.kiosk.noDevice')}</p>
      ) : (
        <DisplayFields key={display.id} display={display} readOnly={readOnly} />
      )}
    </>
  )
}
