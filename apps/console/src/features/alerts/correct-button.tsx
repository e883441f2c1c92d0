import type { Alert, AlertTemplate, ChannelDesk } from '@akari/protocol'
import { EmergencyScene } from '@akari/scenes'
import { Button, Modal } from '@mantine/core'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTemplates } from '../../api/alerts.ts'
import { useCorrect } from '../../api/desk-messages.ts'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { LOBBY, SmallGlass } from '../../parts/small-glass.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import { templatesFor } from './effect.ts'
import styles from './proposals.module.css'

/** Puts a prepared alert in the place of one that was wrong: one tap to open, one on what is right. */
export function CorrectButton({ alert, desk }: { alert: Alert; desk: ChannelDesk }): ReactElement | null {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const templates = useTemplates().data ?? []
  if (alert.source.kind !== 'operator') return null
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)} data-testid={`desk-correct-${alert.id}`}>
        {t('correct.open')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('correct.title')} size="xl">
        <p className={styles.note}>{t('correct.what')}</p>
        <ul className={styles.corrections}>
          {templatesFor(desk.channel, templates).map((template) => (
            <Correction key={template.id} template={template} alert={alert} desk={desk} onDone={() => setOpen(false)} />
          ))}
        </ul>
      </Modal>
    </>
  )
}

function Correction({
  template,
  alert,
  desk,
  onDone,
}: {
  template: AlertTemplate
  alert: Alert
  desk: ChannelDesk
  onDone: () => void
}): ReactElement {
  const textIn = useTextIn()
  const correct = useCorrect()
  const { channel } = desk
  const label = textIn(template.correction.headline)
  const shown: Alert = {
    ...alert,
    hazard: template.hazard,
    level: template.level,
    presentation: template.presentation,
    words: template.correction,
    shelters: [],
  }
  return (
    <li>
      <button
        type="button"
        disabled={correct.isPending}
        onClick={() =>
          correct.mutate({ alertId: alert.id, correct: { channel, templateId: template.id } }, { onSuccess: onDone })
        }
        data-testid={`correct-with-${template.id}`}
      >
        <SmallGlass profile={LOBBY} label={label} drill={channel === 'drill'}>
          <EmergencyScene channel={channel} alerts={[shown]} language="ja" timeZone={TIME_ZONE} />
        </SmallGlass>
        <b>{label}</b>
      </button>
    </li>
  )
}
