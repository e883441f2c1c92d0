import type { KioskLanguage } from '@akari/protocol'
import { momentWords } from '../../text/moment.ts'
import type { TransitService } from './transit-service.ts'
import { transitWord } from './transit-words.ts'

const DAY_MS = 86_400_000

/** What has to be said above a board: that times are not live although they should be, or that there are none; null where all is well. */
export function bannerOf(services: readonly TransitService[], language: KioskLanguage): string | null {
  const lapsed = services.find(({ validity }) => validity !== 'valid')
  if (lapsed !== undefined && services.every(({ validity }) => validity !== 'valid')) {
    return lapsed.validity === 'expired'
      ? transitWord(language, 'expired')
      : transitWord(language, 'notYet', { date: dateOf(lapsed.open.timetable.validFrom ?? 0, language) })
  }
  for (const health of ['clockUnknown', 'down', 'mismatch'] as const)
    if (services.some((service) => service.health === health)) return transitWord(language, health)
  return lapsed === undefined ? null : transitWord(language, 'expired')
}

/** A day counted from 1970-01-01, in words. */
export function dateOf(day: number, language: KioskLanguage): string {
  return momentWords(day * DAY_MS, language, 'UTC').date
}
