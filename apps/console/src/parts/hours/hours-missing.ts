import { overlappingRange } from '@akari/programme'
import type { OperatingHours } from '@akari/protocol'
import type { TFunction } from 'i18next'

/** Why these times cannot be saved yet, in words; null: they can. */
export function hoursMissing({ weekly, exceptions }: OperatingHours, t: TFunction): string | null {
  if (weekly.some(({ weekdays }) => weekdays.length === 0)) return t('timing.missing.weekdays')
  if (exceptions.some(({ days }) => days.length === 0)) return t('timing.missing.specialDays')
  const overlapping = [...weekly, ...exceptions]
    .map(({ times }) => overlappingRange(times))
    .find((each) => each !== null)
  return overlapping == null ? null : t('timing.overlap', { from: overlapping.start, to: overlapping.end })
}
