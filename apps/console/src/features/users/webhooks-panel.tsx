import type { WebhookView } from '@akari/protocol'
import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconWebhook } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWebhookKey, useWebhooks } from '../../api/webhooks.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { WebhookCard } from './webhook-card.tsx'
import { WebhookForm } from './webhook-form.tsx'

/** Which other systems are told what was done here, and whether they take it. */
export function WebhooksPanel(): ReactElement {
  const { t } = useTranslation()
  const [editing, setEditing] = useState<WebhookView | 'new' | null>(null)
  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text maw="44rem">{t('webhooks.lead')}</Text>
        <Button
          flex="none"
          leftSection={<IconPlus size={18} />}
          onClick={() => setEditing('new')}
          data-testid="webhook-new"
        >
          {t('webhooks.add')}
        </Button>
      </Group>
      <Loaded query={useWebhooks()}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <Empty icon={IconWebhook} title={t('webhooks.emptyTitle')} hint={t('webhooks.emptyHint')} />
          ) : (
            <Stack>
              {webhooks.map((webhook) => (
                <WebhookCard key={webhook.id} webhook={webhook} onEdit={() => setEditing(webhook)} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <SigningKey />
      {editing !== null && (
        <WebhookForm webhook={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}

/** What the other end verifies messages with. */
function SigningKey(): ReactElement {
  const { t } = useTranslation()
  return (
    <Loaded query={useWebhookKey()}>
      {({ publicKey }) => (
        <Stack gap={6}>
          <Text size="sm" c="gray.7">
            {t('webhooks.keyLead')}
          </Text>
          <Group gap="sm">
            <Code>{publicKey}</Code>
            <CopyButton value={publicKey}>
              {({ copied, copy }) => (
                <Button size="xs" variant="default" onClick={copy}>
                  {copied ? t('webhooks.copied') : t('webhooks.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Stack>
      )}
    </Loaded>
  )
}
