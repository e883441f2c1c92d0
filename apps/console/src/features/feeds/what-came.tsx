import type { FeedSnapshot, FeedView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { snapshotQuery } from '../../api/feeds.ts'
import { useTimetable } from '../../parts/use-timetable.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useWhen } from '../../parts/when.ts'
import classes from './feeds.module.css'

const MOST_ROWS = 40

/** What displays are told of a source now, in words: the proof that it is set up rightly. */
export function WhatCame({ feed }: { feed: FeedView }): ReactElement | null {
  const { t } = useTranslation()
  const { data } = useQuery(snapshotQuery(feed.id))
  if (data === undefined) return null
  if (data.data === null) return <p className={classes.quiet}>{t('feeds.nothingCame')}</p>
  return <Rows feedId={feed.id} data={data.data} />
}

function Rows({ feedId, data }: { feedId: string; data: NonNullable<FeedSnapshot['data']> }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  switch (data.kind) {
    case 'transit':
      return <Buses feedId={feedId} live={data} />
    case 'weather':
      return (
        <>
          <p className={classes.quiet}>
            {t('feeds.forecastOf', {
              area: data.area,
              publisher: data.publisher,
              at: when.dayAndTime(data.publishedAt),
            })}
          </p>
          <ul className={classes.came} data-testid="feed-came">
            {data.days.map(({ date, text, min, max }) => (
              <li key={date}>
                <b>{when.date(date)}</b>
                <span lang="ja">{text}</span>
                <small>{[min, max].map((each) => (each === null ? '–' : `${each}℃`)).join(' / ')}</small>
              </li>
            ))}
          </ul>
        </>
      )
    case 'news':
      return (
        <ul className={classes.came} data-testid="feed-came">
          {data.items.map(({ id, title, publishedAt, source }) => (
            <li key={id}>
              <span lang={data.language ?? undefined}>{title}</span>
              <small>
                {source}
                {publishedAt !== null && ` · ${when.dayAndTime(publishedAt)}`}
              </small>
            </li>
          ))}
        </ul>
      )
    // What staff make themselves comes of no source.
    case 'sitting':
    case 'captions':
      return null
  }
}

function Buses({
  feedId,
  live,
}: {
  feedId: string
  live: Extract<NonNullable<FeedSnapshot['data']>, { kind: 'transit' }>
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const textIn = useTextIn()
  const open = useTimetable(feedId)
  const nameOf = (routeId: string | null): string => {
    const route = open?.timetable.routes[open.routeAt.get(routeId ?? '') ?? -1]
    return route === undefined ? (routeId ?? t('feeds.unknownRoute')) : textIn((route.longName ?? route.name).texts)
  }
  if (!live.isLive) return <p className={classes.quiet}>{t('feeds.timetableOnly')}</p>
  return (
    <>
      <p className={classes.quiet}>
        {t('feeds.busesCame', { vehicles: live.vehicles.length, trips: live.trips.length, alerts: live.alerts.length })}
      </p>
      <ul className={classes.came} data-testid="feed-came">
        {live.vehicles.slice(0, MOST_ROWS).map(({ id, label, routeId, observedAt }) => (
          <li key={id}>
            <b>{nameOf(routeId)}</b>
            <span>{t('feeds.vehicle', { name: label ?? id })}</span>
            <small className="numbers">
              {observedAt === null
                ? t('feeds.ageUnknown')
                : t('feeds.seenAt', { time: when.exact(new Date(observedAt * 1000).toISOString()) })}
            </small>
          </li>
        ))}
        {live.alerts.map(({ id, title }) => (
          <li key={id}>
            <b>{t('feeds.operatorSays')}</b>
            <span>{textIn(title)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
