import { MultiSelect, NumberInput, Stack } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useFeeds } from '../../api/feeds.ts'
import { FormRows } from '../../parts/form-rows.tsx'
import { StopPicker } from '../../parts/stop-picker.tsx'
import { useTransitChoices } from '../../parts/use-timetable.ts'
import type { BoardFieldsProps } from './board-fields-props.ts'
import { FeedSelect } from './feed-select.tsx'

const MOST_FEEDS = 6
const MOST_STOPS = 20

/** Whose buses are on the board, of which stops, and how far it is on foot. */
export function DeparturesFields({ board, onChange }: BoardFieldsProps<'departures'>): ReactElement {
  const { t } = useTranslation()
  const all = (useFeeds().data ?? []).filter(({ source }) => source.kind === 'transit')
  const free = all.filter(({ id }) => board.feeds.every(({ feedId }) => feedId !== id))
  const { walkMinutes: walk, ...unmeasured } = board
  return (
    <>
      <FormRows
        legend={t('boards.operators')}
        canAdd={free.length > 0 && board.feeds.length < MOST_FEEDS}
        onAdd={() =>
          onChange(
            { ...board, feeds: [...board.feeds, ...free.slice(0, 1).map(({ id }) => ({ feedId: id, stops: [] }))] },
            'add',
          )
        }
        onRemove={(index) => onChange({ ...board, feeds: board.feeds.toSpliced(index, 1) }, 'remove')}
        rows={board.feeds.map((feed, index) => (
          <FeedStops
            key={index}
            nth={index}
            feed={feed}
            onChange={(next, about) =>
              onChange({ ...board, feeds: board.feeds.with(index, next) }, `${about} ${index}`)
            }
          />
        ))}
      />
      <NumberInput
        label={t('boards.walk')}
        description={t('boards.walkHint')}
        suffix={t('boards.minutes')}
        min={0}
        max={60}
        value={walk ?? ''}
        onChange={(minutes) =>
          onChange(typeof minutes === 'number' ? { ...board, walkMinutes: minutes } : unmeasured, 'walk')
        }
        data-testid="board-walk"
      />
    </>
  )
}

type Feed = BoardFieldsProps<'departures'>['board']['feeds'][number]

function FeedStops({
  nth,
  feed,
  onChange,
}: {
  nth: number
  feed: Feed
  onChange: (feed: Feed, about: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const { stops, lines, routes } = useTransitChoices(feed.feedId)
  const { routes: chosenRoutes = [], ...allRoutes } = feed
  return (
    <Stack gap="sm">
      <FeedSelect
        kind="transit"
        nth={nth}
        value={feed.feedId}
        onChange={(feedId) => onChange({ feedId, stops: [] }, 'feed')}
      />
      <StopPicker
        id={nth === 0 ? 'board-stops' : `board-stops-${nth}`}
        label={t('boards.field.stops')}
        stops={stops}
        lines={lines}
        chosen={feed.stops}
        most={MOST_STOPS}
        onChange={(chosen) => onChange({ ...feed, stops: chosen }, 'stops')}
        testId="board-stop"
      />
      <MultiSelect
        label={t('boards.routes')}
        placeholder={chosenRoutes.length === 0 ? t('boards.allRoutes') : ''}
        searchable
        value={chosenRoutes}
        data={routes}
        onChange={(next) => onChange(next.length === 0 ? allRoutes : { ...feed, routes: next }, 'routes')}
      />
    </Stack>
  )
}

/** A source and the routes of it that are shown, for boards that show no stops of their own. */
export function FeedRoutes({
  nth,
  feedId,
  routes,
  onChange,
}: {
  nth: number
  feedId: string
  routes: readonly string[] | undefined
  onChange: (feed: { feedId: string; routes?: string[] }, about: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const { routes: all } = useTransitChoices(feedId)
  return (
    <Stack gap="sm">
      <FeedSelect kind="transit" nth={nth} value={feedId} onChange={(next) => onChange({ feedId: next }, 'feed')} />
      <MultiSelect
        label={t('boards.routes')}
        placeholder={routes === undefined ? t('boards.allRoutes') : ''}
        searchable
        value={[...(routes ?? [])]}
        data={all}
        onChange={(next) => onChange(next.length === 0 ? { feedId } : { feedId, routes: next }, 'routes')}
      />
    </Stack>
  )
}
