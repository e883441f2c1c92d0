import type { SittingView } from '@akari/protocol'
import { Alert, Button, Group } from '@mantine/core'
import { IconDeviceTv, IconDeviceTvOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShowSitting } from '../../api/sittings.ts'
import { useActorWords } from '../../parts/actor-words.ts'

/** Says that somebody took the sitting off its displays, with the way back; nothing where nobody did. */
export function TakenOff({ sitting, locked }: { sitting: SittingView; locked: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const whoIs = useActorWords()
  const show = useShowSitting(sitting.id)
  if (sitting.takenOffBy === null) return null
  return (
    <Alert color="amber" icon={<IconDeviceTvOff aria-hidden />} title={t('sittings.takenOff')} data-testid="taken-off">
      <Group justify="space-between">
        <span>{t('sittings.takenOffBy', { who: whoIs(sitting.takenOffBy) })}</span>
        <Button
          size="lg"
          leftSection={<IconDeviceTv size={20} />}
          disabled={locked}
          loading={show.isPending}
          onClick={() => show.mutate()}
          data-testid="show-again"
        >
          {t('sittings.showAgain')}
        </Button>
      </Group>
    </Alert>
  )
}
