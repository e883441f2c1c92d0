import type { Overlay } from '@akari/programme'
import type { Channel } from '@akari/protocol'
import { AlertBoard, AlertTicker } from '@akari/scenes'
import type { ReactElement } from 'react'
import { TIME_ZONE } from './local-time.ts'

const CHANNELS: readonly Channel[] = ['live', 'drill']

/** Ticker and board of a display's thumbnail, each at its first page. */
export function OverlayLines({ overlays, drill }: { overlays: readonly Overlay[]; drill: boolean }): ReactElement {
  const mixed = drill && overlays.some(({ channel }) => channel === 'live')
  return (
    <>
      {CHANNELS.map((channel) => {
        const alertsIn = (kind: Overlay['kind']) =>
          overlays.flatMap((one) => (one.kind === kind && one.channel === channel ? [one.alert] : []))
        const [first, ...others] = alertsIn('ticker')
        const common = { channel, mixed, language: 'ja', turns: 0 } as const
        return (
          <div key={channel}>
            {first !== undefined && <AlertTicker {...common} alerts={[first, ...others]} timeZone={TIME_ZONE} />}
            <AlertBoard {...common} alerts={alertsIn('board')} />
          </div>
        )
      })}
    </>
  )
}
