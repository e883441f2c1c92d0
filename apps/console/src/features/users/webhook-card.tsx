import type { WebhookView } from '@akari/protocol'
import { Badge, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlayerPause } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDeleteWebhook, useTestWebhook } from '../../api/webhooks.ts'
import { ask } from '../../parts/ask.tsx'
import { useWhen } from '../../parts/when.ts'

/** One receiver: what it is told, how it is, and what can be done. */
export function WebhookCard({ webhook, onEdit }: { webhook: WebhookView; onEdit: () => void }): ReactElement {
  const { t } = useTranslation()
  const remove = useDeleteWebhook()
  const { id, name, url, topics } = webhook
  return (
    <Paper withBorder p="md" radius="md" data-testid="webhook">
      <Group justify="space-between" align="flex-start">
        <Stack gap={6} miw="18rem" flex={1}>
          <Text fw={700}>{name}</Text>
          <Text size="sm" c="gray.7" style={{ overflowWrap: 'anywhere' }}>
            {url}
          </Text>
          <Group gap={6}>
            {topics.map((topic) => (
              <Badge key={topic} variant="light" tt="none">
                {t(`webhooks.topics.${topic}`)}
              </Badge>
            ))}
          </Group>
          <HowItIs webhook={webhook} />
        </Stack>
        <Group gap="xs">
          <TestButton id={id} />
          <Button variant="default" onClick={onEdit} aria-label={t('webhooks.editNamed', { name })}>
            {t('webhooks.edit')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            aria-label={t('webhooks.deleteNamed', { name })}
            onClick={() =>
              ask({
                title: t('webhooks.deleteTitle', { name }),
                text: t('webhooks.deleteText'),
                yes: t('webhooks.delete'),
                no: t('common.stop'),
                onYes: () => remove.mutate(id),
              })
            }
          >
            {t('webhooks.delete')}
          </Button>
        </Group>
      </Group>
    </Paper>
  )
}

/** Posts a message that means nothing, and says how it was taken. */
function TestButton({ id }: { id: string }): ReactElement {
  const { t } = useTranslation()
  const test = useTestWebhook()
  const run = (): void =>
    test.mutate(id, {
      onSuccess: ({ fault, milliseconds }) =>
        notifications.show(
          fault === null
            ? { color: 'zelkova', message: t('webhooks.tested', { milliseconds }) }
            : { color: 'vermilion', autoClose: 12_000, message: t('webhooks.testFailed', { fault }) },
        ),
    })
  return (
    <Button variant="default" onClick={run} loading={test.isPending} data-testid="webhook-test">
      {t('webhooks.test')}
    </Button>
  )
}

function HowItIs({ webhook }: { webhook: WebhookView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const { paused, lastFault, failures, nextAt, lastToldAt } = webhook
  if (paused) return <Line icon={<IconPlayerPause size={18} />} text={t('webhooks.paused')} color="gray.7" />
  if (lastFault !== null) {
    const text = t('webhooks.failing', { count: failures, fault: lastFault, at: when.dayAndTime(nextAt) })
    return <Line icon={<IconAlertTriangle size={18} />} text={text} color="vermilion.8" />
  }
  return lastToldAt === null ? (
    <Line icon={<IconClock size={18} />} text={t('webhooks.quiet')} color="gray.7" />
  ) : (
    <Line
      icon={<IconCircleCheck size={18} />}
      text={t('webhooks.told', { at: when.dayAndTime(lastToldAt) })}
      color="zelkova.8"
    />
  )
}

function Line({ icon, text, color }: { icon: ReactElement; text: string; color: string }): ReactElement {
  return (
    <Text component="div" size="sm" c={color}>
      <Group gap={6} wrap="nowrap">
        {icon}
        <span>{text}</span>
      </Group>
    </Text>
  )
}
