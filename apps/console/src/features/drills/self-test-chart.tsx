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
import { useWhen } from '../../parts/when.ts'
import { dotsOf } from './band.ts'
import classes from './drills.module.css'

/** A dot for each run, failures as crosses on the ground line, and the band of the last seven behind them. */
export function SelfTestChart({ runs }: { runs: readonly SelfTestRun[] }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const dots = dotsOf(runs).map(({ atMs, shownMs, failed, band }) => ({
    atMs,
    seconds: shownMs === null ? null : shownMs / 1000,
    failure: failed ? 0 : null,
    band: band === null ? null : band.map((ms) => ms / 1000),
  }))
  if (dots.length === 0) return null
  const day = (ms: number): string => when.dayAndTime(new Date(ms).toISOString())
  return (
    <div className={classes.chart} style={{ height: '320px' }} aria-hidden data-testid="self-test-chart">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart data={dots} margin={{ left: 8, right: 24, top: 8, bottom: 8 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="atMs"
            type="number"
            domain={['dataMin', 'dataMax']}
            tickFormatter={(ms: number) => day(ms).replace(/ ?\d\d:\d\d$/, '')}
            minTickGap={70}
            stroke="var(--ink-quiet)"
            tickLine={false}
          />
          <YAxis
            unit={t('drills.secondsUnit')}
            stroke="var(--ink-quiet)"
            tickLine={false}
            width={64}
            domain={[0, 'auto']}
          />
          <Tooltip labelFormatter={(ms) => day(Number(ms))} />
          <Legend position="top" height={30} />
          <Area
            dataKey="band"
            name={t('selfTest.chart.band')}
            fill="#c9e4ea"
            stroke="none"
            connectNulls
            isAnimationActive={false}
          />
          <Scatter dataKey="seconds" name={t('selfTest.chart.shown')} fill="#00708a" isAnimationActive={false} />
          <Scatter
            dataKey="failure"
            name={t('selfTest.chart.failed')}
            fill="#a82612"
            shape="cross"
            isAnimationActive={false}
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  )
}
