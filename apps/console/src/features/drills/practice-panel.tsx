import type { Practice } from '@akari/protocol'
import { Badge, Button, Table } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../parts/empty.tsx'
import { useWhen } from '../../parts/when.ts'
import classes from './drills.module.css'

/** Who practised when last; whoever is overdue is marked, with the way to do it. */
export function PracticePanel({
  practice,
  onPlans,
}: {
  practice: readonly Practice[]
  onPlans: () => void
}): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  if (practice.length === 0) {
    return <Empty icon={IconUsers} title={t('practice.empty')} hint={t('practice.emptyHint')} />
  }
  return (
    <>
      <p className={classes.quiet}>{t('practice.lead')}</p>
      <Table.ScrollContainer minWidth={560}>
        <Table data-testid="practice-table">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('practice.who')}</Table.Th>
              <Table.Th>{t('practice.last')}</Table.Th>
              <Table.Th>{t('practice.due')}</Table.Th>
              <Table.Th aria-label={t('common.actions')} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {practice.map(({ userId, name, last, dueAt, overdue }) => (
              <Table.Tr key={userId} data-overdue={overdue || undefined} className={classes.practice ?? ''}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>
                  {last === null
                    ? t('practice.never')
                    : t(`practice.what.${last.what}`, { at: when.dayAndTime(last.at) })}
                </Table.Td>
                <Table.Td className="numbers">
                  {when.day(dueAt)}
                  {overdue && (
                    <Badge color="amber" variant="light" ml="sm">
                      {t('practice.overdue')}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <Button size="xs" variant={overdue ? 'filled' : 'default'} onClick={onPlans}>
                    {t('practice.go')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}
