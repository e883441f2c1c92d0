import type { StreamHealth, StreamMinute } from '@akari/protocol'
import { useTranslation } from 'react-i18next'

export const STREAM_MEASURES = ['playing', 'line', 'latency', 'stalls', 'slates'] as const
export type StreamMeasure = (typeof STREAM_MEASURES)[number]

type Measured = Pick<StreamMinute, 'bitsPerSecond' | 'latencyMs' | 'displays' | 'stallsLastHour' | 'slatesLastHour'>

/** A measure of a stream in the unit that staff read: displays, Mbit/s, seconds, times within the hour. Null: nobody knows. */
export function measureOf(measure: StreamMeasure, of: Measured): number | null {
  switch (measure) {
    case 'playing':
      return of.displays
    case 'line':
      return of.bitsPerSecond === null ? null : of.bitsPerSecond / 1e6
    case 'latency':
      return of.latencyMs === null ? null : of.latencyMs / 1000
    case 'stalls':
      return of.stallsLastHour
    case 'slates':
      return of.slatesLastHour
  }
}

/** A measure of a stream with its unit. */
export function useMeasureWords(): (measure: StreamMeasure, value: number | null) => string {
  const { t } = useTranslation()
  return (measure, value) => {
    if (value === null) return t('streamHealth.none')
    switch (measure) {
      case 'playing':
        return t('streamHealth.displays', { count: value })
      case 'line':
        return t('streamHealth.megabits', { value: value.toFixed(1) })
      case 'latency':
        return t('streamHealth.seconds', { value: value.toFixed(1) })
      case 'stalls':
      case 'slates':
        return t('streamHealth.times', { count: value })
    }
  }
}

/** The name of how a stream is; what is no stream at all is called so. */
export function stateKey({ state, fault }: Pick<StreamHealth, 'state' | 'fault'>) {
  return state === 'refused' && fault === 'noPlaylist'
    ? 'streamHealth.notStream'
    : (`streamHealth.state.${state}` as const)
}
