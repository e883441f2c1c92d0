import type { PlayReportBy, PlayReportRow, PlaysReport } from '@akari/protocol'
import { Button, Group, SegmentedControl, Select, Table } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { IconDownload, IconPresentation } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShownDisplays } from '../../api/displays.ts'
import { reportQuery, usePlaysReport } from '../../api/fleet.ts'
import { Empty } from '../../parts/empty.tsx'
import { useDisplayName } from '../../parts/display-name.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { addDays, TIME_ZONE, toLocal } from '../../parts/local-time.ts'
import { Page } from '../../parts/page.tsx'
import { useNow } from '../../parts/use-now.ts'
import { asDuration, useWhen } from '../../parts/when.ts'
import { DeviceNav } from '../../parts/device-nav.tsx'
import { ReportChart } from './report-chart.tsx'
import classes from './report.module.css'

const WAYS = ['subject', 'display', 'day'] as const
const MOST_ROWS = 200
const DAY_LOOK_MS = 60_000

/** What displays really showed, added up: a table, a chart, a file for a spreadsheet. */
export function ReportPage(): ReactElement {
  const { t } = useTranslation()
  const today = toLocal(useNow(DAY_LOOK_MS), TIME_ZONE).slice(0, 10)
  const [days, setDays] = useState<[string, string]>([addDays(today, -6), today])
  const [by, setBy] = useState<PlayReportBy>('subject')
  const [display, setDisplay] = useState<string | null>(null)
  const displays = useShownDisplays().data ?? []
  const asked = { from: days[0], to: days[1], by, display }
  const report = usePlaysReport(asked)
  return (
    <Page
      title={t('plays.title')}
      lead={t('plays.lead')}
      actions={
        <Button
          component="a"
          href={`/api/plays/report.csv?${reportQuery(asked)}`}
          download
          variant="default"
          leftSection={<IconDownload size={18} />}
          data-testid="report-csv"
        >
          {t('plays.csv')}
        </Button>
      }
    >
      <DeviceNav />
      <Group align="flex-end" gap="md">
        <DatePickerInput
          type="range"
          label={t('plays.days')}
          valueFormat={t('common.dateFormat')}
          value={days}
          onChange={([from, to]) => {
            if (from !== null && to !== null) setDays([from, to])
            else if (from !== null) setDays([from, from])
          }}
          allowSingleDateInRange
          maxDate={today}
          miw="20rem"
        />
        <Select
          label={t('plays.display')}
          placeholder={t('plays.allDisplays')}
          data={displays.map(({ id, profile }) => ({ value: id, label: profile.name }))}
          value={display}
          onChange={setDisplay}
          clearable
          searchable
        />
        <SegmentedControl
          aria-label={t('plays.by')}
          value={by}
          onChange={(next) => setBy(WAYS.find((way) => way === next) ?? 'subject')}
          data={WAYS.map((way) => ({ value: way, label: t(`plays.way.${way}`) }))}
        />
      </Group>
      <Loaded query={report}>
        {(told) =>
          told.rows.length === 0 ? (
            <Empty icon={IconPresentation} title={t('plays.emptyTitle')} hint={t('plays.emptyHint')} />
          ) : (
            <Told report={told} by={by} />
          )
        }
      </Loaded>
    </Page>
  )
}

function Told({ report, by }: { report: PlaysReport; by: PlayReportBy }): ReactElement {
  const { t } = useTranslation()
  const nameOf = useRowName(by)
  const { rows, sum } = report
  return (
    <>
      <ul className={classes.sums}>
        <Sum label={t('plays.sum.times')} value={String(sum.whole + sum.cut + sum.lost)} />
        <Sum label={t('plays.sum.whole')} value={String(sum.whole)} />
        <Sum label={t('plays.sum.failed')} value={String(sum.failed)} bad={sum.failed > 0} />
        <Sum label={t('plays.sum.time')} value={asDuration(sum.seconds)} />
      </ul>
      <ReportChart rows={rows} by={by} nameOf={nameOf} />
      <Table.ScrollContainer minWidth={720}>
        <Table highlightOnHover data-testid="report-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(`plays.way.${by}`)}</Table.Th>
              {by !== 'display' && <Table.Th ta="right">{t('plays.column.displays')}</Table.Th>}
              <Table.Th ta="right">{t('plays.column.whole')}</Table.Th>
              <Table.Th ta="right">{t('plays.column.cut')}</Table.Th>
              <Table.Th ta="right">{t('plays.column.failed')}</Table.Th>
              <Table.Th ta="right">{t('plays.column.time')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, MOST_ROWS).map((row) => (
              <Table.Tr key={row.key}>
                <Table.Td fw={700}>{nameOf(row)}</Table.Td>
                {by !== 'display' && (
                  <Table.Td ta="right" className="numbers">
                    {row.displays}
                  </Table.Td>
                )}
                <Table.Td ta="right" className="numbers">
                  {row.whole}
                </Table.Td>
                <Table.Td ta="right" className="numbers">
                  {row.cut + row.lost}
                </Table.Td>
                <Table.Td ta="right" className="numbers" data-bad={row.failed > 0}>
                  {row.failed}
                </Table.Td>
                <Table.Td ta="right" className="numbers">
                  {asDuration(row.seconds)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Failures report={report} />
    </>
  )
}

function Sum({ label, value, bad = false }: { label: string; value: string; bad?: boolean }): ReactElement {
  return (
    <li data-bad={bad}>
      <span>{label}</span>
      <b className="numbers">{value}</b>
    </li>
  )
}

/** What a row is about, in words. */
function useRowName(by: PlayReportBy): (row: PlayReportRow) => string {
  const { t } = useTranslation()
  const when = useWhen()
  const nameOf = useDisplayName()
  return ({ key, kind, title }) => {
    switch (by) {
      case 'day':
        return when.date(key)
      case 'display':
        return nameOf(key)
      case 'subject':
        if (key === 'emergency:drill') return t('plays.kind.drill')
        return kind === null || kind === 'item' ? title : t(`plays.kind.${kind}`)
    }
  }
}

function Failures({ report }: { report: PlaysReport }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const nameOf = useDisplayName()
  if (report.failures.length === 0) return null
  return (
    <section className={classes.failures} aria-labelledby="failures">
      <h2 id="failures">{t('plays.failures')}</h2>
      <ul>
        {report.failures.map(({ displayId, at, title, code, detail }) => (
          <li key={`${displayId} ${at} ${title}`}>
            <span className="numbers">{when.dayAndTime(at)}</span>
            <b>{title}</b>
            <span>{nameOf(displayId)}</span>
            <small>
              {code} {detail}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
