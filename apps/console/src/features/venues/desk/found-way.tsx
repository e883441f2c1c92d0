import { KIOSK_LANGUAGES, type KioskLanguage, type Texts, textIn as textOf, type VenueModel } from '@akari/protocol'
import type { Guidance } from '@akari/wayfinding'
import { Button, Select } from '@mantine/core'
import { IconArrowLeft, IconDeviceTv, IconQrcode } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { StepList } from '../step-list.tsx'
import classes from './desk.module.css'

/** How a way is handed over. */
export type HandOver = 'phone' | 'display'

/** The way to what was asked for, in the visitor's language, and to whom it can be given. */
export function FoundWay({
  name,
  guidance,
  model,
  language,
  active,
  maySend,
  onStep,
  onLanguage,
  onHandOver,
  onBack,
}: {
  name: Texts
  guidance: Guidance
  model: VenueModel
  language: KioskLanguage
  active: number | null
  /** Are there displays, and may who sits here show something on them? */
  maySend: boolean
  onStep: (step: number | null) => void
  onLanguage: (language: KioskLanguage) => void
  onHandOver: (how: HandOver) => void
  onBack: () => void
}): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.found}>
      <Button
        size="md"
        variant="default"
        leftSection={<IconArrowLeft size={20} />}
        onClick={onBack}
        data-testid="desk-back"
      >
        {t('venues.desk.again')}
      </Button>
      <h2>{textOf(name, language).text}</h2>
      <StepList guidance={guidance} model={model} language={language} active={active} onStep={onStep} />
      <div className={classes.handOver}>
        <Select
          size="md"
          label={t('venues.desk.language')}
          data={KIOSK_LANGUAGES.map((each) => ({ value: each, label: t(`language.${each}`) }))}
          value={language}
          allowDeselect={false}
          onChange={(value) => onLanguage(KIOSK_LANGUAGES.find((each) => each === value) ?? 'ja')}
        />
        <div className={classes.handOverTo}>
          <Button
            size="md"
            leftSection={<IconQrcode size={22} />}
            disabled={guidance.steps.length === 0}
            onClick={() => onHandOver('phone')}
            data-testid="desk-qr"
          >
            {t('venues.desk.toPhone')}
          </Button>
          {maySend && (
            <Button
              size="md"
              leftSection={<IconDeviceTv size={22} />}
              onClick={() => onHandOver('display')}
              data-testid="desk-send"
            >
              {t('venues.desk.toDisplay')}
            </Button>
          )}
        </div>
      </div>
    </div>
  )
}
