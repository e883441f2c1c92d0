import type { DrillRun, DrillStepResult } from '@akari/protocol'
import { Badge, Button, Table } from '@mantine/core'
import { IconArrowLeft, IconDownload, IconPlayerStop } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useDrillRun, useStopDrill } from '../../api/drills.ts'
import { useMay } from '../../api/session.ts'
import { download } from '../../parts/download.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { useWhen } from '../../parts/when.ts'
import { csvOf } from './csv.ts'
import classes from './drills.module.css'
import { LatencyChart } from './latency-chart.tsx'
import { type Latency, latenciesOf, summaryOf } from './latency.ts'
import { STATE_COLOR, usePlanWords } from './plan-words.ts'

/** What became of one drill: each step, each display, how long it took. */
export function RunPage(): ReactElement {
  const { id = '' } = useParams()
  return <Loaded query={useDrillRun(id)}>{(run) => <Result run={run} />}</Loaded>
}

function Result({ run }: { run: DrillRun }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const words = usePlanWords()
  const stop = useStopDrill()
  const mayAct = useMay('alerts')
  const column = (name: 'step' | 'display' | 'received' | 'shown' | 'receivedMs' | 'shownMs') =>
    t(`drills.column.${name}`)
  const save = (): void => {
    const head = [
      column('step'),
      column('display'),
      column('received'),
      column('shown'),
      column('receivedMs'),
      column('shownMs'),
    ]
    const rows = run.steps.flatMap((step) =>
      latenciesOf(run, step).map(({ displayId, name, receivedMs, shownMs }) => {
        const answer = step.answers.find((each) => each.displayId === displayId)
        return [
          `${step.step + 1} ${step.headline}`,
          name,
          answer?.receivedAt ?? null,
          answer?.shownAt ?? null,
          receivedMs,
          shownMs,
        ]
      }),
    )
    download(`drill-${run.startedAt.slice(0, 10)}.csv`, csvOf([head, ...rows]), 'text/csv')
  }
  return (
    <Page
      title={run.name}
      lead={t('drills.run.lead', { at: when.full(run.startedAt), by: words.person(run.by), count: run.displays })}
      actions={
        <>
          {run.state === 'running' && mayAct && (
            <Button
              color="vermilion"
              leftSection={<IconPlayerStop size={18} />}
              loading={stop.isPending}
              onClick={() => stop.mutate(run.id)}
              data-testid="drill-stop"
            >
              {t('drills.stop')}
            </Button>
          )}
          <Button variant="light" leftSection={<IconDownload size={18} />} onClick={save} data-testid="drill-csv">
            {t('drills.csv')}
          </Button>
          <Button component={Link} to="/drills" variant="default" leftSection={<IconArrowLeft size={18} />}>
            {t('drills.back')}
          </Button>
        </>
      }
    >
      <p className={classes.outcome}>
        <Badge color={STATE_COLOR[run.state]} variant="light" size="lg" data-testid="run-state">
          {t(`drills.state.${run.state}`)}
        </Badge>
        <span>{run.end === null ? t('drills.run.endsAt', { at: when.exact(run.endsAt) }) : words.end(run.end)}</span>
      </p>
      {run.steps.length === 0 && <p>{t('drills.run.nothing')}</p>}
      {run.steps.map((step) => (
        <Step key={step.step} run={run} step={step} />
      ))}
    </Page>
  )
}

function Step({ run, step }: { run: DrillRun; step: DrillStepResult }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const latencies = latenciesOf(run, step)
  const { shown, all, slowestMs } = summaryOf(latencies)
  return (
    <section className={classes.result} data-testid={`run-step-${step.step}`}>
      <h2>{t('drills.run.step', { step: step.step + 1, headline: step.headline })}</h2>
      <p data-complete={shown === all} className={classes.count}>
        <strong data-testid="run-shown">{t('drills.run.shown', { shown, all })}</strong>
        <span>
          {slowestMs !== null && t('drills.run.slowest', { seconds: seconds(slowestMs) })}{' '}
          {t('drills.run.sentAt', { at: when.exact(step.sentAt) })}
        </span>
      </p>
      <LatencyChart latencies={latencies} />
      <AnswerTable latencies={latencies} />
    </section>
  )
}

function AnswerTable({ latencies }: { latencies: readonly Latency[] }): ReactElement {
  const { t } = useTranslation()
  const written = (ms: number | null): string =>
    ms === null ? t('drills.run.never') : t('drills.seconds', { seconds: seconds(ms) })
  return (
    <Table maw={640}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('drills.column.display')}</Table.Th>
          <Table.Th>{t('drills.column.received')}</Table.Th>
          <Table.Th>{t('drills.column.shown')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {latencies.map(({ displayId, name, receivedMs, shownMs }) => (
          <Table.Tr key={displayId}>
            <Table.Td>{name}</Table.Td>
            <Table.Td className="numbers">{written(receivedMs)}</Table.Td>
            <Table.Td className="numbers" data-missing={shownMs === null || undefined}>
              {written(shownMs)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(2)
}
