import type { FeedView } from '@akari/protocol'
import { Button, Group, Switch } from '@mantine/core'
import { IconArrowLeft, IconFileOff, IconRefresh, IconTrash } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { isWell, useAskFeed, useDeleteFeed, useFeeds, useSwitchFeed } from '../../api/feeds.ts'
import { useMay } from '../../api/session.ts'
import card from '../../parts/card.module.css'
import { ask } from '../../parts/ask.tsx'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { TownNav } from '../../parts/town-nav.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useWhen } from '../../parts/when.ts'
import { FeedForm } from './feed-form.tsx'
import { useFeedWords } from './feed-words.ts'
import { NoticesCard } from './notices-card.tsx'
import { QuarantineCard } from './quarantine-card.tsx'
import { TimetableCard } from './timetable-card.tsx'
import { WhatCame } from './what-came.tsx'
import classes from './feeds.module.css'

/** One source: how it is and what came, its settings, and what belongs to its kind. */
export function FeedPage(): ReactElement {
  const { t } = useTranslation()
  const { id } = useParams()
  return (
    <Loaded query={useFeeds()}>
      {(feeds) => {
        const feed = feeds.find((each) => each.id === id)
        return feed === undefined ? (
          <Page title={t('feeds.title')}>
            <Empty icon={IconFileOff} title={t('feeds.goneTitle')} hint={t('boards.goneHint')}>
              <Button component={Link} to="/feeds">
                {t('feeds.title')}
              </Button>
            </Empty>
          </Page>
        ) : (
          <Feed key={feed.id} feed={feed} />
        )
      }}
    </Loaded>
  )
}

function Feed({ feed }: { feed: FeedView }): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  return (
    <Page title={feed.name} lead={t(`feeds.kind.${feed.source.kind}`)} actions={<Actions feed={feed} />}>
      <TownNav />
      <div className={classes.columns}>
        <div className={classes.side}>
          {feed.quarantine !== null && <QuarantineCard feed={feed} quarantine={feed.quarantine} />}
          <HealthCard feed={feed} />
          {feed.source.kind === 'transit' && <TimetableCard feed={feed} />}
          {feed.source.kind === 'transit' && <NoticesCard feed={feed} />}
        </div>
        <section className={card.card} aria-labelledby="feed-settings">
          <h2 id="feed-settings">{t('feeds.settings')}</h2>
          <fieldset disabled={!mayChange} className={classes.bare}>
            <FeedForm kind={feed.source.kind} feed={feed} onSaved={() => undefined} />
          </fieldset>
        </section>
      </div>
    </Page>
  )
}

function Actions({ feed: { id, name, on } }: { feed: FeedView }): ReactElement | null {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const turn = useSwitchFeed()
  const remove = useDeleteFeed(() => void navigate('/feeds'))
  if (!useMay('content')) return null
  return (
    <>
      <Switch
        checked={on}
        label={on ? t('feeds.isOn') : t('feeds.isOff')}
        aria-label={t('feeds.switchNamed', { name })}
        disabled={turn.isPending}
        onChange={(event) => turn.mutate({ id, on: event.currentTarget.checked })}
        data-testid="feed-switch"
      />
      <Button
        variant="default"
        leftSection={<IconTrash size={18} />}
        onClick={() =>
          ask({
            title: t('feeds.deleteNamed', { name }),
            text: t('feeds.deleteText'),
            yes: t('boards.delete'),
            no: t('common.stop'),
            onYes: () => remove.mutate(id),
          })
        }
      >
        {t('boards.delete')}
      </Button>
      <Button component={Link} to="/feeds" variant="default" leftSection={<IconArrowLeft size={18} />}>
        {t('feeds.toList')}
      </Button>
    </>
  )
}

/** How the source is, what to do about it, and what came when it was asked last. */
function HealthCard({ feed }: { feed: FeedView }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const words = useFeedWords()(feed)
  const again = useAskFeed()
  const { health } = feed
  return (
    <section
      className={card.card}
      aria-labelledby="feed-health"
      data-state={health.state}
      data-well={isWell(health)}
      data-testid="feed-health"
    >
      <h2 id="feed-health">{t('feeds.health')}</h2>
      <dl className={classes.facts}>
        <dt>{t('feeds.now')}</dt>
        <dd>
          <span className={classes.mark}>{words.state}</span>
        </dd>
        <dt>{t('feeds.good')}</dt>
        <dd>{words.last}</dd>
        {words.next !== '' && (
          <>
            <dt>{t('feeds.coming')}</dt>
            <dd className="numbers">{words.next}</dd>
          </>
        )}
        {health.lastError !== null && !isWell(health) && (
          <>
            <dt>{t('feeds.why')}</dt>
            <dd>
              {health.lastError.message} <small className="numbers">{when.exact(health.lastError.at)}</small>
            </dd>
          </>
        )}
      </dl>
      {words.advice !== null && <p className={classes.advice}>{words.advice}</p>}
      <Group mt="sm">
        <Button
          size="sm"
          variant="light"
          leftSection={<IconRefresh size={18} />}
          loading={again.isPending}
          disabled={!feed.on}
          onClick={() => again.mutate(feed.id)}
          data-testid="feed-ask"
        >
          {t('feeds.ask')}
        </Button>
      </Group>
      <Trouble error={again.error} />
      <WhatCame feed={feed} />
    </section>
  )
}
