import type { LanguageInReview } from '@akari/protocol'
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirmPhrases } from '../../api/phrase-review.ts'
import { Trouble } from '../../parts/trouble.tsx'

/** «この言語を確認した»: who read it, in what capacity, and a tick under the sentence that says what will happen. */
export function ConfirmLanguage({ data, onClose }: { data: LanguageInReview; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  // What was on the page when the window was opened is what is confirmed, whatever is fetched meanwhile.
  const [{ fingerprint, review }] = useState(data)
  const confirm = useConfirmPhrases(review.language)
  const language = t(`languageIn.${review.language}`)
  const [name, setName] = useState('')
  const [capacity, setCapacity] = useState('')
  const [note, setNote] = useState('')
  const [understood, setUnderstood] = useState(false)
  const isReady = name.trim() !== '' && capacity.trim() !== '' && understood
  const submit = (): void =>
    confirm.mutate(
      { fingerprint, name, capacity, note, understood: true },
      {
        onSuccess: () => {
          notifications.show({ color: 'zelkova', message: t('languages.confirm.done', { language }) })
          onClose()
        },
      },
    )
  return (
    <Modal opened onClose={onClose} title={t('languages.confirm.title', { language })} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) submit()
        }}
      >
        <Stack>
          <Text>{t('languages.confirm.lead')}</Text>
          <TextInput
            label={t('languages.confirm.name')}
            description={t('languages.confirm.nameHint')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={80}
            required
            withAsterisk={false}
            autoComplete="off"
            data-autofocus
            data-testid="confirm-name"
          />
          <TextInput
            label={t('languages.confirm.capacity')}
            description={t('languages.confirm.capacityExample')}
            value={capacity}
            onChange={(event) => setCapacity(event.currentTarget.value)}
            maxLength={120}
            required
            withAsterisk={false}
            autoComplete="off"
            data-testid="confirm-capacity"
          />
          <Textarea
            label={t('languages.confirm.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={500}
            autosize
            minRows={2}
          />
          <Checkbox
            label={<b>{t('languages.confirm.effect', { language, count: review.phrases })}</b>}
            description={t('languages.confirm.effectHint', { language })}
            checked={understood}
            onChange={(event) => setUnderstood(event.currentTarget.checked)}
            data-testid="confirm-understood"
          />
          <Trouble error={confirm.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={confirm.isPending} data-testid="confirm-send">
              {t('languages.confirm.send')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
