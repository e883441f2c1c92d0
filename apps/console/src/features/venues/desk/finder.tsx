import type { VenueModel } from '@akari/protocol'
import { findEntries, type NearestKind, type VenueIndex } from '@akari/wayfinding'
import { CloseButton, TextInput } from '@mantine/core'
import {
  IconAccessible,
  IconBabyCarriage,
  IconBuildingBank,
  IconDoorExit,
  IconElevator,
  IconHeartbeat,
  IconInfoCircle,
  IconSearch,
  IconStairs,
  IconToiletPaper,
} from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTextIn } from '../../../parts/texts-in.ts'
import { useLevelName } from '../model/use-level-name.ts'
import classes from './desk.module.css'

const ICONS: Record<NearestKind, typeof IconStairs> = {
  toilet: IconToiletPaper,
  'accessible-toilet': IconAccessible,
  nursing: IconBabyCarriage,
  aed: IconHeartbeat,
  elevator: IconElevator,
  stairs: IconStairs,
  atm: IconBuildingBank,
  information: IconInfoCircle,
  exit: IconDoorExit,
}

/** Finds by a few letters in any writing what somebody asks for, and the nearest of a kind by one touch. */
export function Finder({
  index,
  model,
  nearest,
  onFound,
}: {
  index: VenueIndex
  model: VenueModel
  /** Null where there is none that can be reached. */
  nearest: readonly { kind: NearestKind; id: string | null }[]
  onFound: (placeId: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const [search, setSearch] = useState('')
  const hits = findEntries(index, search)
  const level = useLevelName(model)
  return (
    <>
      <TextInput
        size="lg"
        type="search"
        aria-label={t('venues.desk.search')}
        placeholder={t('venues.desk.search')}
        leftSection={<IconSearch size={22} aria-hidden />}
        rightSection={
          search === '' ? null : <CloseButton aria-label={t('common.clearSearch')} onClick={() => setSearch('')} />
        }
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-testid="desk-search"
      />
      {search.trim() === '' ? (
        <div className={classes.kinds} role="group" aria-label={t('venues.desk.nearest')}>
          {nearest.map(({ kind, id }) => {
            const Icon = ICONS[kind]
            return (
              <button
                key={kind}
                type="button"
                disabled={id === null}
                onClick={() => id !== null && onFound(id)}
                data-testid={`nearest-${kind}`}
              >
                <Icon size={28} stroke={1.6} aria-hidden />
                {t(`venues.nearest.${kind}`)}
              </button>
            )
          })}
        </div>
      ) : hits.length === 0 ? (
        <p className={classes.nothing} role="status">
          {t('venues.desk.nothing')}
        </p>
      ) : (
        <ul className={classes.hits}>
          {hits.map(({ entry }) => (
            <li key={`${entry.kind} ${entry.id}`}>
              <button
                type="button"
                disabled={entry.placeId === null}
                onClick={() => entry.placeId !== null && onFound(entry.placeId)}
                data-testid="desk-hit"
              >
                <b>{textIn(entry.name)}</b>
                <small>
                  {entry.counters.length > 0 &&
                    `${t('venues.desk.counters', { numbers: entry.counters.join(', ') })} · `}
                  {level(entry.levelId)}
                </small>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
