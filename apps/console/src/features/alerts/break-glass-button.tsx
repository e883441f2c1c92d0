import { type DeskMessage, REASON_LEAST } from '@akari/protocol'
import { Button, Textarea } from '@mantine/core'
import { IconHammer } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBreakGlass } from '../../api/desk-messages.ts'
import { HoldButton } from './hold-button.tsx'
import compose from './compose.module.css'

/** Round the second person: closed at first, then a reason and a long press. It says who will hear of it. */
export function BreakGlassButton({
  id,
  message,
  disabled,
  onSent,
}: {
  id: string
  message: DeskMessage
  disabled: boolean
  onSent: () => void
}): ReactElement {
  const { t } = useTranslation()
  const breakGlass = useBreakGlass()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const isReason = [...reason.trim()].length >= REASON_LEAST
  if (!open) {
    return (
      <Button
        variant="subtle"
        color="dark"
        className={compose.glassOpener ?? ''}
        leftSection={<IconHammer size={18} aria-hidden />}
        onClick={() => setOpen(true)}
        data-testid="break-glass-open"
      >
        {t('breakGlass.open')}
      </Button>
    )
  }
  return (
    <section className={compose.glass} aria-label={t('breakGlass.title')}>
      <h3>{t('breakGlass.title')}</h3>
      <p>{t('breakGlass.what')}</p>
      <Textarea
        label={t('breakGlass.reason', { count: REASON_LEAST })}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        data-testid="break-glass-reason"
      />
      <HoldButton
        onHeld={() => breakGlass.mutate({ id, message, reason: reason.trim() }, { onSuccess: onSent })}
        disabled={disabled || !isReason || breakGlass.isPending}
        hint={t('desk.holdHint')}
        testId="break-glass-raise"
        label={t(`breakGlass.raise.${message.channel}`)}
      />
      <Button variant="default" onClick={() => setOpen(false)}>
        {t('common.stop')}
      </Button>
    </section>
  )
}
