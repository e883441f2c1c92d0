import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../../parts/use-now.ts'
import classes from './calendar.module.css'
import { LABEL_PX } from './use-geometry.ts'
import { minuteIn, type Span } from './span.ts'

const HALF_A_MINUTE_MS = 30_000

/** A line through all rows at the present minute; nothing where the span has no present. */
export function NowLine({ span, trackPx }: { span: Span; trackPx: number }): ReactElement | null {
  const { t } = useTranslation()
  const minute = minuteIn(span)(useNow(HALF_A_MINUTE_MS))
  if (minute < 0 || minute >= span.minutes) return null
  return (
    <div className={classes.now} style={{ left: LABEL_PX + (minute / span.minutes) * trackPx }} aria-hidden>
      <span>{t('calendar.now')}</span>
    </div>
  )
}
