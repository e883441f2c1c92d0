import type { Alert, Channel, WifiScene } from '@akari/protocol'
import { EmergencyScene, WifiBoard } from '@akari/scenes'
import type { ReactElement } from 'react'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { OverlayLines } from '../../parts/overlay-lines.tsx'
import { LOBBY, SmallGlass } from '../../parts/small-glass.tsx'

/** A Wi-Fi board of any house that opens 00000JAPAN. */
const BOARD: WifiScene = {
  kind: 'wifi',
  title: { ja: 'Wi-Fi' },
  ssid: 'Wi-Fi',
  password: null,
  steps: [],
  disasterNetwork: true,
}

/** What a prepared alert does to the glass: it fills it, or it stands as a line below a board that turns because of it. */
export function TemplateGlass({
  alert,
  channel,
  label,
}: {
  alert: Alert
  channel: Channel
  label: string
}): ReactElement {
  const drill = channel === 'drill'
  const { mode } = alert.presentation
  if (mode === 'fullScreen') {
    return (
      <SmallGlass profile={LOBBY} label={label} drill={drill}>
        <EmergencyScene channel={channel} alerts={[alert]} language="ja" timeZone={TIME_ZONE} />
      </SmallGlass>
    )
  }
  return (
    <SmallGlass
      profile={LOBBY}
      label={label}
      drill={drill}
      lines={<OverlayLines overlays={[{ kind: mode, channel, alert }]} drill={drill} />}
    >
      <WifiBoard content={BOARD} openNetwork={channel} language="ja" onReady={nothingToDo} />
    </SmallGlass>
  )
}

function nothingToDo(): void {
  return
}
