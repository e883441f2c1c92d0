import type { Direction } from '@akari/programme'
import type { KioskLanguage } from '@akari/protocol'
import { TakeoverNotice, TickerLine } from '@akari/scenes'
import type { ReactElement } from 'react'

interface QuietLineProps {
  direction: Pick<Direction, 'notice' | 'ticker' | 'overlays'>
  nowMs: number | null
  language: KioskLanguage
}

/**
 * The line above the strip: that a takeover is about to begin, for the visitor it will interrupt, else the ticker. Beside the
 * strips of an alert there is no ticker: they are to be read, and the room is theirs.
 */
export function QuietLine({ direction, nowMs, language }: QuietLineProps): ReactElement | null {
  const { notice, ticker, overlays } = direction
  if (notice !== undefined && nowMs !== null) {
    const seconds = Math.max(1, Math.ceil((Date.parse(notice.at) - nowMs) / 1000))
    return <TakeoverNotice name={notice.name} seconds={seconds} language={language} />
  }
  if (ticker === undefined || overlays.length > 0) return null
  return <TickerLine item={ticker.item} language={language} />
}
