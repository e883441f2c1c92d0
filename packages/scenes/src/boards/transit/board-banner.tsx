import type { KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { Line } from '../../text/text.tsx'
import { areLapsed, type BoardTime, type TransitService } from './transit-service.ts'
import { dateOf, transitWord } from './transit-words.ts'

interface BoardBannerProps {
  services: readonly TransitService[]
  time: BoardTime | null
  language: KioskLanguage
  /** Is it all that the board has to say? */
  alone: boolean
}

/** What has to be said above a board of buses, and below it what one can do; nothing where all is well. */
export function BoardBanner({ services, time, language, alone }: BoardBannerProps): ReactElement | null {
  const [said, ...more] = time === null ? [transitWord(language, 'noTime')] : wordsOf(services, language)
  if (said === undefined) return null
  return (
    <div className="ak-board-banner" role="status" data-alone={alone}>
      <p>
        <Line text={said} language={language} />
      </p>
      {more.map((line) => (
        <small key={line}>
          <Line text={line} language={language} />
        </small>
      ))}
    </div>
  )
}

/** That times are not live although they should be, or that there are none. */
function wordsOf(services: readonly TransitService[], language: KioskLanguage): string[] {
  const lapsed = services.find(({ validity }) => validity !== 'valid')
  const instead = transitWord(language, 'seeStop')
  if (lapsed?.validity === 'notYet' && areLapsed(services)) {
    const date = dateOf(lapsed.open.timetable.validFrom ?? 0, language)
    return [transitWord(language, 'notYet', { date }), instead]
  }
  if (areLapsed(services)) return [transitWord(language, 'expired'), instead]
  for (const health of ['clockUnknown', 'down', 'mismatch'] as const)
    if (services.some((service) => service.health === health)) return [transitWord(language, health)]
  return lapsed === undefined ? [] : [transitWord(language, 'expired'), instead]
}
