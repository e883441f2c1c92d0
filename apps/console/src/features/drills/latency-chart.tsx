import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import classes from './drills.module.css'
import type { Latency } from './latency.ts'

const ROW_PX = 30
const MOST = 40

/** How long each display took, the slowest on top. The table beside it says the same for whoever cannot see it. */
export function LatencyChart({ latencies }: { latencies: readonly Latency[] }): ReactElement | null {
  const { t } = useTranslation()
  const bars = latencies
    .filter(({ shownMs }) => shownMs !== null)
    .slice(0, MOST)
    .map(({ name, receivedMs, shownMs }) => {
      // The glass comes first, the disk second: what is shown may be told before it is received and saved.
      const received = Math.min(receivedMs ?? Infinity, shownMs ?? 0)
      return { name, received: received / 1000, painted: Math.max(0, (shownMs ?? 0) - received) / 1000 }
    })
  if (bars.length === 0) return null
  return (
    <div className={classes.chart} style={{ height: `${bars.length * ROW_PX + 90}px` }} aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={bars}
          layout="vertical"
          margin={{ left: 8, right: 24, top: 8, bottom: 8 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={false} stroke="var(--line)" />
          <XAxis
            type="number"
            unit={t('drills.secondsUnit')}
            tickFormatter={(seconds: number) => seconds.toFixed(2)}
            stroke="var(--ink-quiet)"
            tickLine={false}
          />
          <YAxis type="category" dataKey="name" width={170} stroke="var(--ink-quiet)" tickLine={false} />
          <Tooltip formatter={(value) => t('drills.seconds', { seconds: Number(value).toFixed(2) })} />
          <Legend itemSorter={null} position="top" height={30} formatter={legendWords} />
          <Bar
            dataKey="received"
            name={t('drills.chart.received')}
            stackId="all"
            fill="#9fd0db"
            isAnimationActive={false}
          />
          <Bar
            dataKey="painted"
            name={t('drills.chart.painted')}
            stackId="all"
            fill="#00708a"
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

/** Words in ink: the colours of the marks are too light to be read. */
function legendWords(name: unknown): ReactElement {
  return <span className={classes.legend}>{String(name)}</span>
}
