import { type GeoPoint, type TownMap, TOWN_PLACES, TownPlaceKind } from '@akari/protocol'
import { newId } from '@akari/scenes'
import { Button, Checkbox, FileButton, Group, MultiSelect, SegmentedControl, Select, Stack, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type ReactElement, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFeeds } from '../../api/feeds.ts'
import { FormRows } from '../../parts/form-rows.tsx'
import { OneText } from '../../parts/one-text.tsx'
import { useTransitChoices } from '../../parts/use-timetable.ts'
import type { BoardFieldsProps } from './board-fields-props.ts'
import { readGeoJson } from './map-import.ts'
import { StreetsFields } from './streets/streets-fields.tsx'
import { TownDrawing } from './town-drawing.tsx'

const MODES = ['border', 'place', 'here'] as const
const SHELTERS = ['flee', 'stay'] as const

/** The town in outlines: its border, facilities and shelters, and whose stops are on it. */
export function TownMapFields({ board, language, onChange }: BoardFieldsProps<'townMap'>): ReactElement {
  const { t } = useTranslation()
  const { map } = board
  const transit = (useFeeds().data ?? []).filter(({ source }) => source.kind === 'transit')
  const set = (part: Partial<TownMap>, about: string): void => onChange({ ...board, map: { ...map, ...part } }, about)
  const { feeds: stopsOf = [], ...without } = board
  return (
    <>
      <OneText
        label={t('boards.field.mapName')}
        value={map.name}
        language={language}
        fault={undefined}
        onChange={(name) => set({ name }, `name ${language}`)}
        testId="board-mapName"
      />
      <ImportButton map={map} onImport={(part) => set(part, 'import')} />
      <Sheet board={board} onChange={onChange} />
      <StreetsFields {...{ board, language, onChange }} />
      <MultiSelect
        label={t('boards.stopsOf')}
        value={stopsOf}
        data={transit.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(next) => onChange(next.length === 0 ? without : { ...board, feeds: next }, 'feeds')}
      />
      <FormRows
        legend={t('boards.field.places')}
        canAdd={false}
        onAdd={() => undefined}
        onRemove={(index) => set({ places: map.places.toSpliced(index, 1) }, 'remove')}
        rows={map.places.map((place, index) => {
          const change = (part: Partial<typeof place>): void =>
            set({ places: map.places.with(index, { ...place, ...part }) }, `place ${index} ${Object.keys(part).join()}`)
          const { shelters = [], ...unsafe } = place
          return (
            <Stack key={place.id} gap={6}>
              <Group gap="xs" align="flex-end" wrap="nowrap" grow>
                <OneText
                  label={t('boards.placeName')}
                  value={place.name}
                  language={language}
                  fault={undefined}
                  onChange={(name) => change({ name })}
                  testId={index === 0 ? 'board-places' : `board-places-${index}`}
                />
                <Select
                  label={t('boards.placeKind')}
                  allowDeselect={false}
                  value={place.kind}
                  data={TOWN_PLACES.map((value) => ({ value, label: t(`boards.townPlace.${value}`) }))}
                  onChange={(kind) => change({ kind: TownPlaceKind.parse(kind) })}
                />
              </Group>
              <Group gap="md">
                {SHELTERS.map((shelter) => (
                  <Checkbox
                    key={shelter}
                    size="sm"
                    label={t(`boards.shelter.${shelter}`)}
                    checked={shelters.includes(shelter)}
                    onChange={(event) => {
                      const { checked } = event.currentTarget
                      const next = SHELTERS.filter((each) => (each === shelter ? checked : shelters.includes(each)))
                      if (next.length > 0) change({ shelters: next })
                      else set({ places: map.places.with(index, unsafe) }, `place ${index} shelters`)
                    }}
                  />
                ))}
              </Group>
            </Stack>
          )
        })}
      />
    </>
  )
}

/** Where what is pressed goes: a corner of the border, a new place, or this building. */
function Sheet({ board, onChange }: Pick<BoardFieldsProps<'townMap'>, 'board' | 'onChange'>): ReactElement {
  const { t } = useTranslation()
  const { map } = board
  const [mode, setMode] = useState<(typeof MODES)[number]>('place')
  const { stops } = useTransitChoices(board.feeds?.[0] ?? '')
  const placed = useMemo(() => stops.flatMap(({ name, place }) => (place === null ? [] : [{ name, place }])), [stops])
  const border = map.boundary[0]
  const frame = useMemo(
    () => [...map.boundary.flat(), ...placed.map(({ place }) => place), ...map.places.map(({ at }) => at)],
    [map, placed],
  )
  const setBorder = (ring: GeoPoint[], about: string | null): void =>
    onChange({ ...board, map: { ...map, boundary: ring.length === 0 ? [] : [ring, ...map.boundary.slice(1)] } }, about)
  const press = (at: GeoPoint): void => {
    switch (mode) {
      case 'border':
        return setBorder([...(border ?? []), at], null)
      case 'place': {
        const place = { id: newId(), name: { ja: '' }, kind: 'other' as const, at }
        return onChange({ ...board, map: { ...map, places: [...map.places, place] } }, null)
      }
      case 'here':
        return onChange({ ...board, here: at }, 'here')
    }
  }
  return (
    <Stack gap="xs" id="board-boundary" tabIndex={-1}>
      <SegmentedControl
        size="xs"
        aria-label={t('boards.onMap')}
        value={mode}
        onChange={(next) => setMode(MODES.find((each) => each === next) ?? 'place')}
        data={MODES.map((value) => ({ value, label: t(`boards.mode.${value}`) }))}
      />
      <TownDrawing
        label={t('boards.onMap')}
        frame={frame}
        map={map}
        stops={placed}
        here={board.here}
        line={mode === 'border' ? border : undefined}
        closed
        onPress={press}
        onLine={setBorder}
      />
      <Text size="sm" c="gray.6">
        {t(`boards.modeHint.${mode}`)}
      </Text>
    </Stack>
  )
}

function ImportButton({ map, onImport }: { map: TownMap; onImport: (part: Partial<TownMap>) => void }): ReactElement {
  const { t } = useTranslation()
  const [refused, setRefused] = useState(false)
  const read = async (file: File | null): Promise<void> => {
    const found = file === null ? null : readGeoJson(await file.text(), newId)
    setRefused(file !== null && found === null)
    if (found === null) return
    onImport({
      boundary: found.boundary.length === 0 ? map.boundary : found.boundary,
      lines: [...map.lines, ...found.lines].slice(0, 1000),
      places: [...map.places, ...found.places].slice(0, 1000),
    })
  }
  return (
    <Group gap="sm">
      <FileButton accept=".geojson,.json,application/geo+json" onChange={(file) => void read(file)}>
        {(props) => (
          <Button {...props} size="xs" variant="default" leftSection={<IconFileImport size={16} />}>
            {t('boards.import')}
          </Button>
        )}
      </FileButton>
      <Text size="sm" c={refused ? 'vermilion' : 'gray.6'} role="status">
        {t(refused ? 'boards.importRefused' : 'boards.importHint')}
      </Text>
    </Group>
  )
}
