import type { SittingView } from '@akari/protocol'
import { Alert, Button, Group } from '@mantine/core'
import { IconDeviceTv, IconDeviceTvOff } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShowSitting } from '../../api/sittings.ts'
import { useActorWords } from '../../parts/actor-words.ts'

/** Says that somebody took the sitting off its displays, with the way back. */
export function TakenOff({
  sitting,
  who,
  locked,
}: {
  sitting: SittingView
  who: string
  locked: boolean
}): ReactElement {
  const { t } = useTranslation()
  const whoIs = useActorWords()
  const show = useShowSitting(sitting.id)
  return (
    <Alert color="amber" icon={<IconDeviceTvOff aria-hidden />} data-testid="taken-off">
      <Group justify="space-between" wrap="nowrap">
        <span>
          <b>{t('sittings.takenOff')}</b> {t('sittings.takenOffBy', { who: whoIs(who) })}
        </span>
        <Button
          size="md"
          flex="none"
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
