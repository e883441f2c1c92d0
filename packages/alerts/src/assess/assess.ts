import type { Channel } from '@akari/protocol'
import type { Place } from '../place.ts'
import type { Telegram } from '../telegram.ts'
import { assessEew } from './eew.ts'
import type { Verdict } from './verdict.ts'
import { assessWeatherWarning } from './weather-warning.ts'

/** Does this telegram concern the place, and how? 通常 speaks to the live channel, 訓練 to the drill channel, 試験 to nobody. */
export function assess(telegram: Telegram, place: Place): Verdict {
  if (telegram.type === 'unsupported') return { concern: 'ignored', reason: 'unsupported-type' }
  const channel = channelOf(telegram)
  if (channel === null) return { concern: 'ignored', reason: 'test-telegram' }
  switch (telegram.type) {
    case 'weatherWarning':
      return assessWeatherWarning(telegram, place, channel)
    case 'eew':
      return assessEew(telegram, place, channel)
  }
}

function channelOf(telegram: Exclude<Telegram, { type: 'unsupported' }>): Channel | null {
  switch (telegram.envelope.status) {
    case 'normal':
      return 'live'
    case 'drill':
      return 'drill'
    case 'test':
      return null
  }
}
