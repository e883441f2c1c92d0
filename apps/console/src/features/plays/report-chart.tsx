import type { PlayReportBy, PlayReportRow } from '@akari/protocol'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { z } from 'zod'
import classes from './report.module.css'

const Named = z.object({ name: z.string() })
const MOST_BARS = 15
const ROW_PX = 32
const COLUMNS_PX = 260
/** Days are columns from left to right; what has a long name are rows. */
const NAME_PX = 210
const LONGEST_NAME = 15

/** Time on the glass. The table below says the same for whoever cannot see it. */
export function ReportChart({
  rows,
  by,
  nameOf,
}: {
  rows: readonly PlayReportRow[]
  by: PlayReportBy
  nameOf: (row: PlayReportRow) => string
}): ReactElement {
  const { t } = useTranslation()
  const isDays = by === 'day'
  const data = (isDays ? rows : rows.slice(0, MOST_BARS)).map((row) => ({
    key: row.key,
    name: nameOf(row),
    minutes: Math.round(row.seconds / 6) / 10,
  }))
  const minutes = (value: unknown): string => t('plays.minutes', { minutes: Number(value).toLocaleString() })
  const words = new Map(data.map(({ key, name }) => [key, name]))
  const shortName = (key: unknown): string => {
    const name = words.get(String(key)) ?? ''
    return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name
  }
  const nameIn = (payload: unknown): string => Named.safeParse(payload).data?.name ?? ''
  const height = isDays ? COLUMNS_PX : data.length * ROW_PX + 80
  const numbers = { type: 'number', stroke: 'var(--ink-quiet)', tickLine: false, tickFormatter: minutes } as const
  const names = {
    type: 'category',
    dataKey: 'key',
    stroke: 'var(--ink-quiet)',
    tickLine: false,
    tickFormatter: shortName,
  } as const
  return (
    <div className={classes.chart} style={{ height: `${height}px` }} aria-hidden>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={data}
          layout={isDays ? 'horizontal' : 'vertical'}
          margin={{ left: 8, right: 32, top: 8, bottom: 8 }}
          accessibilityLayer={false}
        >
          <CartesianGrid horizontal={isDays} vertical={!isDays} stroke="var(--line)" />
          {isDays ? <XAxis {...names} /> : <XAxis {...numbers} />}
          {isDays ? <YAxis {...numbers} width={90} /> : <YAxis {...names} width={NAME_PX} />}
          <Tooltip formatter={minutes} labelFormatter={(_, [shown]) => nameIn(shown?.payload)} />
          <Bar
            dataKey="minutes"
            name={t('plays.column.time')}
            fill="#00708a"
            radius={isDays ? [3, 3, 0, 0] : [0, 3, 3, 0]}
            maxBarSize={isDays ? 48 : 20}
            isAnimationActive={false}
          />
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
