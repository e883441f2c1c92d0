import type { StreamMinute } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useNow } from '../use-now.ts'
import { useWhen } from '../when.ts'
import { measureOf, STREAM_MEASURES, type StreamMeasure, useMeasureWords } from './stream-words.ts'
import classes from './streams.module.css'

const HOUR_MS = 3_600_000
const HOURS = 24
const TICK_HOURS = 6
/** Minutes of which none was written down are a gap, not a line. */
const GAP_MS = 90_000

/** A day of a stream: who played it, what came over the line, how late it was, how often it stalled, and how often displays had to show the slate. */
export function StreamCharts({ minutes }: { minutes: readonly StreamMinute[] }): ReactElement {
  return (
    <>
      {STREAM_MEASURES.map((measure) => (
        <MinuteChart key={measure} measure={measure} minutes={minutes} />
      ))}
    </>
  )
}

function MinuteChart({ measure, minutes }: { measure: StreamMeasure; minutes: readonly StreamMinute[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const words = useMeasureWords()
  const nowMs = useNow(60_000)
  const fromMs = nowMs - HOURS * HOUR_MS
  const ticks = Array.from({ length: HOURS / TICK_HOURS + 1 }, (_, n) => fromMs + n * TICK_HOURS * HOUR_MS)
  const clock = (ms: number): string => when.time(new Date(ms).toISOString())
  return (
    <section className={classes.chart}>
      <h4>{t(`streamHealth.${measure}`)}</h4>
      <div aria-hidden>
        <ResponsiveContainer width="100%" height="100%">
          <AreaChart
            data={pointsOf(minutes, measure)}
            margin={{ left: 0, right: 16, top: 4, bottom: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis
              dataKey="atMs"
              type="number"
              domain={[fromMs, nowMs]}
              ticks={ticks}
              tickFormatter={clock}
              stroke="var(--ink-quiet)"
              tickLine={false}
              fontSize={12}
            />
            <YAxis
              stroke="var(--ink-quiet)"
              tickLine={false}
              axisLine={false}
              width={34}
              tickCount={3}
              allowDecimals={measure === 'line' || measure === 'latency'}
              domain={[0, 'auto']}
              fontSize={12}
            />
            <Tooltip labelFormatter={(ms) => clock(Number(ms))} formatter={(value) => words(measure, Number(value))} />
            <Area
              dataKey="value"
              name={t(`streamHealth.${measure}`)}
              type="stepAfter"
              stroke="#00708a"
              fill="#c9e4ea"
              isAnimationActive={false}
            />
          </AreaChart>
        </ResponsiveContainer>
      </div>
    </section>
  )
}

function pointsOf(minutes: readonly StreamMinute[], measure: StreamMeasure): { atMs: number; value: number | null }[] {
  return minutes.flatMap((minute, n) => {
    const atMs = Date.parse(minute.at)
    const before = minutes[n - 1]
    const gap = before === undefined ? 0 : atMs - Date.parse(before.at)
    return [
      ...(gap > GAP_MS ? [{ atMs: atMs - gap + 60_000, value: null }] : []),
      { atMs, value: measureOf(measure, minute) },
    ]
  })
}
