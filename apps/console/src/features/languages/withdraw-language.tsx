import type { Id, Language } from '@akari/protocol'
import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWithdrawPhrases } from '../../api/phrase-review.ts'
import { Trouble } from '../../parts/trouble.tsx'

/** Takes a confirmation back; the reason stays on record. */
export function WithdrawLanguage({
  language: tag,
  confirmationId,
  onClose,
}: {
  language: Language
  confirmationId: Id
  onClose: () => void
}): ReactElement {
  const { t } = useTranslation()
  const withdraw = useWithdrawPhrases(tag)
  const language = t(`languageIn.${tag}`)
  const [reason, setReason] = useState('')
  const isReady = reason.trim() !== ''
  const submit = (): void =>
    withdraw.mutate(
      { confirmationId, reason },
      {
        onSuccess: () => {
          notifications.show({ message: t('languages.withdraw.done', { language }) })
          onClose()
        },
      },
    )
  return (
    <Modal opened onClose={onClose} title={t('languages.withdraw.title', { language })} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) submit()
        }}
      >
        <Stack>
          <Text>{t('languages.withdraw.lead', { language })}</Text>
          <Textarea
            label={t('languages.withdraw.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
            required
            withAsterisk={false}
            data-autofocus
            data-testid="withdraw-reason"
          />
          <Trouble error={withdraw.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button
              type="submit"
              color="vermilion"
              disabled={!isReady}
              loading={withdraw.isPending}
              data-testid="withdraw-send"
            >
              {t('languages.withdraw.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
