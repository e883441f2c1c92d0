import type { Alert, ChannelDesk } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconBellRinging } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useKeep } from '../../api/desk-messages.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { isReminderDue } from './reminder-due.ts'
import styles from './proposals.module.css'

const KEEP_MINUTES = 30
const CLOCK_MS = 2000

/** Asks, once the end time has come, whether a live alert still holds: to keep it, or to clear it with the button beside. */
export function Reminder({
  alert,
  desk,
  mayAct,
}: {
  alert: Alert
  desk: ChannelDesk
  mayAct: boolean
}): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const keep = useKeep()
  const nowMs = useNow(CLOCK_MS)
  if (alert.remindAt == null || !isReminderDue(alert, nowMs)) return null
  return (
    <div className={styles.reminder} role="alert" data-testid={`reminder-${alert.id}`}>
      <IconBellRinging size={22} aria-hidden />
      <p>
        <b>{t('reminder.still')}</b>
        <span>{t('reminder.since', { at: when.time(alert.remindAt) })}</span>
      </p>
      {mayAct && (
        <Button
          color="dark"
          loading={keep.isPending}
          onClick={() => keep.mutate({ alertId: alert.id, keep: { channel: desk.channel, minutes: KEEP_MINUTES } })}
          data-testid={`keep-${alert.id}`}
        >
          {t('reminder.keep', { count: KEEP_MINUTES })}
        </Button>
      )}
    </div>
  )
}
