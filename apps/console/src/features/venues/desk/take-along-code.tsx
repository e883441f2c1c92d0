import type { KioskLanguage, Texts } from '@akari/protocol'
import { QrCode, stepsToTake } from '@akari/scenes'
import type { Guidance } from '@akari/wayfinding'
import { Modal } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './desk.module.css'

/** The way in a code: an address where telephones reach the CMS, otherwise text that is read without any network. */
export function TakeAlongCode({
  name,
  guidance,
  language,
  address,
  onClose,
}: {
  name: Texts
  guidance: Guidance
  language: KioskLanguage
  /** Of a page with this way; null: telephones reach none. */
  address: string | null
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const { text, told, of } = stepsToTake({ placeId: null, name, guidance }, language)
  return (
    <Modal opened onClose={onClose} size="lg" title={t('venues.desk.toPhone')}>
      <div className={classes.code} data-testid="desk-code">
        <QrCode text={address ?? text} />
        <div>
          <p>{t(address === null ? 'venues.desk.toPhoneHint' : 'venues.desk.toPhonePage')}</p>
          {address === null && told < of && <p className={classes.cut}>{t('venues.desk.cut', { told, of })}</p>}
          <pre lang={language}>{text}</pre>
        </div>
      </div>
    </Modal>
  )
}
