import type { DrillRunHead } from '@akari/protocol'
import { Anchor, Badge, Table } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Empty } from '../../parts/empty.tsx'
import { useWhen } from '../../parts/when.ts'
import { STATE_COLOR, usePlanWords } from './plan-words.ts'

/** Every drill that was run, the newest first. */
export function RunList({ runs }: { runs: readonly DrillRunHead[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const words = usePlanWords()
  if (runs.length === 0) return <Empty icon={IconHistory} title={t('drills.noRuns')} hint={t('drills.noRunsHint')} />
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('drills.column.at')}</Table.Th>
            <Table.Th>{t('drills.column.name')}</Table.Th>
            <Table.Th>{t('drills.column.by')}</Table.Th>
            <Table.Th>{t('drills.column.displays')}</Table.Th>
            <Table.Th>{t('drills.column.result')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td className="numbers">{when.full(run.startedAt)}</Table.Td>
              <Table.Td>
                <Anchor component={Link} to={`/drills/runs/${run.id}`}>
                  {run.name}
                </Anchor>
              </Table.Td>
              <Table.Td>{words.person(run.by)}</Table.Td>
              <Table.Td className="numbers">{t('drills.units', { count: run.displays })}</Table.Td>
              <Table.Td>
                <Badge color={STATE_COLOR[run.state]} variant="light" mr="xs">
                  {t(`drills.state.${run.state}`)}
                </Badge>
                {run.end !== null && run.end.because !== 'over' && words.end(run.end)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
