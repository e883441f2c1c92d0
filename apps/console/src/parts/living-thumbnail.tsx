import { type Direction, isContent } from '@akari/programme'
import type { DisplayView, KioskLanguage, SceneContent, Texts } from '@akari/protocol'
import { AlertBanner, EmergencyScene, FallbackScene, TickerLine } from '@akari/scenes'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from './local-time.ts'
import { ProgrammeFrame } from './programme-frame.tsx'
import { SmallGlass } from './small-glass.tsx'
import { OverlayLines } from './overlay-lines.tsx'

const DARK = { position: 'absolute', inset: 0, background: '#000' } as const

/** What a display is to show now, drawn small by the player's own code. */
export function LivingThumbnail({
  display,
  direction,
  city,
  language = 'ja',
}: {
  display: DisplayView
  direction: Direction
  city: Texts | null
  language?: KioskLanguage
}): ReactElement {
  const { t } = useTranslation()
  const { profile } = display
  const { scene, overlays, ticker } = direction
  const drillStrip = overlays.some((overlay) => overlay.channel === 'drill')
  const banners = overlays
    .filter(({ kind }) => kind === 'banner')
    .map(({ channel, alert }) => (
      <AlertBanner
        key={`${channel} ${alert.id}`}
        channel={channel}
        alert={alert}
        language={language}
        notDrill={drillStrip && channel === 'live'}
      />
    ))
  const lines = (
    <>
      <OverlayLines overlays={overlays} drill={drillStrip} />
      {ticker !== undefined && overlays.length === 0 && <TickerLine item={ticker.item} language={language} />}
    </>
  )
  const network = overlays.find(({ alert }) => alert.opensNetwork === true && alert.phase === 'inForce')
  const programmed = (content: SceneContent): ReactElement => (
    <ProgrammeFrame
      profile={profile}
      content={content}
      direction={direction}
      language={language}
      city={city}
      drill={drillStrip}
      banners={banners}
      lines={lines}
      openNetwork={network?.channel ?? null}
      playing
    />
  )
  if (isContent(scene)) return programmed(scene)
  switch (scene.kind) {
    case 'emergency': {
      const [first, ...others] = scene.alerts
      if (first === undefined) return <BuiltIn display={display} city={city} />
      return (
        <SmallGlass
          profile={profile}
          language={language}
          label={t('wall.emergencyLabel', { title: first.words.headline.ja })}
          city={city}
          drill={scene.channel === 'drill'}
          banners={banners}
          lines={lines}
          fit="height"
        >
          <EmergencyScene
            channel={scene.channel}
            alerts={[first, ...others]}
            language={language}
            timeZone={TIME_ZONE}
          />
        </SmallGlass>
      )
    }
    case 'closed':
      return (
        <SmallGlass
          profile={profile}
          language={language}
          label={t('wall.closedLabel')}
          city={city}
          drill={drillStrip}
          banners={banners}
          lines={lines}
          fit="height"
        >
          <div style={DARK} />
        </SmallGlass>
      )
    case 'guidance':
    case 'fallback':
      return <BuiltIn display={display} city={city} />
  }
}

/** Nothing is scheduled and nothing falls back: the picture every player carries in itself. */
function BuiltIn({ display, city }: { display: DisplayView; city: Texts | null }): ReactElement {
  const { t } = useTranslation()
  return (
    <SmallGlass profile={display.profile} label={t('wall.fallback')} city={city} fit="height">
      <FallbackScene city={city} nowMs={null} timeZone={TIME_ZONE} language="ja" />
    </SmallGlass>
  )
}
