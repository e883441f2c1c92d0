import { isValidAt } from '@akari/programme'
import type { Instant, PlaylistInput } from '@akari/protocol'
import { roundSeconds } from '../../../parts/round-seconds.ts'

/** How long one turn of a playlist is: a whole round of it, or of a campaign one scene, whose lengths may differ. */
type TurnLength = { of: 'pass' | 'scene' | 'sceneAbout'; seconds: number } | { of: 'empty' }

/** One turn of a playlist at a moment, when it takes turns with others; what is out of date by then does not count. */
export function turnLength({ items, campaign }: Pick<PlaylistInput, 'items' | 'campaign'>, at: Instant): TurnLength {
  const valid = items.filter((item) => isValidAt(item, Date.parse(at)))
  if (valid.length === 0) return { of: 'empty' }
  const round = roundSeconds(valid)
  if (campaign !== true) return { of: 'pass', seconds: round }
  const scenes = valid.reduce((sum, { weight = 1 }) => sum + weight, 0)
  const isEven = valid.every(({ seconds }) => seconds === valid[0]?.seconds)
  return { of: isEven ? 'scene' : 'sceneAbout', seconds: round / scenes }
}

type Spoken =
  | { unit: 'seconds'; seconds: number }
  | { unit: 'minutes'; minutes: number }
  | { unit: 'minutesAndSeconds'; minutes: number; seconds: number }
  | { unit: 'hours'; hours: number }
  | { unit: 'hoursAndMinutes'; hours: number; minutes: number }

/** A length in the units in which people say it; seconds no more from an hour on. */
export function spoken(length: number): Spoken {
  const whole = Math.max(1, Math.round(length))
  if (whole < 60) return { unit: 'seconds', seconds: whole }
  if (whole < 3600) {
    const [minutes, seconds] = [Math.floor(whole / 60), whole % 60]
    return seconds === 0 ? { unit: 'minutes', minutes } : { unit: 'minutesAndSeconds', minutes, seconds }
  }
  const inMinutes = Math.round(whole / 60)
  const [hours, minutes] = [Math.floor(inMinutes / 60), inMinutes % 60]
  return minutes === 0 ? { unit: 'hours', hours } : { unit: 'hoursAndMinutes', hours, minutes }
}
