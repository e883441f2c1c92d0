import type { BoardKind } from '@akari/protocol'
import {
  IconBuildingCommunity,
  IconBus,
  IconCalendarClock,
  IconClockHour4,
  IconCloud,
  IconMap2,
  IconNews,
  IconWifi,
} from '@tabler/icons-react'
import type { ComponentType, ReactElement } from 'react'
import classes from './boards.module.css'

const SIGNS: Record<BoardKind, ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>> = {
  departures: IconBus,
  busMap: IconMap2,
  townMap: IconBuildingCommunity,
  weather: IconCloud,
  news: IconNews,
  wifi: IconWifi,
  clock: IconClockHour4,
  today: IconCalendarClock,
}

/** What a kind of board looks like, drawn in a few lines: nothing in it may be taken for data. */
export function KindPicture({ kind }: { kind: BoardKind }): ReactElement {
  const Sign = SIGNS[kind]
  return (
    <div className={classes.kindPicture} data-kind={kind} aria-hidden>
      <Sign size={64} stroke={1.3} aria-hidden />
      <div>
        <i />
        <i />
        <i />
      </div>
    </div>
  )
}
