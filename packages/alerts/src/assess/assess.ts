import type { Place } from '../place.ts'
import type { Telegram } from '../telegram.ts'
import { assessEew } from './eew.ts'
import type { Verdict, VerdictChannel } from './verdict.ts'
import { assessWeatherWarning } from './weather-warning.ts'

/**
 * Does this telegram concern the place, and how? One verdict for each slot it speaks of, at least one. 通常 speaks to the
 * live channel, 訓練 to the drill channel, 試験 to nobody.
 */
export function assess(telegram: Telegram, place: Place): Verdict[] {
  const channel = channelOf(telegram)
  switch (telegram.type) {
    case 'unsupported': {
      const reason = 'unsupported-type'
      return [{ effect: 'none', channel, hazard: 'other', level: null, class: null, intensity: null, reason }]
    }
    case 'weatherWarning':
      return [assessWeatherWarning(telegram, place, channel)]
    case 'eew':
      return [assessEew(telegram, place, channel)]
  }
}

function channelOf({ envelope }: Telegram): VerdictChannel {
  switch (envelope?.status) {
    case 'normal':
      return 'live'
    case 'drill':
      return 'drill'
    case 'test':
      return 'test'
    case undefined:
      return 'none'
  }
}
