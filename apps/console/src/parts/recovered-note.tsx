import { Alert, Button, Group } from '@mantine/core'
import { IconRestore } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Says that an editor began with what was left unsaved, and lets one begin anew instead. */
export function RecoveredNote({ onStartOver }: { onStartOver: () => void }): ReactElement | null {
  const { t } = useTranslation()
  const [read, setRead] = useState(false)
  if (read) return null
  return (
    <Alert color="kingfisher" icon={<IconRestore />}>
      <Group justify="space-between" gap="md">
        <span>{t('leave.recovered')}</span>
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setRead(true)
              onStartOver()
            }}
            data-testid="start-over"
          >
            {t('leave.startOver')}
          </Button>
          <Button size="xs" variant="light" onClick={() => setRead(true)}>
            {t('leave.goOn')}
          </Button>
        </Group>
      </Group>
    </Alert>
  )
}
