import type { SittingView } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconDeviceTv } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useShowSitting } from '../../api/sittings.ts'

/** Lets a sitting that is open come before another one that is; nothing for one that is not. */
export function BringForward({ sitting, locked }: { sitting: SittingView; locked: boolean }): ReactElement | null {
  const { t } = useTranslation()
  const show = useShowSitting(sitting.id)
  const { phase } = sitting.live.standing
  if (phase !== 'inSession' && phase !== 'recess') return null
  return (
    <Button
      size="lg"
      mt="xs"
      leftSection={<IconDeviceTv size={20} />}
      disabled={locked}
      loading={show.isPending}
      onClick={() => show.mutate()}
      data-testid="bring-forward"
    >
      {t('sittings.showAgain')}
    </Button>
  )
}
