import type { Overlay } from '@akari/programme'
import type { KioskLanguage } from '@akari/protocol'
import { AlertBanner, languageBeside, Line, say } from '@akari/scenes'
import type { ReactElement } from 'react'

const MOST = 2

/** The strips over the programme. On a frame with a drill on it, a live one says that it is real. */
export function Banners({
  overlays,
  drill,
  language,
}: {
  overlays: readonly Overlay[]
  drill: boolean
  language: KioskLanguage
}): ReactElement {
  const banners = overlays.filter(({ kind }) => kind === 'banner')
  const shown = banners.slice(0, MOST)
  const left = banners.length - shown.length
  const [first] = banners
  const own = first === undefined ? 'en' : languageBeside(first.alert, language)
  return (
    <>
      {shown.map(({ channel, alert }, index) => (
        <AlertBanner
          key={`${channel} ${alert.id}`}
          channel={channel}
          alert={alert}
          language={language}
          notDrill={drill && channel === 'live'}
          place={placeAmong(shown, index)}
        />
      ))}
      {left > 0 && (
        <p className="ak-banner-left">
          <Line text={say(own, 'moreAlerts', { count: String(left) })} language={own} />
        </p>
      )}
    </>
  )
}

/** Which of how many strips of its own channel a strip is. */
function placeAmong(shown: readonly Overlay[], index: number): { nth: number; count: number } {
  const isOwn = ({ channel }: Overlay): boolean => channel === shown[index]?.channel
  return { nth: shown.slice(0, index).filter(isOwn).length, count: shown.filter(isOwn).length }
}
