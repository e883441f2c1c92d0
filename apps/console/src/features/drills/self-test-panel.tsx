import type { SelfTestBoard } from '@akari/protocol'
import { Button, SegmentedControl, Table } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconHeartbeat } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRunSelfTest, useSelfTest } from '../../api/self-test.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { StatusMark } from '../../parts/status-mark.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './drills.module.css'
import { SelfTestChart } from './self-test-chart.tsx'
import { SelfTestSettingsForm } from './self-test-settings.tsx'

const ROWS = 30

/** The nightly test message to the hidden display: how long it took, and when it failed. */
export function SelfTestPanel({ mayAct }: { mayAct: boolean }): ReactElement {
  const [days, setDays] = useState(30)
  return (
    <Loaded query={useSelfTest(days)}>
      {(board) => <Board board={board} days={days} onDays={setDays} mayAct={mayAct} />}
    </Loaded>
  )
}

function Board({
  board,
  days,
  onDays,
  mayAct,
}: {
  board: SelfTestBoard
  days: number
  onDays: (days: number) => void
  mayAct: boolean
}): ReactElement {
  const { t } = useTranslation()
  const test = useRunSelfTest()
  const { canary, runs } = board
  const now = (): void =>
    test.mutate(undefined, {
      onSuccess: ({ outcome, shownMs, reason }) =>
        notifications.show(
          outcome === 'passed'
            ? { color: 'zelkova', message: t('selfTest.passed', { seconds: ((shownMs ?? 0) / 1000).toFixed(2) }) }
            : { color: 'vermilion', message: t(`selfTest.reason.${reason ?? 'interrupted'}`) },
        ),
    })
  if (canary === null) {
    return (
      <Empty icon={IconHeartbeat} title={t('selfTest.noCanary')} hint={t('selfTest.noCanaryHint')}>
        <Button component={Link} to="/displays">
          {t('selfTest.toDisplays')}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      <section className={classes.selfTestHead}>
        <p>
          {t('selfTest.canary', { name: canary.name })} <StatusMark status={canary.status} />
        </p>
        <SegmentedControl
          value={String(days)}
          onChange={(next) => onDays(Number(next))}
          aria-label={t('selfTest.span')}
          data={[30, 90].map((each) => ({ value: String(each), label: t('selfTest.days', { count: each }) }))}
        />
        {mayAct && (
          <Button loading={test.isPending} onClick={now} data-testid="self-test-run">
            {t('selfTest.now')}
          </Button>
        )}
      </section>
      <SelfTestChart runs={runs} days={days} />
      <RunTable board={board} />
      {mayAct && <SelfTestSettingsForm settings={board.settings} />}
    </>
  )
}

function RunTable({ board }: { board: SelfTestBoard }): ReactElement | null {
  const { t } = useTranslation()
  const when = useWhen()
  const rows = board.runs.toReversed().slice(0, ROWS)
  const written = (ms: number | null): string =>
    ms === null ? t('drills.run.never') : t('drills.seconds', { seconds: (ms / 1000).toFixed(2) })
  if (rows.length === 0) return <p className={classes.quiet}>{t('selfTest.none')}</p>
  return (
    <Table.ScrollContainer minWidth={680} mah={420}>
      <Table data-testid="self-test-table" stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('drills.column.at')}</Table.Th>
            <Table.Th>{t('selfTest.column.cause')}</Table.Th>
            <Table.Th>{t('selfTest.column.broadcast')}</Table.Th>
            <Table.Th>{t('drills.column.received')}</Table.Th>
            <Table.Th>{t('drills.column.shown')}</Table.Th>
            <Table.Th>{t('drills.column.result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td className="numbers">{when.dayAndTime(run.acceptedAt)}</Table.Td>
              <Table.Td>{t(`selfTest.cause.${run.cause}`)}</Table.Td>
              <Table.Td className="numbers">{written(run.broadcastMs)}</Table.Td>
              <Table.Td className="numbers">{written(run.receivedMs)}</Table.Td>
              <Table.Td className="numbers">{written(run.shownMs)}</Table.Td>
              <Table.Td data-missing={run.outcome === 'failed' || undefined} className={classes.outcomeCell ?? ''}>
                {run.reason === null ? t(`selfTest.outcome.${run.outcome}`) : t(`selfTest.reason.${run.reason}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
