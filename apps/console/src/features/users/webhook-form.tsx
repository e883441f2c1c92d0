import { WEBHOOK_TOPICS, WebhookInput, type WebhookView } from '@akari/protocol'
import { Button, Checkbox, Drawer, Group, Stack, Switch, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useSaveWebhook } from '../../api/webhooks.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useDrawerDraft } from '../../parts/use-drawer-draft.ts'

type WebhookDraft = Pick<WebhookInput, 'name' | 'url' | 'topics' | 'paused'>

function draftOf(webhook: WebhookView | null): WebhookDraft {
  if (webhook === null) return { name: '', url: '', topics: ['programme'], paused: false }
  const { name, url, topics, paused } = webhook
  return { name, url, topics, paused }
}

/** Adds a receiver, or changes one. */
export function WebhookForm({ webhook, onClose }: { webhook: WebhookView | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const save = useSaveWebhook()
  const { draft, setDraft, close } = useDrawerDraft({
    begin: () => draftOf(webhook),
    saving: save.isPending,
    onClose,
  })
  const change = (part: Partial<WebhookDraft>): void => setDraft({ ...draft, ...part })
  const whole = WebhookInput.safeParse({ ...draft, version: webhook?.version ?? 0 })
  const badUrl = draft.url !== '' && !WebhookInput.shape.url.safeParse(draft.url).success
  const submit = (): void => {
    if (!whole.success) return
    save.mutate(
      { id: webhook?.id ?? null, webhook: whole.data },
      {
        onSuccess: ({ name }) => {
          notifications.show({ color: 'zelkova', message: t('webhooks.saved', { name }) })
          onClose()
        },
      },
    )
  }
  return (
    <Drawer opened onClose={close} size="md" title={webhook === null ? t('webhooks.add') : t('webhooks.edit')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <Stack gap="lg">
          <Trouble error={save.error} />
          <TextInput
            label={t('webhooks.name')}
            description={t('webhooks.nameHint')}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
            maxLength={80}
            data-testid="webhook-name"
          />
          <TextInput
            label={t('webhooks.url')}
            description={t('webhooks.urlHint')}
            error={badUrl ? t('webhooks.urlBad') : null}
            value={draft.url}
            onChange={(event) => change({ url: event.currentTarget.value.trim() })}
            inputMode="url"
            maxLength={500}
            data-testid="webhook-url"
          />
          <Checkbox.Group
            label={t('webhooks.about')}
            value={draft.topics}
            onChange={(next) => change({ topics: WEBHOOK_TOPICS.filter((topic) => next.includes(topic)) })}
          >
            <Stack gap="xs" mt="xs">
              {WEBHOOK_TOPICS.map((topic) => (
                <Checkbox
                  key={topic}
                  value={topic}
                  label={t(`webhooks.topics.${topic}`)}
                  description={t(`webhooks.topicHints.${topic}`)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Switch
            label={t('webhooks.pause')}
            description={t('webhooks.pauseHint')}
            checked={draft.paused}
            onChange={(event) => change({ paused: event.currentTarget.checked })}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.stop')}
            </Button>
            <Button type="submit" disabled={!whole.success} loading={save.isPending} data-testid="webhook-save">
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Drawer>
  )
}
