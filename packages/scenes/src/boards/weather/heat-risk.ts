import type { HeatForecast } from '@akari/protocol'
import { localDay } from '../local-day.ts'

/** 暑さ指数 from which a step begins: 注意, 警戒, 厳重警戒, 危険 (日常生活に関する指針, 日本生気象学会). */
const STEPS = [21, 25, 28, 31] as const
/** A forecast of it is made anew several times a day. */
const OLD_AFTER_MS = 24 * 3_600_000

/** The risk of what is left of today: its step, 0 ほぼ安全 to 4 危険, and the highest value. Null where nothing of today is told. */
export function heatRisk(
  heat: HeatForecast | null,
  nowMs: number,
  timeZone: string,
): { step: 0 | 1 | 2 | 3 | 4; wbgt: number } | null {
  if (heat === null || nowMs - Date.parse(heat.publishedAt) > OLD_AFTER_MS) return null
  const today = localDay(nowMs, timeZone).date
  const left = heat.hours.filter(
    ({ at }) => Date.parse(at) >= nowMs && localDay(Date.parse(at), timeZone).date === today,
  )
  if (left.length === 0) return null
  const wbgt = Math.max(...left.map((hour) => hour.wbgt))
  const step = STEPS.filter((from) => wbgt >= from).length
  return { step: step === 0 || step === 1 || step === 2 || step === 3 ? step : 4, wbgt }
}
