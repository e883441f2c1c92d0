import type { GeoPoint } from '@akari/protocol'
import { Button, Group, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFeeds } from '../../api/feeds.ts'
import { FormRows } from '../../parts/form-rows.tsx'
import { useTownMap } from '../../parts/scene-resources.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { useLibrary } from '../../parts/use-library.ts'
import { useTransitChoices } from '../../parts/use-timetable.ts'
import type { BoardFieldsProps } from './board-fields-props.ts'
import { FeedRoutes } from './departures-fields.tsx'
import { TownDrawing } from './town-drawing.tsx'

const MOST_FEEDS = 6

/** Whose buses are on the map, what lies below them, where this building is, and lines that the timetable lacks. */
export function BusMapFields({ board, onChange }: BoardFieldsProps<'busMap'>): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { boards } = useLibrary()
  const all = (useFeeds().data ?? []).filter(({ source }) => source.kind === 'transit')
  const free = all.filter(({ id }) => board.feeds.every(({ feedId }) => feedId !== id))
  const maps = boards.filter((each) => each.board.kind === 'townMap')
  return (
    <>
      <FormRows
        legend={t('boards.operators')}
        canAdd={free.length > 0 && board.feeds.length < MOST_FEEDS}
        onAdd={() =>
          onChange({ ...board, feeds: [...board.feeds, ...free.slice(0, 1).map(({ id }) => ({ feedId: id }))] }, 'add')
        }
        onRemove={(index) => onChange({ ...board, feeds: board.feeds.toSpliced(index, 1) }, 'remove')}
        rows={board.feeds.map(({ feedId, routes }, index) => (
          <FeedRoutes
            key={index}
            nth={index}
            feedId={feedId}
            routes={routes}
            onChange={(next, about) =>
              onChange({ ...board, feeds: board.feeds.with(index, next) }, `${about} ${index}`)
            }
          />
        ))}
      />
      <Select
        label={t('boards.below')}
        placeholder={t('boards.noMap')}
        description={t(maps.length === 0 ? 'boards.makeMapFirst' : 'boards.belowHint')}
        clearable
        value={board.mapId}
        data={maps.map(({ id, title }) => ({ value: id, label: textIn(title) }))}
        onChange={(mapId) => onChange({ ...board, mapId }, 'map')}
      />
      <OnTheMap board={board} onChange={onChange} />
    </>
  )
}

/** Of the first source: where this building is, and the lines of its routes. */
function OnTheMap({ board, onChange }: Pick<BoardFieldsProps<'busMap'>, 'board' | 'onChange'>): ReactElement {
  const { t } = useTranslation()
  const { boards } = useLibrary()
  const feedId = board.feeds[0]?.feedId ?? ''
  const { stops, routes, ways } = useTransitChoices(feedId)
  const [wayIndex, setWayIndex] = useState<string | null>(null)
  const way = wayIndex === null ? undefined : ways[Number(wayIndex)]
  const below = boards.find(({ id }) => id === board.mapId)?.board
  const map = useTownMap(below?.kind === 'townMap' ? below.map.sha256 : null)
  const placed = useMemo(() => stops.flatMap(({ name, place }) => (place === null ? [] : [{ name, place }])), [stops])
  const frame = useMemo(() => placed.map(({ place }) => place), [placed])
  const isOf = (line: (typeof board.lines)[number]): boolean =>
    line.feedId === feedId && line.routeId === way?.routeId && line.direction === way.direction
  const drawn = board.lines.find(isOf)
  const setLine = (points: GeoPoint[], about: string | null): void => {
    if (way === undefined) return
    const { routeId, direction } = way
    const others = board.lines.filter((line) => !isOf(line))
    // A line has two ends: with fewer points there is none.
    const lines = points.length < 2 ? others : [...others, { feedId, routeId, direction, points }]
    onChange({ ...board, lines }, about)
  }
  const sketch = (): void => {
    const byId = new Map(stops.map(({ id, place }) => [id, place]))
    setLine(
      (way?.stopIds ?? []).flatMap((id) => byId.get(id) ?? []),
      null,
    )
  }
  const nameOf = ({ routeId, direction }: (typeof ways)[number]): string => {
    const name = routes.find(({ value }) => value === routeId)?.label ?? routeId
    return direction === null ? name : t(direction === 0 ? 'boards.wayThere' : 'boards.wayBack', { name })
  }
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-end">
        <SegmentedControl
          size="xs"
          aria-label={t('boards.onMap')}
          value={wayIndex === null ? 'here' : 'line'}
          onChange={(next) => setWayIndex(next === 'line' ? '0' : null)}
          data={[
            { value: 'here', label: t('boards.here') },
            { value: 'line', label: t('boards.ownLine'), disabled: ways.length === 0 },
          ]}
        />
        {wayIndex !== null && (
          <Select
            size="xs"
            aria-label={t('boards.way')}
            allowDeselect={false}
            value={wayIndex}
            data={ways.map((each, index) => ({ value: String(index), label: nameOf(each) }))}
            onChange={setWayIndex}
          />
        )}
      </Group>
      <TownDrawing
        label={t('boards.onMap')}
        frame={frame}
        map={map}
        stops={placed}
        here={board.here}
        line={wayIndex === null ? undefined : drawn?.points}
        onPress={(place) => {
          if (wayIndex === null) onChange({ ...board, here: place }, 'here')
          else if (drawn !== undefined) setLine([...drawn.points, place], null)
        }}
        onLine={setLine}
      />
      {wayIndex === null ? (
        <Text size="sm" c="gray.6">
          {t('boards.hereHint')}
        </Text>
      ) : (
        <Group gap="xs">
          {drawn === undefined ? (
            <Button size="xs" variant="light" onClick={sketch}>
              {t('boards.sketch')}
            </Button>
          ) : (
            <Button size="xs" variant="default" onClick={() => setLine([], null)}>
              {t('boards.dropLine')}
            </Button>
          )}
          <Text size="sm" c="gray.6">
            {t(drawn === undefined ? 'boards.lineHint' : 'boards.pullHint')}
          </Text>
        </Group>
      )}
    </Stack>
  )
}
