import { Button, Group, Loader, Modal, Text } from '@mantine/core'
import { type ReactElement, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Leave } from './use-leave.ts'

/** A save that is answered sooner than this is waited for without a word. */
const SAID_AFTER_MS = 500

/** Asks before unsaved work is left, by a link here or by closing the window; waits for what is being saved. */
export function LeaveGuard({
  leave: { blocker, saving },
  armed,
  onDiscard,
}: {
  leave: Leave
  armed: boolean
  /** Null where no draft is kept: what is left is lost. */
  onDiscard: (() => void) | null
}): ReactElement {
  const { t } = useTranslation()
  useEffect(() => {
    if (!armed && !saving) return
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [armed, saving])
  const stay = (): void => blocker.reset?.()
  if (saving) {
    return (
      <Modal
        opened={blocker.state === 'blocked'}
        onClose={stay}
        title={t('leave.saving')}
        transitionProps={{ enterDelay: SAID_AFTER_MS }}
      >
        <Group wrap="nowrap">
          <Loader size="sm" />
          <Text>{t('leave.savingText')}</Text>
        </Group>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={stay}>
            {t('leave.stay')}
          </Button>
        </Group>
      </Modal>
    )
  }
  return (
    <Modal opened={blocker.state === 'blocked'} onClose={stay} title={t('leave.title')}>
      <Text>{t(onDiscard === null ? 'leave.lostText' : 'leave.text')}</Text>
      <Group justify="flex-end" mt="lg">
        <Button
          variant="subtle"
          color="vermilion"
          onClick={() => {
            onDiscard?.()
            blocker.proceed?.()
          }}
        >
          {t('leave.discard')}
        </Button>
        {onDiscard !== null && (
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t('leave.keep')}
          </Button>
        )}
        <Button onClick={stay} data-autofocus>
          {t('leave.stay')}
        </Button>
      </Group>
    </Modal>
  )
}
