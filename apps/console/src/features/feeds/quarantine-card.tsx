import type { FeedQuarantine, FeedView } from '@akari/protocol'
import { Alert, Button, Group } from '@mantine/core'
import { IconEyeExclamation } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useReleaseNews, useSwitchFeed } from '../../api/feeds.ts'
import { useMay } from '../../api/session.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './feeds.module.css'

/** News that changed too much at once: why, what they would be, and the release. Displays have what was there before. */
export function QuarantineCard({ feed, quarantine }: { feed: FeedView; quarantine: FeedQuarantine }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const mayChange = useMay('content')
  const release = useReleaseNews()
  const turn = useSwitchFeed()
  return (
    <Alert color="amber" icon={<IconEyeExclamation />} title={t('feeds.held')} data-testid="feed-quarantine">
      <p className={classes.quiet}>{t('feeds.heldSince', { at: when.dayAndTime(quarantine.since) })}</p>
      <ul>
        {quarantine.reasons.map((reason) => (
          <li key={reason}>{t(`feeds.reason.${reason}`)}</li>
        ))}
      </ul>
      <b>{t('feeds.wouldShow')}</b>
      <ul className={classes.came}>
        {quarantine.items.map(({ id, title, source }) => (
          <li key={id}>
            <span>{title}</span>
            <small>{source}</small>
          </li>
        ))}
      </ul>
      <Trouble error={release.error} />
      {mayChange && (
        <Group mt="sm">
          <Button
            loading={release.isPending}
            onClick={() => release.mutate({ id: feed.id, seen: quarantine.seen })}
            data-testid="feed-release"
          >
            {t('feeds.release')}
          </Button>
          <Button variant="default" onClick={() => turn.mutate({ id: feed.id, on: false })}>
            {t('feeds.switchOff')}
          </Button>
        </Group>
      )}
    </Alert>
  )
}
