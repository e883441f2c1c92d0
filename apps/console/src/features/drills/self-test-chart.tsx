import type { SelfTestRun } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Legend,
  ResponsiveContainer,
  Scatter,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { dotsOf } from './band.ts'
import classes from './drills.module.css'

const DAY_MS = 86_400_000
const TICKS = 5

/** A dot for each run, failures as crosses on the ground line, and the band of the last seven behind them. */
export function SelfTestChart({ runs, days }: { runs: readonly SelfTestRun[]; days: number }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const dots = dotsOf(runs).map(({ atMs, shownMs, failed, band }) => ({
    atMs,
    seconds: shownMs === null ? null : shownMs / 1000,
    failure: failed ? 0 : null,
    band: band === null ? null : band.map((ms) => ms / 1000),
  }))
  const nowMs = useNow(60_000)
  if (dots.length === 0) return null
  const fromMs = nowMs - days * DAY_MS
  const ticks = Array.from({ length: TICKS + 1 }, (_, at) => fromMs + (at * days * DAY_MS) / TICKS)
  const day = (ms: number): string => when.dayAndTime(new Date(ms).toISOString())
  return (
    <div className={classes.chart} style={{ height: '320px' }} aria-hidden data-testid="self-test-chart">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={dots} margin={{ left: 8, right: 24, top: 8, bottom: 8 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="atMs"
            type="number"
            domain={[fromMs, nowMs]}
            ticks={ticks}
            tickFormatter={(ms: number) => when.day(new Date(ms).toISOString())}
            stroke="var(--ink-quiet)"
            tickLine={false}
            tickMargin={8}
          />
          <YAxis
            unit={t('drills.secondsUnit')}
            stroke="var(--ink-quiet)"
            tickLine={false}
            width={64}
            domain={[0, 'auto']}
          />
          <Tooltip labelFormatter={(ms) => day(Number(ms))} />
          <Legend position="top" height={30} formatter={legendWords} />
          <Area
            dataKey="band"
            name={t('selfTest.chart.band')}
            fill="#c9e4ea"
            stroke="none"
            legendType="rect"
            connectNulls
            isAnimationActive={false}
          />
          <Scatter dataKey="seconds" name={t('selfTest.chart.shown')} fill="#00708a" isAnimationActive={false} />
          <Scatter
            dataKey="failure"
            name={t('selfTest.chart.failed')}
            fill="#a82612"
            shape="cross"
            legendType="cross"
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}

/** Words in ink: the colours of the marks are too light to be read. */
function legendWords(name: unknown): ReactElement {
  return <span className={classes.legend}>{String(name)}</span>
}
