import type { DisplayProfile, KioskLanguage, Texts } from '@akari/protocol'
import { GlassFrame, Stage, StatusStrip } from '@akari/scenes'
import { createContext, type ReactElement, type ReactNode, useContext } from 'react'
import { TIME_ZONE } from './local-time.ts'
import classes from './small-glass.module.css'
import { useCity } from './use-city.ts'
import { useNow } from './use-now.ts'
import './world-fonts.ts'

export type GlassProfile = Pick<
  DisplayProfile,
  'widthPx' | 'heightPx' | 'mmPerPx' | 'viewingDistanceM' | 'kioskId' | 'languagesBeside'
>

/** The 55-inch lobby display, for previews that belong to no display. */
export const LOBBY: GlassProfile = {
  widthPx: 1920,
  heightPx: 1080,
  mmPerPx: 0.634,
  viewingDistanceM: 3,
  kioskId: null,
}

/** The same, upright. */
export const LOBBY_TURNED: GlassProfile = { ...LOBBY, widthPx: LOBBY.heightPx, heightPx: LOBBY.widthPx }

const CLOCK_MS = 10_000

/** The moment (Unix milliseconds) that the clocks of the glasses beneath tell; null: the present one. */
export const GlassMoment = createContext<number | null>(null)

/** A glass made small: frame and status strip of the player around a scene, as one picture that cannot be touched. */
export function SmallGlass({
  profile,
  label,
  language = 'ja',
  city,
  drill = false,
  banners = null,
  lines = null,
  fit = 'width',
  note = null,
  mark = null,
  children,
}: {
  profile: GlassProfile
  label: string
  language?: KioskLanguage
  /** Left out or null: as displays name it. */
  city?: Texts | null
  drill?: boolean
  banners?: ReactNode
  lines?: ReactNode
  /** Which side of the place it is put in it fills. */
  fit?: 'width' | 'height'
  /** What is to be said of it, over its lower edge. */
  note?: string | null
  /** What is to be seen in its upper corner. */
  mark?: ReactNode
  children: ReactNode
}): ReactElement {
  const presentMs = useNow(CLOCK_MS)
  const known = useCity()
  const nowMs = useContext(GlassMoment) ?? presentMs
  return (
    <div
      className={classes.glass}
      data-fit={fit}
      role="img"
      aria-label={note === null ? label : `${label} ${note}`}
      style={{ aspectRatio: `${profile.widthPx} / ${profile.heightPx}` }}
    >
      <div className={classes.inside} inert>
        <Stage profile={profile} language={language}>
          <GlassFrame
            drill={drill}
            banners={banners}
            lines={lines}
            strip={
              <StatusStrip city={city ?? known} nowMs={nowMs} timeZone={TIME_ZONE} language={language} troubles={[]} />
            }
          >
            {children}
          </GlassFrame>
        </Stage>
      </div>
      {mark !== null && <div className={classes.mark}>{mark}</div>}
      {note !== null && <p className={classes.note}>{note}</p>}
    </div>
  )
}
