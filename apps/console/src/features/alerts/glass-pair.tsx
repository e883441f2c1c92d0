import type { Alert, Channel } from '@akari/protocol'
import { EmergencyScene } from '@akari/scenes'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { type GlassProfile, LOBBY, SmallGlass } from '../../parts/small-glass.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import compose from './compose.module.css'

/** The same display, set upright. */
const UPRIGHT: GlassProfile = { ...LOBBY, widthPx: LOBBY.heightPx, heightPx: LOBBY.widthPx }

/** An alert exactly as the glass shows it, on a display that lies and one that stands. */
export function GlassPair({ alert, channel }: { alert: Alert; channel: Channel }): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const label = t('propose.preview', { title: textIn(alert.words.headline) })
  return (
    <div className={compose.pair}>
      {[LOBBY, UPRIGHT].map((profile) => (
        <div key={profile.widthPx} data-upright={profile.heightPx > profile.widthPx}>
          <SmallGlass profile={profile} label={label} drill={channel === 'drill'}>
            <EmergencyScene channel={channel} alerts={[alert]} language="ja" timeZone={TIME_ZONE} />
          </SmallGlass>
        </div>
      ))}
    </div>
  )
}
