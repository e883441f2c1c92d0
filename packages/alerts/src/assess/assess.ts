import type { Place } from '../place.ts'
import type { Telegram } from '../telegram.ts'
import { assessLandslideNotice, assessTornado } from './city-notice.ts'
import { assessContext } from './context.ts'
import { assessNankaiTrough, assessTsunami } from './earthquake-news.ts'
import { assessEew } from './eew.ts'
import { assessHeatAlert } from './heat-alert.ts'
import { assessRiverFlood } from './river-flood.ts'
import { assessSeismicIntensity } from './seismic-intensity.ts'
import type { Verdict, VerdictChannel } from './verdict.ts'
import { assessVolcano } from './volcano.ts'
import { assessWeatherBulletin } from './weather-bulletin.ts'
import { assessWeatherWarning } from './weather-warning.ts'
import { nothing } from './word.ts'

/**
 * Does this telegram concern the place, and how? One verdict for each slot it speaks of, at least one. 通常 speaks to the
 * live channel, 訓練 to the drill channel, 試験 to nobody.
 */
export function assess(telegram: Telegram, place: Place): Verdict[] {
  const channel = channelOf(telegram)
  switch (telegram.type) {
    case 'weatherWarning':
      return assessWeatherWarning(telegram, place, channel)
    case 'cityNotice':
      return telegram.code === 'VXWW50'
        ? [assessLandslideNotice(telegram, place, channel)]
        : [assessTornado(telegram, place, channel)]
    case 'eew':
      return [assessEew(telegram, place, channel)]
    case 'seismicIntensity':
      return [assessSeismicIntensity(telegram, place, channel)]
    case 'tsunami':
      return assessTsunami(telegram, channel)
    case 'nankaiTrough':
      return [assessNankaiTrough(telegram, channel)]
    case 'riverFlood':
      return [assessRiverFlood(telegram, place, channel)]
    case 'weatherBulletin':
      return assessWeatherBulletin(telegram, place, channel)
    case 'heatAlert':
      return [assessHeatAlert(telegram, place, channel)]
    case 'volcano':
      return [assessVolcano(telegram, place, channel)]
    case 'context':
      return [assessContext(telegram, channel)]
    case 'unsupported':
      return [nothing(channel, 'other', 'unsupported-type')]
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
