import type { AuditEntry } from '@akari/protocol'
import { Button, Group, Table, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAudit } from '../../api/staff.ts'
import { useActorWords } from '../../parts/actor-words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { matches } from '../../parts/matching.ts'
import { Page } from '../../parts/page.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { useWhen } from '../../parts/when.ts'
import { useActionWords } from './action-words.ts'
import { useDetailWords } from './detail-words.ts'
import { useSubjectWords } from './subject-words.ts'
import classes from './audit.module.css'

/** Who did what, and when: newest first. */
export function AuditPage(): ReactElement {
  const { t } = useTranslation()
  const audit = useAudit()
  const words = useActionWords()
  const who = useActorWords()
  const [search, setSearch] = useState('')
  const found = (entry: AuditEntry): boolean =>
    matches(search, [
      entry.actor,
      who(entry.actor),
      entry.action,
      words(entry.action),
      entry.subject,
      JSON.stringify(entry.detail),
    ])
  return (
    <Page
      title={t('audit.title')}
      lead={t('audit.lead')}
      actions={<SearchField value={search} onChange={setSearch} label={t('audit.search')} />}
    >
      <Loaded query={audit}>
        {({ pages }) => {
          const entries = pages.flat()
          if (entries.length === 0)
            return <Empty icon={IconHistory} title={t('audit.emptyTitle')} hint={t('audit.emptyHint')} />
          return (
            <>
              <AuditTable entries={entries.filter(found)} />
              {audit.hasNextPage && (
                <Group justify="center">
                  <Button
                    variant="default"
                    loading={audit.isFetchingNextPage}
                    onClick={() => void audit.fetchNextPage()}
                  >
                    {t('audit.more')}
                  </Button>
                </Group>
              )}
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

function AuditTable({ entries }: { entries: readonly AuditEntry[] }): ReactElement {
  const { t } = useTranslation()
  const when = useWhen()
  const words = useActionWords()
  const subject = useSubjectWords()
  const details = useDetailWords()
  if (entries.length === 0) return <Text c="gray.6">{t('audit.noneFound')}</Text>
  return (
    <Table verticalSpacing="xs" fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('audit.at')}</Table.Th>
          <Table.Th>{t('audit.actor')}</Table.Th>
          <Table.Th>{t('audit.action')}</Table.Th>
          <Table.Th>{t('audit.subject')}</Table.Th>
          <Table.Th>{t('audit.detail')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.sequence}>
            <Table.Td className="numbers">{when.dayAndTime(entry.at)}</Table.Td>
            <Table.Td>
              <ActorCell actor={entry.actor} />
            </Table.Td>
            <Table.Td>{words(entry.action)}</Table.Td>
            <Table.Td title={entry.subject}>{subject(entry)}</Table.Td>
            <Table.Td className={classes.detail ?? ''} title={JSON.stringify(entry.detail)}>
              {details(entry.detail)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Who it was, and with which account: two people may have one name. */
function ActorCell({ actor }: { actor: string }): ReactElement {
  const name = useActorWords()(actor)
  const account = actor.startsWith('user:') ? actor.slice('user:'.length) : name
  return (
    <span className={classes.actor}>
      <b>{name}</b>
      {account !== name && <small>{account}</small>}
    </span>
  )
}
