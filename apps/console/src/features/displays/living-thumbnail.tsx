import type { DisplayView } from '@akari/protocol'
import type { Direction } from '@akari/programme'
import { EmergencyScene, DrillBand } from '@akari/scenes'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { GlassFrame, SceneFrame } from '../../parts/scene-frame.tsx'
import classes from './living-thumbnail.module.css'

/** What a display is to show now, drawn small by the player's own code. */
export function LivingThumbnail({ display, direction }: { display: DisplayView; direction: Direction }): ReactElement {
  const { t } = useTranslation()
  const { scene } = direction
  switch (scene.kind) {
    case 'emergency': {
      const [first, ...others] = scene.alerts
      if (first === undefined) return <NothingPublished display={display} />
      return (
        <GlassFrame profile={display.profile} label={t('wall.emergencyLabel', { title: first.words.headline.ja })}>
          <EmergencyScene channel={scene.channel} alerts={[first, ...others]} language="ja" timeZone={TIME_ZONE} />
          {scene.channel === 'drill' && <DrillBand />}
        </GlassFrame>
      )
    }
    case 'fallback':
      return <NothingPublished display={display} />
    case 'image':
    case 'video':
    case 'floorMap':
    case 'live':
    case 'notice':
      return <SceneFrame key={direction.item?.key ?? ''} profile={display.profile} content={scene} playing />
  }
}

function NothingPublished({ display }: { display: DisplayView }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className={classes.nothing}>
      <span>{display.status === 'unpaired' ? t('wall.notPaired') : t('wall.fallback')}</span>
    </div>
  )
}
