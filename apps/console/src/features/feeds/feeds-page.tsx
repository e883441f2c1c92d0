import { FEED_KINDS, type FeedKind, type FeedView } from '@akari/protocol'
import { Button, Drawer, Switch } from '@mantine/core'
import { IconBus, IconCloud, IconNews, IconPlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { isWell, useAskFeed, useFeeds, useSwitchFeed } from '../../api/feeds.ts'
import { useMay } from '../../api/session.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { TownNav } from '../../parts/town-nav.tsx'
import { FeedForm } from './feed-form.tsx'
import { useFeedWords } from './feed-words.ts'
import classes from './feeds.module.css'

const FEED_SIGNS = { transit: IconBus, weather: IconCloud, news: IconNews } as const

/** Where boards have their live data from, and how each source is at a glance. */
export function FeedsPage(): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const navigate = useNavigate()
  const [asked, setAsked] = useSearchParams()
  const ask = useAskFeed()
  const wanted = FEED_KINDS.find((kind) => kind === asked.get('new')) ?? null
  return (
    <Page title={t('feeds.title')} lead={t('feeds.lead')}>
      <TownNav />
      <Loaded query={useFeeds()}>
        {(feeds) => (
          <>
            {FEED_KINDS.map((kind) => (
              <Kind key={kind} kind={kind} feeds={feeds.filter(({ source }) => source.kind === kind)} />
            ))}
          </>
        )}
      </Loaded>
      <Drawer
        opened={wanted !== null && mayChange}
        onClose={() => setAsked({})}
        size="xl"
        title={wanted === null ? '' : t('feeds.newOf', { kind: t(`feeds.kind.${wanted}`) })}
      >
        {wanted !== null && (
          <FeedForm
            key={wanted}
            kind={wanted}
            feed={null}
            onSaved={({ id }) => {
              ask.mutate(id)
              void navigate(`/feeds/${id}`)
            }}
          />
        )}
      </Drawer>
    </Page>
  )
}

function Kind({ kind, feeds }: { kind: FeedKind; feeds: readonly FeedView[] }): ReactElement {
  const { t } = useTranslation()
  const mayChange = useMay('content')
  const Sign = FEED_SIGNS[kind]
  return (
    <section className={classes.kind} aria-labelledby={`feeds-${kind}`}>
      <header>
        <h2 id={`feeds-${kind}`}>
          <Sign size={22} stroke={1.6} aria-hidden /> {t(`feeds.kind.${kind}`)}
        </h2>
        {mayChange && (
          <Button
            component={Link}
            to={`/feeds?new=${kind}`}
            size="xs"
            variant="light"
            leftSection={<IconPlus size={16} />}
            data-testid={`feed-new-${kind}`}
          >
            {t('feeds.add')}
          </Button>
        )}
      </header>
      {feeds.length === 0 ? (
        <p className={classes.none}>{t(`feeds.none.${kind}`)}</p>
      ) : (
        <ul className={classes.feeds}>
          {feeds.map((feed) => (
            <Row key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Row({ feed }: { feed: FeedView }): ReactElement {
  const { t } = useTranslation()
  const words = useFeedWords()(feed)
  const turn = useSwitchFeed()
  const maySwitch = useMay('content')
  const { id, name, health, on } = feed
  return (
    <li className={classes.feed} data-state={health.state} data-well={isWell(health)} data-testid={`feed-${id}`}>
      <div className={classes.name}>
        <Link to={`/feeds/${id}`}>{name}</Link>
        <span className={classes.mark}>{words.state}</span>
      </div>
      <p className={`${classes.when} numbers`}>
        <span>{words.last}</span>
        {words.next !== '' && <span>{words.next}</span>}
        {health.counted !== null && <span>{t(`feeds.counted.${feed.source.kind}`, { count: health.counted })}</span>}
      </p>
      {words.advice !== null && <p className={classes.advice}>{words.advice}</p>}
      <Switch
        className={classes.switch ?? ''}
        checked={on}
        disabled={!maySwitch || turn.isPending}
        label={on ? t('feeds.isOn') : t('feeds.isOff')}
        aria-label={t('feeds.switchNamed', { name })}
        onChange={(event) => turn.mutate({ id, on: event.currentTarget.checked })}
      />
    </li>
  )
}
