import { Button, Group, Modal, Text } from '@mantine/core'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'

/** Asks before unsaved work is left, by a link here or by closing the window. */
export function LeaveGuard({
  when,
  armed,
  onDiscard,
}: {
  when: () => boolean
  armed: boolean
  onDiscard: () => void
}): ReactElement {
  const { t } = useTranslation()
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when() && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!armed) return
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [armed])
  return (
    <Modal opened={blocker.state === 'blocked'} onClose={() => blocker.reset?.()} title={t('leave.title')}>
      <Text>{t('leave.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="subtle"
          color="vermilion"
          onClick={() => {
            onDiscard()
            blocker.proceed?.()
          }}
        >
          {t('leave.discard')}
        </Button>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('leave.keep')}
        </Button>
        <Button onClick={() => blocker.reset?.()} data-autofocus>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  )
}
