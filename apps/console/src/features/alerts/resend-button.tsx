import type { ChannelDesk } from '@akari/protocol'
import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useResend } from '../../api/alert-timeline.ts'
import { useMay } from '../../api/session.ts'

/** Sends the newest state again, to displays that are in reach and have not said that they show it. */
export function ResendButton({ desk }: { desk: ChannelDesk }): ReactElement | null {
  const { t } = useTranslation()
  const resend = useResend()
  const mayAct = useMay('alerts')
  const silent = desk.deliveries.filter(({ status }) => status === 'received' || status === 'waiting').length
  if (!mayAct || silent === 0) return null
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={18} aria-hidden />}
      loading={resend.isPending}
      onClick={() => resend.mutate(desk.channel)}
      data-testid="desk-resend"
    >
      {t('timeline.resend', { count: silent })}
    </Button>
  )
}
