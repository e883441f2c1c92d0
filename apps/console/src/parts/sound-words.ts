import type { Direction, Reason } from '@akari/programme'
import type { Instant } from '@akari/protocol'
import type { TFunction } from 'i18next'

type SoundReason = Extract<Reason, { code: 'sound-on' | 'sound-off' }>

/** What a decision says of sound; null where no sound hours are set. */
export function soundReasonOf(reasons: readonly Reason[]): SoundReason | null {
  return reasons.find((reason) => reason.code === 'sound-on' || reason.code === 'sound-off') ?? null
}

/** Whether a display is heard now, and why; `hasHours`: by what is published for it there are sound hours. */
export function soundNowWords(
  { reasons, layer }: Direction,
  hasHours: boolean,
  t: TFunction,
  clock: (at: Instant) => string,
): string {
  const why = soundReasonOf(reasons)
  if (why !== null) return soundWords(why, t, clock)
  if (!hasHours) return t('sound.noHours')
  return t(layer === 'closed' ? 'sound.closed' : 'sound.otherShown')
}

/** Whether it is heard, and why. */
export function soundWords(why: SoundReason, t: TFunction, clock: (at: Instant) => string): string {
  if (why.code === 'sound-on') {
    const { name, volume, until } = why
    return until === null
      ? t('why.say.sound-on-open', { name, volume })
      : t('why.say.sound-on', { name, volume, at: clock(until) })
  }
  switch (why.because) {
    case 'outside-hours':
      return why.nextAt === null
        ? t('why.say.sound-off.outside-hours')
        : t('why.say.sound-off.outside-hours-until', { at: clock(why.nextAt) })
    case 'silent-hours':
      return t('why.say.sound-off.silent-hours', { name: why.name })
    case 'nothing-to-hear':
    case 'silent-entry':
    case 'silent-item':
      return t(`why.say.sound-off.${why.because}`)
  }
}
