import type { Overlay } from '@akari/programme'
import type { KioskLanguage } from '@akari/protocol'
import { AlertBanner, Line, say } from '@akari/scenes'
import type { ReactElement } from 'react'

const MOST = 2

/** The strips over the programme. On a frame with a drill on it, a live one says that it is real. */
export function Banners({
  banners,
  drill,
  language,
}: {
  banners: readonly Overlay[]
  drill: boolean
  language: KioskLanguage
}): ReactElement {
  const left = banners.length - MOST
  return (
    <>
      {banners.slice(0, MOST).map(({ channel, alert }) => (
        <AlertBanner
          key={`${channel} ${alert.id}`}
          channel={channel}
          alert={alert}
          language={language}
          notDrill={drill && channel === 'live'}
        />
      ))}
      {left > 0 && (
        <p className="ak-banner-left">
          <Line text={say(language, 'moreAlerts', { count: String(left) })} language={language} />
        </p>
      )}
    </>
  )
}
