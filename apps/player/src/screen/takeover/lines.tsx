import type { Overlay } from '@akari/programme'
import type { Alert, Channel, KioskLanguage } from '@akari/protocol'
import { AlertBoard, AlertTicker } from '@akari/scenes'
import type { ReactElement } from 'react'

interface LinesProps {
  overlays: readonly Overlay[]
  /** Is anything of a drill on the glass? */
  drill: boolean
  language: KioskLanguage
  timeZone: string
  turns: number
}

const CHANNELS: readonly Channel[] = ['live', 'drill']

/**
 * The lines below the scene: for each channel a ticker and a board, where there is anything for them. Beside a banner they
 * share one line, so that enough of the programme stays to be read.
 */
export function Lines({ overlays, drill, language, timeZone, turns }: LinesProps): ReactElement {
  const hasBanner = overlays.some(({ kind }) => kind === 'banner')
  const mixed = drill && overlays.some(({ channel }) => channel === 'live')
  return (
    <>
      {CHANNELS.map((channel) => {
        const ticking = alertsIn(overlays, 'ticker', channel)
        const announced = alertsIn(overlays, 'board', channel)
        const shares = hasBanner && ticking.length > 0
        const [first, ...others] = shares ? [...ticking, ...announced] : ticking
        const listed = shares ? [] : announced
        const common = { channel, language, turns, mixed }
        return (
          <div key={channel} className="ak-lines">
            {first !== undefined && <AlertTicker {...common} alerts={[first, ...others]} timeZone={timeZone} />}
            {listed.length > 0 && <AlertBoard {...common} alerts={listed} />}
          </div>
        )
      })}
    </>
  )
}

function alertsIn(overlays: readonly Overlay[], kind: Overlay['kind'], channel: Channel): Alert[] {
  return overlays.flatMap((one) => (one.kind === kind && one.channel === channel ? [one.alert] : []))
}
