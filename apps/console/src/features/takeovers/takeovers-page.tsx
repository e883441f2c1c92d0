import type { TakeoverView } from '@akari/protocol'
import { Button, Stack, Table } from '@mantine/core'
import { IconBolt } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTakeovers } from '../../api/schedule.ts'
import { useMay } from '../../api/session.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { ScheduleNav } from '../../parts/schedule-nav.tsx'
import { useTargetWords } from '../../parts/target-words.ts'
import { useNow } from '../../parts/use-now.ts'
import { useWhen } from '../../parts/when.ts'
import { StartTakeover } from './start-takeover.tsx'
import { standingOf } from './takeover-times.ts'
import { TakeoverCard } from './takeover-card.tsx'
import classes from './takeovers.module.css'

const SECOND_MS = 1000

/** 割込み: what takes over now, with the time it has left; started in two steps, ended with one. */
export function TakeoversPage(): ReactElement {
  const { t } = useTranslation()
  const nowMs = useNow(SECOND_MS)
  const mayTakeOver = useMay('takeover')
  const [starting, setStarting] = useState(false)
  return (
    <Page
      title={t('timing.takeovers.title')}
      lead={t('timing.takeovers.lead')}
      actions={
        mayTakeOver && (
          <Button leftSection={<IconBolt size={18} />} onClick={() => setStarting(true)} data-testid="takeover-new">
            {t('timing.takeovers.new')}
          </Button>
        )
      }
    >
      <ScheduleNav />
      <Loaded query={useTakeovers()}>
        {(all) => {
          const open = all.filter((takeover) => standingOf(takeover, nowMs) !== 'ended')
          const over = all.filter((takeover) => standingOf(takeover, nowMs) === 'ended')
          return (
            <Stack gap="xl">
              {open.length === 0 ? (
                <Empty
                  icon={IconBolt}
                  title={t('timing.takeovers.emptyTitle')}
                  hint={t('timing.takeovers.emptyHint')}
                />
              ) : (
                <div className={classes.cards}>
                  {open.map((takeover) => (
                    <TakeoverCard key={takeover.id} takeover={takeover} nowMs={nowMs} mayTakeOver={mayTakeOver} />
                  ))}
                </div>
              )}
              {over.length > 0 && <History takeovers={over} />}
            </Stack>
          )
        }}
      </Loaded>
      {starting && <StartTakeover onClose={() => setStarting(false)} />}
    </Page>
  )
}

function History({ takeovers }: { takeovers: readonly TakeoverView[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const where = useTargetWords()
  const who = useActorWords()
  return (
    <section>
      <h2 className={classes.heading}>{t('timing.takeovers.history')}</h2>
      <Table.ScrollContainer minWidth={720}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('timing.takeovers.name')}</Table.Th>
              <Table.Th>{t('timing.takeovers.where')}</Table.Th>
              <Table.Th>{t('timing.takeovers.when')}</Table.Th>
              <Table.Th>{t('timing.takeovers.who')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {takeovers.map(({ id, name, targets, startsAt, endsAt, startedBy, endedBy }) => (
              <Table.Tr key={id}>
                <Table.Td fw={700}>{name}</Table.Td>
                <Table.Td>{where(targets)}</Table.Td>
                <Table.Td className="numbers">
                  {t('timing.words.span', { from: when.dayAndTime(startsAt), to: when.dayAndTime(endsAt) })}
                </Table.Td>
                <Table.Td>
                  {endedBy === null
                    ? who(startedBy)
                    : t('timing.takeovers.endedEarly', { by: who(startedBy), ended: who(endedBy) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  )
}
