import type { Rung } from '@akari/programme'
import {
  IconAlertTriangle,
  IconArrowsShuffle,
  IconCalendarEvent,
  IconClockHour8,
  IconHandStop,
  IconHome,
  IconLineDashed,
  IconPlugOff,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'

/** What a layer is, as a small picture beside its name. */
export function RungMark({ name }: { name: Rung['name'] }): ReactElement {
  const look = { size: 22, stroke: 1.7, 'aria-hidden': true } as const
  switch (name) {
    case 'emergency':
      return <IconAlertTriangle {...look} />
    case 'power':
      return <IconPlugOff {...look} />
    case 'takeover':
      return <IconHandStop {...look} />
    case 'hours':
      return <IconClockHour8 {...look} />
    case 'interrupts':
      return <IconArrowsShuffle {...look} />
    case 'scheduled':
      return <IconCalendarEvent {...look} />
    case 'default':
      return <IconHome {...look} />
    case 'ticker':
      return <IconLineDashed {...look} />
  }
}
