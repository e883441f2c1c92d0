import { NO_WINDOWS, unroll } from '@akari/programme'
import type { DisplayView, DryRunFrame, KioskLanguage } from '@akari/protocol'
import { Skeleton } from '@mantine/core'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useProgramme } from '../../api/displays.ts'
import { directionFor } from '../../parts/direction.ts'
import { LivingThumbnail } from '../../parts/living-thumbnail.tsx'
import classes from './drills.module.css'
import { deskAt } from './dry-words.ts'

const GLASS_REM = 11
const DAY_MS = 86_400_000

/** One display at one moment of the drill, over the programme that is published for it. */
export function DryGlass({
  display,
  frame,
  language,
  changed,
}: {
  display: DisplayView
  frame: DryRunFrame
  language: KioskLanguage
  changed: boolean
}): ReactElement {
  const { t } = useTranslation()
  const programme = useProgramme(display.id)
  const atMs = Date.parse(frame.state.issuedAt)
  const held = programme.data ?? null
  const direction = useMemo(() => {
    const instant = (ms: number): string => new Date(ms).toISOString()
    const windows = held === null ? NO_WINDOWS : unroll(held, instant(atMs - DAY_MS), instant(atMs + DAY_MS))
    return directionFor(display, held, windows, deskAt(frame), atMs)
  }, [display, held, frame, atMs])
  const { widthPx, heightPx, name } = display.profile
  return (
    <li className={classes.dryGlass} style={{ width: `${Math.max(9, (GLASS_REM * widthPx) / heightPx)}rem` }}>
      <div style={{ height: `${GLASS_REM}rem` }}>
        {programme.isPending ? (
          <Skeleton height="100%" />
        ) : (
          <LivingThumbnail display={display} direction={direction} city={held?.city ?? null} language={language} />
        )}
      </div>
      <b>{name}</b>
      {!changed && <small>{t('drills.staysSame')}</small>}
    </li>
  )
}
